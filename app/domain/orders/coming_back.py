"""Coming back: how much of an order's line a customer can still send back."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.orders.goods_return import (
    MoreThanDelivered,
    NeverDelivered,
    NothingReturned,
)
from app.domain.orders.order import NOTHING, OrderLine
from app.domain.shared.ids import OrderLineId
from app.domain.shared.quantities import Quantity, quantity
from app.domain.shared.refusals import NotFound


def returnable(line: OrderLine, announced: Quantity = NOTHING) -> Quantity:
    """Return what may still come back: delivered, not returned, and not announced already."""
    return Quantity(line.delivered - line.returned - announced)


def require_returnable(
    lines: Mapping[OrderLineId, OrderLine],
    announced: Mapping[OrderLineId, Quantity],
    wanted: Mapping[OrderLineId, Quantity],
) -> None:
    """Raise unless these amounts may come back.

    Raises NothingReturned, NotFound, NeverDelivered, MoreThanDelivered, TooManyPlaces.
    """
    if not wanted or any(quantity(amount) <= 0 for amount in wanted.values()):
        raise NothingReturned
    for line_id, amount in wanted.items():
        if line_id not in lines:
            raise NotFound(record="order_line", id=line_id)
        line = lines[line_id]
        if not line.delivered:
            raise NeverDelivered(line=line.place + 1, asked=amount)
        left = returnable(line, announced.get(line_id, NOTHING))
        if amount > left:
            raise MoreThanDelivered(line=line.place + 1, asked=amount, left=left)
