"""Changes: what an amendment changed of an order, line by line, as a customer is told it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.invoices.invoice import Line
from app.domain.orders.order import Order, OrderLine
from app.domain.shared.ids import OrderLineId

Value = str | Decimal | date | None


class Changed(Enum):
    """What is another than before."""

    ADDED = "added"
    DROPPED = "dropped"
    QUANTITY = "quantity"
    PRICE = "price"
    DESCRIPTION = "description"
    DISCOUNT = "discount"
    PROMISED = "promised"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the line that it is of (empty: the order), what, and both values."""

    line: str
    what: Changed
    before: Value = None
    after: Value = None


def changes_of(before: Order, after: Order) -> tuple[Change, ...]:
    """Return what changed from one state of an order to another, in the order of its lines."""
    return tuple(_changes(before, after))


def _changes(before: Order, after: Order) -> Iterator[Change]:
    old, new = _lines(before), _lines(after)
    if before.promised_on != after.promised_on:
        yield Change("", Changed.PROMISED, before.promised_on, after.promised_on)
    for line_id, (line, wanted) in new.items():
        if line_id in old:
            yield from _differing(old[line_id], (line, wanted))
        else:
            yield Change(_name(wanted), Changed.ADDED, None, wanted.quantity)
    for line_id, (_line, wanted) in old.items():
        if line_id not in new:
            yield Change(_name(wanted), Changed.DROPPED, wanted.quantity, None)


def _differing(old: tuple[OrderLine, Line], new: tuple[OrderLine, Line]) -> Iterator[Change]:
    (was, before), (now, after) = old, new
    name = _name(after)
    if before.description != after.description:
        yield Change(name, Changed.DESCRIPTION, _name(before), name)
    if before.quantity != after.quantity:
        yield Change(name, Changed.QUANTITY, before.quantity, after.quantity)
    if before.price != after.price:
        yield Change(name, Changed.PRICE, before.price, after.price)
    if before.discount != after.discount:
        yield Change(name, Changed.DISCOUNT)
    if was.promised_on != now.promised_on:
        yield Change(name, Changed.PROMISED, was.promised_on, now.promised_on)


def _lines(order: Order) -> Mapping[OrderLineId, tuple[OrderLine, Line]]:
    return {line.id: (line, order.wanted.lines[line.place]) for line in order.lines}


def _name(line: Line) -> str:
    return line.description.partition("\n")[0]
