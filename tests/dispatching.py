"""Deliveries and returns to test with, and lots of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from app.domain.orders.delivery import (
    NO_CARRIAGE,
    Delivery,
    DeliveryLine,
    DeliveryState,
)
from app.domain.orders.goods_return import GoodsReturn, ReturnLine, ReturnState
from app.domain.orders.order import OrderLine
from app.domain.shared.ids import (
    DeliveryId,
    DeliveryLineId,
    LocationId,
    LotId,
    OrderId,
    OrderLineId,
    ProductId,
    ReturnId,
    ReturnLineId,
)
from app.domain.shared.quantities import Quantity
from app.domain.stock.lot import Lot, LotStatus

DAY = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
PRODUCT = ProductId(31)


def pieces(amount: str | int | Decimal) -> Quantity:
    return Quantity(Decimal(amount))


def an_order_line(ordered: str | int, place: int = 0, **parts: Any) -> OrderLine:
    """Return a line of goods in stock, of which nothing went out and nothing is reserved."""
    line = OrderLine(OrderLineId(100 + place), place, PRODUCT, pieces(ordered), is_stocked=True)
    return replace(line, **parts)


def a_delivery_line(amount: str | int, at: int = 1, **parts: Any) -> DeliveryLine:
    line = DeliveryLine(DeliveryLineId(at), OrderLineId(100), PRODUCT, pieces(amount))
    return replace(line, **parts)


def a_delivery(*lines: DeliveryLine, **parts: Any) -> Delivery:
    """Return a planned delivery to Kahvila Aamu."""
    made = Delivery(
        id=DeliveryId(5),
        version=1,
        state=DeliveryState.DRAFT,
        order_id=OrderId(3),
        warehouse_id=LocationId(1),
        customer_id=None,
        customer_name="Kahvila Aamu Oy",
        lines=lines or (a_delivery_line(10),),
    )
    return replace(made, **parts)


def in_picking(*lines: DeliveryLine) -> Delivery:
    one = a_delivery(*lines)
    return one.start(one.lines)


def all_picked(*lines: DeliveryLine) -> Delivery:
    one = in_picking(*lines)
    for line in one.lines:
        one = one.pick(line.id, line.quantity)
    return one


def shipped(*lines: DeliveryLine) -> Delivery:
    return all_picked(*lines).pack(NO_CARRIAGE).ship("DN-1", DAY, AT, {})


def a_return(*lines: ReturnLine, **parts: Any) -> GoodsReturn:
    """Return an announced return of three pieces."""
    line = ReturnLine(ReturnLineId(1), OrderLineId(100), PRODUCT, pieces(3))
    made = GoodsReturn(
        id=ReturnId(9),
        version=1,
        state=ReturnState.ANNOUNCED,
        order_id=OrderId(3),
        customer_id=None,
        customer_name="Kahvila Aamu Oy",
        lines=lines or (line,),
        reason="Too large",
    )
    return replace(made, **parts)


def a_lot(code: str, expires: date | None = None, **parts: Any) -> Lot:
    lot = Lot(LotId(sum(code.encode())), 1, PRODUCT, code, LotStatus.OK, DAY, expires)
    return replace(lot, **parts)
