"""Draft bills: what an e-invoice in the archive asks us to pay, as purchasing will take it over.

A draft bill is the structured form of one document and has its id. Nothing of it is booked or paid:
it is corrected while the XML stays the original. Every figure is above zero, also of a credit note.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.shared.currencies import ISO_4217
from app.domain.shared.identifiers import checked, compact
from app.domain.shared.ids import ContactId, DocumentId
from app.domain.shared.lines import one_line, some_lines
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.sums import is_near, is_sum, is_tax

BILL = "draft-bill"
"""The kind of record, as tabs, drafts and refusals name it."""
HUNDRED = Decimal(100)
MOST_DIGITS = 15

WITHOUT_NUMBER = Rule("bills.without-number")
WITHOUT_DAY = Rule("bills.without-day")
WITHOUT_SUPPLIER = Rule("bills.without-supplier")
WITHOUT_TOTAL = Rule("bills.without-total")
UNKNOWN_CURRENCY = Rule("bills.unknown-currency", "currency")
DUE_BEFORE = Rule("bills.due-before-issued", "day", is_warning=True)
TOO_LARGE = Rule("bills.too-large", "amount")
LINE_DIFFERS = Rule("bills.line-differs", "sum", "written", is_warning=True)
LINES_DIFFER = Rule("bills.lines-differ", "sum", "written", is_warning=True)
TAX_DIFFERS = Rule("bills.tax-differs", "rate", "sum", "written", is_warning=True)
TAXES_DIFFER = Rule("bills.taxes-differ", "sum", "written", is_warning=True)
TOTAL_DIFFERS = Rule("bills.total-differs", "sum", "written", is_warning=True)


class BillState(Enum):
    """Where a draft bill stands: it waits for purchasing, or it was put aside."""

    DRAFT = "draft"
    PUT_ASIDE = "put-aside"


@dataclass(frozen=True, slots=True)
class BillLine:
    """A line; an allowance or a charge of the whole bill is one without quantity and price."""

    text: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    price: Decimal | None = None
    rate: Decimal | None = None
    net: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BillTax:
    """The VAT at one rate, and what it is on."""

    rate: Decimal | None = None
    base: Decimal | None = None
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BillForm:
    """What is known of a bill; ``supplier`` is the name as the bill writes it."""

    supplier: str = ""
    supplier_id: ContactId | None = None
    vat_id: str = ""
    number: str = ""
    is_credit: bool = False
    issued_on: date | None = None
    due_on: date | None = None
    currency: str = ""
    reference: str = ""
    account: str = ""
    bank: str = ""
    order: str = ""
    note: str = ""
    lines: tuple[BillLine, ...] = ()
    taxes: tuple[BillTax, ...] = ()
    net: Decimal | None = None
    tax: Decimal | None = None
    gross: Decimal | None = None
    payable: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """A draft bill; its id is that of the document whose structured form it is."""

    id: DocumentId
    version: int
    state: BillState
    form: BillForm


def tidied(form: BillForm) -> BillForm:
    """Return a bill as it is kept: tidy texts, no empty lines."""
    lines = (replace(one, text=one_line(one.text), unit=one_line(one.unit)) for one in form.lines)
    return replace(
        form,
        supplier=one_line(form.supplier),
        vat_id=compact("eu.vat", form.vat_id),
        number=one_line(form.number),
        currency=one_line(form.currency).upper(),
        reference=one_line(form.reference),
        account=compact("iban", form.account),
        bank=compact("bic", form.bank),
        order=one_line(form.order),
        note=some_lines(form.note),
        lines=tuple(one for one in lines if one != BillLine()),
        taxes=tuple(one for one in form.taxes if one != BillTax()),
    )


def check(form: BillForm) -> tuple[Problem, ...]:
    """Return what is wrong with a bill; what does not add up only warns: the XML is kept."""
    return (*_missing(form), *_too_large(form), *_doubtful(form), *differences(form))


def _missing(form: BillForm) -> Iterator[Problem]:
    if not form.supplier and form.supplier_id is None:
        yield WITHOUT_SUPPLIER.at("supplier")
    if not form.number:
        yield WITHOUT_NUMBER.at("number")
    if form.issued_on is None:
        yield WITHOUT_DAY.at("issued_on")
    if form.currency not in ISO_4217:
        yield UNKNOWN_CURRENCY.at("currency", currency=form.currency)
    if form.gross is None:
        yield WITHOUT_TOTAL.at("gross")


def _too_large(form: BillForm) -> Iterator[Problem]:
    """Yield the figures that no bill has: money is kept as whole minor units of 63 bits."""
    figures = {"net": form.net, "tax": form.tax, "gross": form.gross, "payable": form.payable}
    for place, line in enumerate(form.lines):
        figures |= {f"lines.{place}.net": line.net}
    for place, one in enumerate(form.taxes):
        figures |= {f"taxes.{place}.base": one.base, f"taxes.{place}.amount": one.amount}
    for path, figure in figures.items():
        if figure is not None and figure.adjusted() >= MOST_DIGITS:
            yield TOO_LARGE.at(path, amount=figure)


def _doubtful(form: BillForm) -> Iterator[Problem]:
    if form.due_on is not None and form.issued_on is not None and form.due_on < form.issued_on:
        yield DUE_BEFORE.at("due_on", day=form.due_on)
    if form.account[:2].isalpha() and (wrong := checked("iban", form.account, "account")):
        yield replace(wrong, is_warning=True)
    if form.vat_id and (wrong := checked("eu.vat", form.vat_id, "vat_id")):
        yield replace(wrong, is_warning=True)


def differences(form: BillForm) -> Iterator[Problem]:
    """Yield what does not add up to the cent, each with both figures, at its field."""
    for place, line in enumerate(form.lines):
        if line.quantity is not None and line.price is not None and line.net is not None:
            given = line.quantity * line.price
            if not is_near(given, line.net, form.currency):
                yield LINE_DIFFERS.at(f"lines.{place}.net", sum=_cents(given), written=line.net)
    for place, one in enumerate(form.taxes):
        if one.rate is None or one.base is None or one.amount is None:
            continue
        if not is_tax(one.base, one.rate, one.amount, form.currency):
            given = _cents(one.base * one.rate / HUNDRED)
            told = {"rate": one.rate.normalize(), "sum": given, "written": one.amount}
            yield TAX_DIFFERS.at(f"taxes.{place}.amount", **told)
    yield from _sum(form, LINES_DIFFER, "net", [one.net for one in form.lines])
    yield from _sum(form, TAXES_DIFFER, "tax", [one.amount for one in form.taxes])
    yield from _sum(form, TOTAL_DIFFERS, "gross", [form.net, form.tax])


def _sum(form: BillForm, rule: Rule, path: str, parts: list[Decimal | None]) -> Iterator[Problem]:
    """Yield that parts do not give what is written; nothing where one of them is not known."""
    written = {"net": form.net, "tax": form.tax, "gross": form.gross}[path]
    known = [part for part in parts if part is not None]
    if written is None or not parts or len(known) < len(parts):
        return
    if not is_sum(known, written, form.currency):
        yield rule.at(path, sum=sum(known, Decimal(0)), written=written)


def _cents(figure: Decimal) -> Decimal:
    return round(figure, 2)
