"""Dispatch: what of an order may go out now, and what is still owed to the customer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.orders.delivery import DeliveryLine, NotAnAmount
from app.domain.orders.order import NOTHING, OrderLine
from app.domain.shared.ids import DeliveryLineId, OrderLineId, new_id
from app.domain.shared.quantities import Quantity, quantity
from app.domain.shared.refusals import Refusal


class NothingReady(Refusal):
    """Nothing of the order may go out: all went out, or nothing is reserved for it."""

    code = "deliveries.nothing-ready"


class MoreThanOrdered(Refusal):
    """More would go out of a line than is ordered and has not gone out or is under way."""

    code = "deliveries.more-than-ordered"


class NotReserved(Refusal):
    """More would go out of a line than is reserved for it."""

    code = "deliveries.not-reserved"


class ShipsWhole(Refusal):
    """The customer takes everything at once, and something is not here yet."""

    code = "deliveries.ships-whole"


@dataclass(frozen=True, slots=True)
class Due:
    """What is owed of an order's line; ``under_way`` is in deliveries that did not go out yet."""

    line: OrderLine
    under_way: Quantity = NOTHING

    @property
    def owed(self) -> Quantity:
        """Return what is not in any delivery yet."""
        return Quantity(max(Decimal(0), backorder(self.line) - self.under_way))

    @property
    def ready(self) -> Quantity:
        """Return what may go into a delivery now: of goods in stock what is reserved.

        What a supplier delivers is none of ours to send.
        """
        if self.line.supplier_id is not None:
            return NOTHING
        if not self.line.is_stocked:
            return self.owed
        return Quantity(max(Decimal(0), min(self.owed, self.line.reserved - self.under_way)))


def backorder(line: OrderLine) -> Quantity:
    """Return what is still to be delivered: ordered − delivered − cancelled, by exact amounts."""
    return Quantity(line.ordered - line.delivered - line.cancelled)


def planned(
    dues: Sequence[Due],
    wanted: Mapping[OrderLineId, Quantity] | None = None,
    *,
    ships_whole: bool = False,
) -> tuple[DeliveryLine, ...]:
    """Return the lines of a delivery: of all that is ready, or of these amounts.

    Raises NothingReady, MoreThanOrdered, NotReserved, ShipsWhole, NotAnAmount.
    """
    amounts = {due.line.id: due.ready for due in dues}
    if wanted is not None:
        amounts = {due.line.id: _asked(due, wanted) for due in dues}
    if ships_whole:
        _require_whole(dues, amounts)
    lines = tuple(_line(due.line, amounts[due.line.id]) for due in dues if amounts[due.line.id])
    if not lines:
        raise NothingReady
    return lines


def _asked(due: Due, wanted: Mapping[OrderLineId, Quantity]) -> Quantity:
    """Return what is asked of a line; raises MoreThanOrdered, NotReserved, NotAnAmount."""
    asked = quantity(wanted.get(due.line.id, NOTHING))
    facts = {"line": due.line.place + 1, "asked": asked}
    if asked < 0:
        raise NotAnAmount(value=asked)
    if asked > due.owed:
        raise MoreThanOrdered(**facts, owed=due.owed)
    if asked > due.ready:
        raise NotReserved(**facts, ready=due.ready)
    return asked


def _require_whole(dues: Sequence[Due], amounts: Mapping[OrderLineId, Quantity]) -> None:
    for due in dues:
        if due.line.supplier_id is None and amounts[due.line.id] < backorder(due.line):
            missing = Quantity(backorder(due.line) - amounts[due.line.id])
            raise ShipsWhole(line=due.line.place + 1, missing=missing)


def _line(line: OrderLine, amount: Quantity) -> DeliveryLine:
    return DeliveryLine(DeliveryLineId(new_id()), line.id, line.product_id, amount)
