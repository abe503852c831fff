"""An e-invoice that somebody sent us: what its XML says, in whichever standard it says it.

Every figure is the sender's, and what the sender left out stays out. Where figures do not add up,
or cannot be read, ``doubts`` says so; nothing is put right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import chain

from app.domain.shared.currencies import ISO_4217
from app.domain.shared.sums import is_near, is_sum, is_tax
from app.domain.shared.unit_codes import CODES


class Standard(Enum):
    """How the XML is written."""

    UBL = "UBL"
    CII = "CII"
    FINVOICE = "Finvoice"
    ETAX = "Thai e-Tax"


@dataclass(frozen=True, slots=True)
class EParty:
    """The seller or the buyer, with its address as lines and its numbers as they are written."""

    name: str = ""
    lines: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ELine:
    """A line: what, how much of it, for what, at which tax.

    The price is for ``base`` units, for one where that is not told; ``extras`` are added to the
    line, or taken off it when they are below zero.
    """

    text: str
    quantity: Decimal | None = None
    unit: str = ""
    price: Decimal | None = None
    tax_percent: Decimal | None = None
    net: Decimal | None = None
    base: Decimal | None = None
    extras: tuple[Decimal, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether it only says something: nothing is counted or priced on it."""
        return self.quantity is None and self.price is None and self.net is None


@dataclass(frozen=True, slots=True)
class ETax:
    """The tax at one rate, and what it is on."""

    percent: Decimal | None
    base: Decimal | None
    amount: Decimal | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EExtra:
    """What is added to the sum of the lines, or taken off it when it is below zero."""

    text: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class EPayment:
    """Where and how to pay."""

    account: str = ""
    bank: str = ""
    reference: str = ""
    terms: str = ""


@dataclass(frozen=True, slots=True)
class ETotals:
    """The sums as the sender wrote them."""

    net: Decimal | None = None
    tax: Decimal | None = None
    gross: Decimal | None = None
    payable: Decimal | None = None
    paid: Decimal | None = None
    rounding: Decimal | None = None


@dataclass(frozen=True, slots=True)
class EInvoice:
    """Everything that a reader needs of an e-invoice."""

    standard: Standard
    number: str
    is_credit: bool
    issued_on: date | None
    due_on: date | None
    currency: str
    seller: EParty
    buyer: EParty
    lines: tuple[ELine, ...] = ()
    taxes: tuple[ETax, ...] = ()
    totals: ETotals = ETotals()
    payment: EPayment = EPayment()
    order: str = ""
    buyer_reference: str = ""
    note: str = ""
    title: str = ""
    extras: tuple[EExtra, ...] = ()
    unreadable: tuple[str, ...] = ()


class Doubt(Enum):
    """What may be wrong with an e-invoice."""

    NUMBER = "number"
    DAY = "day"
    CURRENCY = "currency"
    UNIT = "unit"
    LINE = "line"
    LINES = "lines"
    TAX = "tax"
    BASES = "bases"
    TAXES = "taxes"
    GROSS = "gross"
    PAYABLE = "payable"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Something that may be wrong: what the parts give, and what is written instead."""

    doubt: Doubt
    sum: Decimal | None = None
    written: Decimal | None = None
    text: str = ""


CODED = frozenset({Standard.UBL, Standard.CII})
"""Standards in which a unit is a code of UN/ECE Recommendation 20; elsewhere it is a word."""
HUNDRED = Decimal(100)


def doubts(one: EInvoice) -> tuple[Doubtful, ...]:
    """Return what is missing, does not add up or cannot be read."""
    unreadable = (Doubtful(Doubt.UNREADABLE, text=text) for text in one.unreadable)
    return tuple(chain(_missing(one), _lines(one), _taxes(one), _sums(one), unreadable))


def _missing(one: EInvoice) -> Iterator[Doubtful]:
    if not one.number:
        yield Doubtful(Doubt.NUMBER)
    if one.issued_on is None:
        yield Doubtful(Doubt.DAY)
    if one.currency not in ISO_4217:
        yield Doubtful(Doubt.CURRENCY, text=one.currency)
    if one.standard in CODED:
        units = dict.fromkeys(line.unit for line in one.lines if line.unit)
        yield from (Doubtful(Doubt.UNIT, text=unit) for unit in units if unit not in CODES)


def _lines(one: EInvoice) -> Iterator[Doubtful]:
    """Yield the lines whose quantity and price do not give what is written."""
    for line in one.lines:
        if line.quantity is None or line.price is None or line.net is None:
            continue
        given = line.quantity * line.price / (line.base or 1) + sum(line.extras)
        if not is_near(given, line.net, one.currency):
            yield Doubtful(Doubt.LINE, round(given, 2), line.net, line.text)


def _taxes(one: EInvoice) -> Iterator[Doubtful]:
    """Yield the rates whose tax is neither that of the base nor that within base and tax."""
    for tax in one.taxes:
        if tax.percent is None or tax.base is None or tax.amount is None:
            continue
        if not is_tax(tax.base, tax.percent, tax.amount, one.currency):
            given = round(tax.base * tax.percent / HUNDRED, 2)
            yield Doubtful(Doubt.TAX, given, tax.amount, f"{tax.percent.normalize():f}")


def _sums(one: EInvoice) -> Iterator[Doubtful]:
    totals, priced = one.totals, [line for line in one.lines if not line.is_text]
    extras = [extra.amount for extra in one.extras]
    sums = [
        (Doubt.LINES, [*(line.net for line in priced), *extras] if priced else [], totals.net),
        (Doubt.BASES, [tax.base for tax in one.taxes], totals.net),
        (Doubt.TAXES, [tax.amount for tax in one.taxes], totals.tax),
        (Doubt.GROSS, [totals.net, totals.tax], totals.gross),
    ]
    if one.standard is not Standard.FINVOICE:
        paid = -totals.paid if totals.paid is not None else Decimal(0)
        rounding = totals.rounding or Decimal(0)
        sums.append((Doubt.PAYABLE, [totals.gross, paid, rounding], totals.payable))
    for doubt, parts, written in sums:
        yield from _sum(doubt, parts, written, one.currency)


def _sum(
    doubt: Doubt, parts: Sequence[Decimal | None], written: Decimal | None, currency: str
) -> Iterator[Doubtful]:
    """Yield that parts do not give what is written; nothing where one of them is not known."""
    known = [part for part in parts if part is not None]
    if written is None or not parts or len(known) < len(parts):
        return
    if not is_sum(known, written, currency):
        yield Doubtful(doubt, sum(known, Decimal(0)), written)
