"""Drop shipment: what a supplier delivers straight to the customer, past our own stock."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.orders.order import NOTHING, Order, OrderLine, OrderState
from app.domain.orders.refused import NotConfirmed
from app.domain.shared.ids import ContactId, DirectDeliveryId, OrderLineId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Refusal


class NothingDirect(Refusal):
    """None of these lines can be delivered by a supplier: nothing of them is open."""

    code = "orders.nothing-direct"


class NotDirect(Refusal):
    """The line is delivered by us: what went out of it is told by our own deliveries."""

    code = "orders.not-direct"


class UnderWay(Refusal):
    """Something of the line is being picked or packed for the customer."""

    code = "orders.line-under-way"


class NotYet(Refusal):
    """What is delivered on a day to come is not delivered yet."""

    code = "orders.direct-not-yet"


class BroughtBySupplier(Refusal):
    """What a supplier brought never left our stock, so it does not come back into it."""

    code = "returns.brought-by-supplier"


@dataclass(frozen=True, slots=True)
class DirectDelivery:
    """So much of a line that a supplier brought to the customer, on a day, with its own paper."""

    id: DirectDeliveryId
    order_line_id: OrderLineId
    supplier_id: ContactId
    quantity: Quantity
    delivered_on: date
    reference: str
    noted_at: datetime
    who: str


def directed(order: Order, lines: Collection[OrderLineId], supplier_id: ContactId) -> Order:
    """Return the order of which a supplier delivers these lines; nothing is held for them.

    Raises NotConfirmed where the order is over, NothingDirect, NotFound.
    """
    _require_alive(order)
    chosen = [order.line(one) for one in lines]
    if not chosen or not any(line.open for line in chosen):
        raise NothingDirect(**order.facts)
    after = replace(order, version=order.version + 1)
    for line in chosen:
        after = after.with_line(
            replace(line, supplier_id=supplier_id, is_stocked=False, reserved=NOTHING)
        )
    return after


def brought_home(order: Order, stocked: Mapping[OrderLineId, bool]) -> Order:
    """Return the order of which we deliver these lines ourselves again; the rest goes from stock.

    ``stocked`` says of each line whether its product is kept in stock.
    """
    _require_alive(order)
    after = replace(order, version=order.version + 1)
    for one, is_stocked in stocked.items():
        line = _direct(order.line(one))
        after = after.with_line(replace(line, supplier_id=None, is_stocked=is_stocked))
    return after


def brought(made: Iterable[DirectDelivery]) -> dict[OrderLineId, Quantity]:
    """Return how much of each line suppliers brought."""
    sums: dict[OrderLineId, Quantity] = {}
    for one in made:
        sums[one.order_line_id] = Quantity(sums.get(one.order_line_id, NOTHING) + one.quantity)
    return sums


def require_ours(
    order: Order,
    wanted: Mapping[OrderLineId, Quantity],
    made: Mapping[OrderLineId, Quantity],
) -> None:
    """Raise BroughtBySupplier where more is to come back than we sent ourselves."""
    for line in order.lines:
        straight = made.get(line.id, NOTHING)
        if straight and wanted.get(line.id, NOTHING) > line.delivered - straight - line.returned:
            raise BroughtBySupplier(line=line.place + 1)


def require_direct(order: Order, lines: Collection[OrderLineId]) -> None:
    """Raise NotDirect unless a supplier delivers all of these lines."""
    for one in lines:
        _direct(order.line(one))


def _direct(line: OrderLine) -> OrderLine:
    if line.supplier_id is None:
        raise NotDirect(line=line.place + 1)
    return line


def _require_alive(order: Order) -> None:
    if order.state not in {OrderState.DRAFT, OrderState.CONFIRMED}:
        raise NotConfirmed(**order.facts)
