"""Open items: what each issued document still leaves to pay, or to give back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.invoices.invoice import Invoice, Kind, Totals
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.money import Money, OtherCurrency
from app.domain.shared.paging import View
from app.domain.shared.refusals import Refusal


class MoreThanOpen(Refusal):
    """More is to be settled of a document than it leaves open."""

    code = "payments.more-than-open"


@dataclass(frozen=True, slots=True)
class Position:
    """What one issued document leaves open: claims are positive, credit notes negative.

    ``moved_on`` is the last day on which something was settled or undone; ``settled_on`` is that
    day while nothing is open, so that from it on nothing was.
    """

    invoice_id: InvoiceId
    customer_id: ContactId | None
    currency: str
    issued_on: date
    due_on: date
    amount_minor: int
    open_minor: int
    moved_on: date
    settled_on: date | None = None

    @property
    def open(self) -> Money:
        """What is open, without its sign."""
        return Money(abs(self.open_minor), self.currency)

    @property
    def is_claim(self) -> bool:
        """Say whether it is to be paid to us."""
        return self.amount_minor > 0

    def settled(self, amount: Money, on: date) -> Position:
        """Return the position less an amount; raises MoreThanOpen, OtherCurrency."""
        if amount.currency != self.currency:
            raise OtherCurrency(left=self.currency, right=amount.currency)
        if not 0 < amount.minor <= abs(self.open_minor):
            raise MoreThanOpen(amount=self.open.amount, currency=self.currency)
        return self._moved(self.open_minor - self._sign * amount.minor, on)

    def reopened(self, amount: Money, on: date) -> Position:
        """Return the position with an amount open again that was settled."""
        return self._moved(self.open_minor + self._sign * amount.minor, on)

    @property
    def _sign(self) -> int:
        return 1 if self.amount_minor >= 0 else -1

    def _moved(self, open_minor: int, on: date) -> Position:
        moved_on = max(self.moved_on, on)
        settled_on = None if open_minor else moved_on
        return replace(self, open_minor=open_minor, moved_on=moved_on, settled_on=settled_on)


def signed(gross: Money, kind: Kind) -> int:
    """Return what a document over an amount adds to what a customer owes, in minor units."""
    return -gross.minor if kind is Kind.CREDIT_NOTE else gross.minor


def position_of(issued: Invoice, totals: Totals) -> Position:
    """Return what an invoice leaves open on the day of its issue."""
    day = issued.issued_on
    assert day is not None
    amount = signed(totals.gross, issued.kind)
    return Position(
        invoice_id=issued.id,
        customer_id=issued.customer_id,
        currency=issued.currency,
        issued_on=day,
        due_on=issued.due_on or day,
        amount_minor=amount,
        open_minor=amount,
        moved_on=day,
        settled_on=None if amount else day,
    )


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One line of a list of open items; amounts of credit notes are negative.

    ``level`` is the last reminder that was sent, 0 before the first; what is disputed or stopped is
    reminded of no more.
    """

    invoice_id: InvoiceId
    kind: Kind
    number: str
    contact_id: ContactId | None
    customer_name: str
    issued_on: date
    due_on: date
    amount: Money
    open: Money
    reference: str = ""
    level: int = 0
    is_disputed: bool = False
    is_stopped: bool = False

    @property
    def id(self) -> InvoiceId:
        """The document's own id: a list knows its rows by it."""
        return self.invoice_id

    def days_late(self, day: date) -> int:
        """Return how many days past its due day it is; 0 while it is not."""
        return max(0, (day - self.due_on).days)


class ItemSort(Enum):
    """What a list of open items can be sorted by."""

    DUE_ON = "due_on"
    ISSUED_ON = "issued_on"
    NUMBER = "number"
    CUSTOMER = "customer"
    OPEN = "open"
    AMOUNT = "amount"


class ItemsShown(Enum):
    """What a list of open items can be narrowed to."""

    OVERDUE = "overdue"
    NOT_DUE = "not-due"
    CREDIT = "credit"


OLDEST_ITEMS = View(sort=ItemSort.DUE_ON.value)

STEPS = (0, 30, 60, 90)
"""After so many days late a claim stands in the next column of an aged list."""


@dataclass(frozen=True, slots=True)
class Aged:
    """What a customer owes, by age in minor units: not due, then late by up to 30, 60, 90, more.

    ``parts`` has one figure more than there are steps; ``contact_id`` is None in the sum of all.
    """

    contact_id: ContactId | None
    customer_name: str
    currency: str
    parts: tuple[int, ...]

    @property
    def id(self) -> int:
        """The customer's id: a list knows its rows by it."""
        return self.contact_id or 0

    @property
    def total_minor(self) -> int:
        return sum(self.parts)


def place_of(item: OpenItem, day: date) -> int:
    """Return in which column of an aged list an item stands."""
    late = (day - item.due_on).days
    return sum(late > step for step in STEPS)


def aged(items: Sequence[OpenItem], day: date) -> tuple[Aged, ...]:
    """Return what each customer owes by age, the largest debt first, by currency."""
    sums: dict[tuple[str, ContactId | None, str], list[int]] = {}
    for item in items:
        name = "" if item.contact_id else item.customer_name
        key = (item.open.currency, item.contact_id, name)
        parts = sums.setdefault(key, [0] * (len(STEPS) + 1))
        parts[place_of(item, day)] += item.open.minor
    names = {item.contact_id: item.customer_name for item in items if item.contact_id}
    found = (
        Aged(contact, names.get(contact, name) if contact else name, currency, tuple(parts))
        for (currency, contact, name), parts in sums.items()
    )
    return tuple(sorted(found, key=lambda one: (one.currency, -one.total_minor)))
