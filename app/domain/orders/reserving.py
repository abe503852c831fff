"""Reserving: who is given goods that lie there, and who loses them when there are too few.

Whoever comes first by priority, then by the day promised, then by the day of the order, is served
first; the one who comes last loses first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.orders.order import Priority
from app.domain.shared.ids import OrderId, OrderLineId
from app.domain.shared.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Claim:
    """What a line of an order waits for or holds, of one product in one warehouse."""

    order_id: OrderId
    line_id: OrderLineId
    quantity: Quantity
    priority: Priority = Priority.NORMAL
    promised_on: date | None = None
    ordered_on: date | None = None

    @property
    def turn(self) -> tuple[int, date, date, int]:
        """What decides whose turn it is; without a day one comes after those who have one."""
        return (
            self.priority.value,
            self.promised_on or date.max,
            self.ordered_on or date.max,
            self.line_id,
        )


@dataclass(frozen=True, slots=True)
class Loss:
    """An order that lost goods which were held for it: what lies there is too little for all."""

    order_id: OrderId
    number: str
    customer: str
    product: str
    quantity: Quantity
    unit: str


def hand_out(free: Decimal, waiting: Iterable[Claim]) -> Mapping[OrderLineId, Quantity]:
    """Return how much of what is free each waiting line is given, if anything."""
    given: dict[OrderLineId, Quantity] = {}
    for claim in sorted(waiting, key=_turn):
        if free <= 0:
            break
        part = min(free, claim.quantity)
        if part > 0:
            given[claim.line_id] = Quantity(part)
            free -= part
    return given


def take_away(short: Decimal, holding: Iterable[Claim]) -> Mapping[OrderLineId, Quantity]:
    """Return how much each line loses when so much less lies there than is held for them."""
    lost: dict[OrderLineId, Quantity] = {}
    for claim in sorted(holding, key=_turn, reverse=True):
        if short <= 0:
            break
        part = min(short, claim.quantity)
        if part > 0:
            lost[claim.line_id] = Quantity(part)
            short -= part
    return lost


def _turn(claim: Claim) -> tuple[int, date, date, int]:
    return claim.turn
