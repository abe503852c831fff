"""Orders on which deliveries and returns of storage tests stand, without their content."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from app.domain.orders.order import Channel, OrderState
from app.domain.shared.ids import OrderId, OrderLineId
from app.domain.stock.item import Billing
from app.domain.stock.location import LocationKind
from app.storage.order_tables import order_line, sales_order
from app.storage.stock_tables import location
from tests.dispatching import DAY, PRODUCT, pieces

ORDER = OrderId(3)


def an_order_stands(connection: Connection, order_id: int = ORDER, number: str = "SO-1") -> None:
    """Write a confirmed order with two lines, 100 and 101."""
    connection.execute(
        insert(sales_order).values(
            id=order_id,
            version=1,
            state=OrderState.CONFIRMED,
            number=number,
            customer_name="Kahvila Aamu Oy",
            customer_key="kahvila",
            order_reference="",
            reference_key="",
            channel=Channel.PHONE,
            priority=3,
            ordered_on=DAY,
            ships_whole=False,
            hold="",
            overridden_by="",
            override_reason="",
            amended=0,
            currency="EUR",
            net_minor=0,
            gross_minor=0,
            reason="",
            wanted={},
        )
    )
    for place in (0, 1):
        _line_stands(connection, order_id, place)


def _line_stands(connection: Connection, order_id: int, place: int) -> None:
    connection.execute(
        insert(order_line).values(
            id=OrderLineId(100 + place),
            order_id=order_id,
            place=place,
            product_id=PRODUCT,
            ordered=pieces(20),
            cancelled=pieces(0),
            delivered=pieces(0),
            invoiced=pieces(0),
            returned=pieces(0),
            reserved=pieces(0),
            is_stocked=True,
            billing=Billing.DELIVERED,
            is_waiting=False,
        )
    )


def a_warehouse_stands(connection: Connection) -> None:
    """Write warehouse 1 with bin 4."""
    for place, kind in ((1, LocationKind.WAREHOUSE), (4, LocationKind.BIN)):
        connection.execute(
            insert(location).values(
                id=place,
                version=1,
                kind=kind,
                code=f"L{place}",
                code_key=f"l{place}",
                name="",
                warehouse_id=1 if place > 1 else None,
                route=place,
                is_closed=False,
            )
        )
