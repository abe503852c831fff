"""Statements of account: all that moved between us and a customer, and what it came to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.payments.allocation import Allocation
from app.domain.payments.checks import BESIDE_MONEY
from app.domain.payments.open_item import OpenItem, Position
from app.domain.payments.payment import Closing, Direction, Payment, PaymentState
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money


class Moved(Enum):
    """What a line of a statement is."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit-note"
    PAYMENT = "payment"
    REFUND = "refund"
    CHARGE = "charge"
    EARLY = "early"
    WRITE_OFF = "write-off"
    WITHHELD = "withheld"
    ROUNDING = "rounding"
    PAID_BY_OTHER = "paid-by-other"
    PAID_FOR_OTHER = "paid-for-other"


_CLOSED = {
    Closing.EARLY: Moved.EARLY,
    Closing.WRITE_OFF: Moved.WRITE_OFF,
    Closing.WITHHELD: Moved.WITHHELD,
    Closing.ROUNDING: Moved.ROUNDING,
}


@dataclass(frozen=True, slots=True)
class Movement:
    """Something that changed what a customer owes: more is positive; ``is_undone`` takes it back.

    ``number`` is that of the document or the payment.
    """

    day: date
    what: Moved
    number: str
    minor: int
    currency: str
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A movement with the balance after it, in minor units."""

    movement: Movement
    balance_minor: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What moved in some days in one currency; ``items`` is what is open at their end."""

    contact_id: ContactId
    first: date
    last: date
    currency: str
    opening_minor: int
    lines: tuple[StatementLine, ...]
    items: tuple[OpenItem, ...] = ()

    @property
    def closing_minor(self) -> int:
        return self.lines[-1].balance_minor if self.lines else self.opening_minor


@dataclass(frozen=True, slots=True)
class Settled:
    """An allocation with whose payment and whose document it joins, by the document's number."""

    allocation: Allocation
    number: str
    customer_id: ContactId | None
    payer_id: ContactId | None


@dataclass(frozen=True, slots=True)
class Dealings:
    """All that was ever issued to a customer, paid by it, and settled of either."""

    positions: Sequence[tuple[Position, str]]
    payments: Sequence[Payment]
    settled: Sequence[Settled]


def movements_of(contact: ContactId, dealings: Dealings) -> tuple[Movement, ...]:
    """Return every movement of a customer's account, in the order of days."""
    found = [
        *_issued(dealings.positions),
        *(one for payment in dealings.payments for one in _paid(payment)),
        *(one for settled in dealings.settled for one in _settled(contact, settled)),
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.is_undone, one.number)))


def statements(
    contact: ContactId,
    days: tuple[date, date],
    movements: Iterable[Movement],
    items: Sequence[OpenItem] = (),
) -> tuple[Statement, ...]:
    """Return the statement of some days in each currency in which anything moved."""
    first, last = days
    by_currency: dict[str, list[Movement]] = {}
    for one in movements:
        by_currency.setdefault(one.currency, []).append(one)
    found = []
    for currency, moved in sorted(by_currency.items()):
        opening = sum(one.minor for one in moved if one.day < first)
        within = [one for one in moved if first <= one.day <= last]
        mine = tuple(item for item in items if item.open.currency == currency)
        if opening or within or mine:
            lines = tuple(_with_balances(opening, within))
            found.append(Statement(contact, first, last, currency, opening, lines, mine))
    return tuple(found)


def _with_balances(opening: int, moved: Iterable[Movement]) -> Iterator[StatementLine]:
    balance = opening
    for one in moved:
        balance += one.minor
        yield StatementLine(one, balance)


def _issued(positions: Iterable[tuple[Position, str]]) -> Iterator[Movement]:
    for one, number in positions:
        what = Moved.INVOICE if one.amount_minor >= 0 else Moved.CREDIT_NOTE
        yield Movement(one.issued_on, what, number, one.amount_minor, one.currency)


def _paid(payment: Payment) -> Iterator[Movement]:
    sign = -1 if payment.direction is Direction.IN else 1
    what = Moved.PAYMENT if payment.direction is Direction.IN else Moved.REFUND
    moved = [(what, sign * payment.amount.minor)]
    moved += [(Moved.CHARGE, charge.amount.minor) for charge in payment.charges]
    currency = payment.amount.currency
    for kind, minor in moved:
        yield Movement(payment.paid_on, kind, payment.number, minor, currency)
    if payment.state is PaymentState.REVERSED and payment.reversed_on is not None:
        for kind, minor in moved:
            day = payment.reversed_on
            yield Movement(day, kind, payment.number, -minor, currency, is_undone=True)


def _settled(contact: ContactId, settled: Settled) -> Iterator[Movement]:
    """Yield what an allocation moves beyond its payment: it closes without money, or for others."""
    one = settled.allocation
    if one.closing in BESIDE_MONEY and settled.customer_id == contact:
        yield from _both_ways(_CLOSED[one.closing], settled, -1)
    elif one.closing is Closing.PAYMENT and settled.customer_id != settled.payer_id:
        if settled.customer_id == contact:
            yield from _both_ways(Moved.PAID_BY_OTHER, settled, -1)
        else:
            yield from _both_ways(Moved.PAID_FOR_OTHER, settled, 1)


def _both_ways(what: Moved, settled: Settled, sign: int) -> Iterator[Movement]:
    one = settled.allocation
    amount: Money = one.amount
    told = (what, settled.number, sign * amount.minor, amount.currency)
    yield Movement(one.booked_on, *told)
    if one.undone_on is not None:
        what, number, minor, currency = told
        yield Movement(one.undone_on, what, number, -minor, currency, is_undone=True)
