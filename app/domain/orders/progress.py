"""Progress: how far an order is, worked out from the exact quantities of its lines.

Nothing here is ever stored: a line that is wholly delivered says nothing about another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.domain.orders.order import OrderLine, Progress


@dataclass(frozen=True, slots=True)
class Axes:
    """The three ways in which an order is on its way, each apart from the others."""

    fulfilment: Progress
    billing: Progress
    payment: Progress


def fulfilment(lines: Iterable[OrderLine]) -> Progress:
    """Return how far an order is delivered; what was closed short is not waited for."""
    return _progress((line.delivered, line.open) for line in lines)


def billing(lines: Iterable[OrderLine]) -> Progress:
    """Return how far an order is invoiced, of all that is ever to be invoiced of it."""
    return _progress(_invoiced(line) for line in lines)


def payment(billed: Progress, claimed: int, unpaid: int) -> Progress:
    """Return how far an order is paid: of what its issued invoices claim, in minor units."""
    if claimed <= 0 or unpaid >= claimed:
        return Progress.NOTHING
    is_whole = billed is Progress.WHOLE and unpaid <= 0
    return Progress.WHOLE if is_whole else Progress.PART


def axes_of(lines: Iterable[OrderLine], claimed: int = 0, unpaid: int = 0) -> Axes:
    """Return all three axes of an order; ``claimed`` and ``unpaid`` are of its issued invoices."""
    known = tuple(lines)
    billed = billing(known)
    paid = payment(billed, claimed, unpaid)
    return Axes(fulfilment(known), billed, paid)


def _invoiced(line: OrderLine) -> tuple[Decimal, Decimal]:
    """Return what of a line is invoiced, and what of it still has to be some day."""
    in_the_end = line.ordered - line.cancelled - line.returned
    return line.invoiced, max(Decimal(0), in_the_end - line.invoiced)


def _progress(parts: Iterable[tuple[Decimal, Decimal]]) -> Progress:
    done = rest = False
    for finished, left in parts:
        done = done or finished > 0
        rest = rest or left > 0
    if not done:
        return Progress.NOTHING
    return Progress.PART if rest else Progress.WHOLE
