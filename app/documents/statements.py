"""Statements of account and lists of open items on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from app.documents import letterhead
from app.documents.accounting import Imprint, Line, figures_grid, period, report, right
from app.documents.addresses import address_lines
from app.documents.dress import BARE, Dress, company_values, dressed, said
from app.documents.model import (
    Address,
    Column,
    Document,
    Fact,
    Grid,
    Heading,
    Paragraph,
    RowKind,
)
from app.domain.admin.company import Company
from app.domain.contacts.address import AddressUse
from app.domain.contacts.contact import Contact
from app.domain.invoices.layout import PaperKind
from app.domain.invoices.layout_texts import TextField
from app.domain.payments.open_item import STEPS, Aged, OpenItem
from app.domain.payments.statement import Moved, Movement, Statement
from app.domain.shared.identifiers import written
from app.lang.texts import mark

MOVED = {
    Moved.INVOICE: mark("Invoice"),
    Moved.CREDIT_NOTE: mark("Credit note"),
    Moved.PAYMENT: mark("Payment"),
    Moved.REFUND: mark("Refund"),
    Moved.CHARGE: mark("Interest and fees"),
    Moved.EARLY: mark("Early-payment discount"),
    Moved.WRITE_OFF: mark("Written off"),
    Moved.WITHHELD: mark("Tax withheld"),
    Moved.ROUNDING: mark("Rounding"),
    Moved.PAID_BY_OTHER: mark("Paid by another"),
    Moved.PAID_FOR_OTHER: mark("Paid for another"),
}
"""What moved, in words."""
UNDONE = mark("{what}, taken back")


@dataclass(frozen=True, slots=True)
class Addressed:
    """To whom a statement goes, and how it is drawn and framed; ``logo`` is a PNG or JPEG."""

    customer: Contact
    logo: bytes = b""
    dress: Dress = BARE


def describe_statement(
    to: Addressed, found: Sequence[Statement], days: tuple[date, date], imprint: Imprint
) -> Document:
    """Return all that moved between us and a customer in some days, and what is open after them.

    It goes to the customer, so it has a window and the look of the firm's papers.
    """
    say, formats, company = imprint.say, imprint.formats, imprint.company
    customer = to.customer
    facts = {
        say("Date"): formats.day(imprint.printed_on),
        say("Period"): period(*days, formats),
        say("Customer number"): customer.number,
        say("Currency"): ", ".join(one.currency for one in found),
    }
    own = said(to.dress, PaperKind.STATEMENT, say.language, _values(to, found, imprint))
    made = Document(
        language=say.language,
        title=say("Statement of account"),
        name=f"{say('Statement of account')} {customer.name}",
        letterhead=letterhead.letterhead(company, to.logo, say),
        layout=letterhead.layout_of(company.country),
        paper=letterhead.paper_of(company.country),
        address=_window(customer, company),
        facts=tuple(Fact(label, text) for label, text in facts.items() if text),
        blocks=(*own.before, *_moved(found, imprint), *own.after),
        footer=letterhead.footer(company, say),
        page_of=say("Page {page} of {pages}"),
    )
    return dressed(made, to.dress, company)


def _moved(found: Sequence[Statement], imprint: Imprint) -> Iterator[Grid | Paragraph | Heading]:
    """Yield what moved in each currency, and what is open in it at the end."""
    say = imprint.say
    for one in found:
        yield _movements(one, imprint)
        if one.items:
            yield Heading(say("Open on {day}", day=imprint.formats.day(one.last)))
            yield _items(one.items, one.last, one.currency, imprint, with_customer=False)
    if not found:
        yield Paragraph(say("Nothing moved in these days, and nothing is open."))


def _window(customer: Contact, company: Company) -> Address:
    place = customer.address_for(AddressUse.BILLING)
    lines = address_lines(place, company.country) if place else ()
    return letterhead.window((customer.name, *lines), company)


def _values(to: Addressed, found: Sequence[Statement], imprint: Imprint) -> dict[TextField, str]:
    """Return what the fields of a layout's texts say on a statement."""
    company, formats = imprint.company, imprint.formats
    sums = (formats.money(one.closing_minor, one.currency) for one in found)
    account = company.accounts[0].iban if company.accounts else ""
    return {
        TextField.CUSTOMER: to.customer.name,
        TextField.CUSTOMER_NUMBER: to.customer.number,
        **company_values(company),
        TextField.ACCOUNT: written("iban", account) if account[:2].isalpha() else account,
        TextField.DATE: formats.day(imprint.printed_on),
        TextField.TOTAL: ", ".join(sums),
    }


def describe_open_items(
    items: Sequence[OpenItem], sums: Sequence[Aged], day: date, imprint: Imprint
) -> Document:
    """Return what was open at the end of a day, by customer and by age, in each currency."""
    say, formats = imprint.say, imprint.formats
    currencies = sorted({item.open.currency for item in items})
    facts = {
        say("Open on"): formats.day(day),
        say("Items"): formats.decimal(Decimal(len(items))),
        say("Currency"): ", ".join(currencies),
    }
    blocks: list[Grid | Paragraph | Heading] = []
    for currency in currencies:
        kept = [item for item in items if item.open.currency == currency]
        blocks.append(_items(kept, day, currency, imprint, with_customer=True))
        blocks.append(Heading(say("By age")))
        aged = [one for one in sums if one.currency == currency]
        blocks.append(_aged(aged, currency, imprint))
    if not items:
        blocks.append(Paragraph(say("Nothing was open on this day.")))
    return report(imprint, say("Open items"), facts, tuple(blocks))


def movement_text(one: Movement, imprint: Imprint) -> str:
    """Return what a line of a statement is, in words."""
    what = imprint.say(MOVED[one.what])
    return imprint.say(UNDONE, what=what) if one.is_undone else what


def age_titles(imprint: Imprint) -> tuple[str, ...]:
    """Return the titles of the columns of an aged list."""
    say = imprint.say
    spans = (
        say("{first}–{last} days", first=first + 1, last=last) for first, last in pairwise(STEPS)
    )
    return (say("Not due"), *spans, say("Over {days} days", days=STEPS[-1]))


def _movements(one: Statement, imprint: Imprint) -> Grid:
    say, formats = imprint.say, imprint.formats
    columns = (
        Column(say("Date")),
        Column(say("Number")),
        Column(say("Description"), weight=1),
        *right(say("Charged"), say("Settled"), say("Balance")),
    )
    charged = settled = 0
    opening = (None, None, one.opening_minor)
    lines = [Line(("", "", say("Opening balance")), opening, (0, 0, one.opening_minor))]
    for row in one.lines:
        moved = row.movement
        more, less = max(moved.minor, 0), max(-moved.minor, 0)
        charged, settled = charged + more, settled + less
        words = (formats.day(moved.day), moved.number, movement_text(moved, imprint))
        after = (charged, settled, row.balance_minor)
        lines.append(Line(words, (more or None, less or None, row.balance_minor), after))
    end = (charged, settled, one.closing_minor)
    lines.append(Line(("", "", say("Closing balance")), end, end, RowKind.SUM))
    return figures_grid(columns, lines, one.currency, imprint)


def _items(
    items: Sequence[OpenItem], day: date, currency: str, imprint: Imprint, *, with_customer: bool
) -> Grid:
    say, formats = imprint.say, imprint.formats
    customer = (Column(say("Customer"), weight=1),) if with_customer else ()
    columns = (
        Column(say("Number"), weight=0 if with_customer else 1),
        *customer,
        Column(say("Date")),
        Column(say("Due")),
        Column(say("Days late")),
        *right(say("Total"), say("Still open")),
    )
    total = left = 0
    lines = []
    for item in items:
        total, left = total + item.amount.minor, left + item.open.minor
        late = str(item.days_late(day) or "")
        name = (item.customer_name,) if with_customer else ()
        due = formats.day(item.due_on) if item.open.minor > 0 else ""
        words = (item.number, *name, formats.day(item.issued_on), due, late)
        lines.append(Line(words, (item.amount.minor, item.open.minor), (total, left)))
    empty = ("",) * (len(columns) - 3)
    lines.append(Line((say("Total"), *empty), (total, left), (total, left), RowKind.SUM))
    return figures_grid(columns, lines, currency, imprint)


def _aged(sums: Sequence[Aged], currency: str, imprint: Imprint) -> Grid:
    say = imprint.say
    columns = (
        Column(say("Customer"), weight=1),
        *right(*age_titles(imprint), say("Total")),
    )
    added = (0,) * (len(STEPS) + 2)
    lines = []
    for one in sums:
        figures = (*one.parts, one.total_minor)
        added = tuple(a + b for a, b in zip(added, figures, strict=True))
        shown = (*(part or None for part in one.parts), one.total_minor)
        lines.append(Line((one.customer_name,), shown, added))
    lines.append(Line((say("Total"),), added, added, RowKind.SUM))
    return figures_grid(columns, lines, currency, imprint)
