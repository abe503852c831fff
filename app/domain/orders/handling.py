"""Handling: what a clerk decides about an order that is on its way, apart from its content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.orders.order import Order, OrderLine, OrderState, Priority, given
from app.domain.orders.refused import NotConfirmed
from app.domain.shared.ids import OrderLineId


@dataclass(frozen=True, slots=True)
class LineDay:
    """The day of its own that a line of an order is promised for."""

    line_id: OrderLineId
    day: date


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is agreed on an order: its turn, its day, and the days of those lines that have one."""

    priority: Priority
    promised_on: date | None = None
    lines: tuple[LineDay, ...] = ()


def held(order: Order, reason: str) -> Order:
    """Return the order that waits until somebody lets it go on; raises NotConfirmed, NoReason."""
    order.require_confirmed()
    return replace(order, version=order.version + 1, hold=given(reason))


def released(order: Order) -> Order:
    """Return the order that goes on; raises NotConfirmed."""
    order.require_confirmed()
    return replace(order, version=order.version + 1, hold="")


def ranked(order: Order, priority: Priority) -> Order:
    """Return the order with another priority; raises NotConfirmed when it is over."""
    _require_alive(order)
    return replace(order, version=order.version + 1, priority=priority)


def promised(order: Order, day: date | None, of_lines: tuple[OrderLineId, ...] = ()) -> Order:
    """Return the order promised for a day, or these lines of it; raises NotConfirmed, NotFound.

    A day for the whole order takes the place of those of its lines.
    """
    _require_alive(order)
    after = replace(order, version=order.version + 1)
    if not of_lines:
        lines = tuple(replace(line, promised_on=None) for line in order.lines)
        return replace(after, promised_on=day, lines=lines)
    for line_id in of_lines:
        after = after.with_line(replace(after.line(line_id), promised_on=day))
    return after


def agreed(order: Order, wanted: Agreed) -> Order:
    """Return the order with another turn and other days; raises NotConfirmed, NotFound."""
    after = promised(ranked(order, wanted.priority), wanted.promised_on)
    for one in wanted.lines:
        after = after.with_line(replace(after.line(one.line_id), promised_on=one.day))
    return replace(after, version=order.version + 1)


def agreed_on(order: Order) -> Agreed:
    """Return what is agreed on an order as it stands."""
    days = tuple(LineDay(one.id, one.promised_on) for one in order.lines if one.promised_on)
    return Agreed(order.priority, order.promised_on, days)


def day_promised(order: Order, line: OrderLine) -> date | None:
    """Return the day for which a line is promised: its own, else that of the order."""
    return line.promised_on or order.promised_on


def let_pass(order: Order, who: str, reason: str) -> Order:
    """Return the order that somebody lets pass the credit limit; raises NoReason."""
    return replace(order, overridden_by=who, override_reason=given(reason))


def _require_alive(order: Order) -> None:
    if order.state not in {OrderState.DRAFT, OrderState.CONFIRMED}:
        raise NotConfirmed(**order.facts)
