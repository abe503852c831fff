"""A billable: hours worked or money laid out for a customer, until an invoice takes it up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from app.domain.invoices.draft import DraftLine
from app.domain.shared.ids import BillableId, ContactId, InvoiceId, ProductId
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money, money
from app.domain.shared.paging import View
from app.domain.shared.printable import check_printable
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Quantity, UnitPrice, quantity, unit_price
from app.domain.shared.refusals import refused_at
from app.domain.shared.search import SearchItem

KIND = "billable"
MOST_DAYS_BACK = 3650
NO_CUSTOMER = Rule("billables.without-customer")
NO_TEXT = Rule("billables.without-text")
NO_QUANTITY = Rule("billables.without-quantity")
NEGATIVE_PRICE = Rule("billables.negative-price", "price")
DAY_TO_COME = Rule("billables.day-to-come", "day", "today")
LONG_AGO = Rule("billables.long-ago", "day", is_warning=True)
UNKNOWN_VAT = Rule("billables.unknown-vat", "code")


class BillableKind(Enum):
    """What is billed: time that somebody worked, or an expense that was paid for the customer."""

    TIME = "time"
    EXPENSE = "expense"


class BillableSort(Enum):
    """By what a list of billables is sorted."""

    DONE_ON = "done_on"
    CUSTOMER = "customer"
    AMOUNT = "amount"


class BillablesShown(Enum):
    """Which billables a list shows."""

    OPEN = "open"
    INVOICED = "invoiced"


class Grouping(Enum):
    """How billables become lines: each its own, or alike ones added up."""

    EACH = "each"
    SUMMED = "summed"


NEWEST_BILLABLES = View(sort=BillableSort.DONE_ON.value, is_descending=True)


@dataclass(frozen=True, slots=True)
class Work:
    """What a clerk writes of a billable; ``price`` is of one unit, without VAT, in home currency.

    An empty VAT code is that of the product, or the usual one.
    """

    customer_id: ContactId | None = None
    kind: BillableKind = BillableKind.TIME
    done_on: date | None = None
    text: str = ""
    quantity: Quantity = Quantity(Decimal(0))
    unit: str = ""
    price: UnitPrice = UnitPrice(Decimal(0))
    vat: str = ""
    product_id: ProductId | None = None


@dataclass(frozen=True, slots=True)
class Billable:
    """Work that was written down by ``who``; ``invoice_id`` is the invoice that took it up."""

    id: BillableId
    version: int
    work: Work
    who: str
    invoice_id: InvoiceId | None = None

    def taken_by(self, invoice_id: InvoiceId) -> Billable:
        """Return it as an invoice takes it up."""
        return replace(self, version=self.version + 1, invoice_id=invoice_id)


@dataclass(frozen=True, slots=True)
class BillableRow:
    """A billable as a list shows it; without an invoice it is open."""

    id: BillableId
    customer_id: ContactId
    customer_name: str
    kind: BillableKind
    done_on: date
    text: str
    quantity: Decimal
    unit: str
    price: Decimal
    amount_minor: int
    currency: str
    who: str
    invoice_id: InvoiceId | None
    invoice_number: str


def tidied(work: Work) -> Work:
    """Return work as it is kept: texts on one line."""
    return replace(work, text=one_line(work.text), unit=one_line(work.unit))


def amount_of(work: Work, currency: str) -> Money:
    """Return what work comes to without VAT; raises TooLarge."""
    return money(work.quantity * work.price, currency)


def check(work: Work, currency: str, codes: Collection[str], today: date) -> tuple[Problem, ...]:
    """Return every problem of work, at its field."""
    return tuple(_problems(work, currency, codes, today))


def _problems(work: Work, currency: str, codes: Collection[str], today: date) -> Iterator[Problem]:
    if work.customer_id is None:
        yield NO_CUSTOMER.at("customer_id")
    if not work.text.strip():
        yield NO_TEXT.at("text")
    yield from check_printable({"text": work.text, "unit": work.unit})
    yield from _day(work.done_on, today)
    yield from _figures(work, currency)
    if work.vat and work.vat not in codes:
        yield UNKNOWN_VAT.at("vat", code=work.vat)


def _day(day: date | None, today: date) -> Iterator[Problem]:
    if day is not None and day > today:
        yield DAY_TO_COME.at("done_on", day=day, today=today)
    elif day is not None and today - day > timedelta(days=MOST_DAYS_BACK):
        yield LONG_AGO.at("done_on", day=day)


def _figures(work: Work, currency: str) -> Iterator[Problem]:
    found = (
        *refused_at("quantity", lambda: quantity(work.quantity)),
        *refused_at("price", lambda: unit_price(work.price)),
    )
    yield from found
    if not found:
        yield from refused_at("quantity", lambda: amount_of(work, currency))
    if work.quantity <= 0:
        yield NO_QUANTITY.at("quantity")
    if work.price < 0:
        yield NEGATIVE_PRICE.at("price", price=work.price)


def lines_of(works: Iterable[Work], grouping: Grouping) -> tuple[DraftLine, ...]:
    """Return the lines of an invoice of work, the oldest first.

    Summed, alike work (product, text, unit, price, VAT code) is one line of its last day. The sum
    of quantities is the same either way.
    """
    inorder = sorted(works, key=lambda one: one.done_on or date.min)
    if grouping is Grouping.EACH:
        return tuple(map(_line, inorder))
    found: dict[object, DraftLine] = {}
    for work in inorder:
        line = _line(work)
        key = (work.kind, line.product_id, line.description, line.unit, line.price, line.vat)
        before = found.get(key)
        total = line.quantity + before.quantity if before else line.quantity
        found[key] = replace(line, quantity=Quantity(total))
    return tuple(found.values())


def _line(work: Work) -> DraftLine:
    return DraftLine(
        description=work.text,
        quantity=work.quantity,
        unit=work.unit,
        price=work.price,
        vat=work.vat,
        product_id=work.product_id,
        delivered_on=work.done_on,
    )


def findable(billable: Billable, customer: str, amount: Money) -> SearchItem:
    """Return a billable as the search knows it: by its text, customer and amount."""
    work = billable.work
    return SearchItem(
        kind=KIND,
        entity_id=billable.id,
        title=work.text,
        detail=customer,
        words=billable.who,
        amounts=(amount,),
        day=work.done_on,
    )
