"""What is needed of products: what orders want, what is on its way, and what is to be reordered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import Connection, func, select, type_coerce

from app.domain.orders.order import OrderState
from app.domain.shared.ids import LocationId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.reorder import Coming
from app.domain.stock.rows import AWAITED
from app.storage.lists import slices, whole
from app.storage.order_tables import order_line, sales_order
from app.storage.receipt_tables import receipt, receipt_line
from app.storage.stock_tables import AMOUNT, stock_item, stock_standing
from app.storage.types import Rows


class Wanted(NamedTuple):
    """What an order still wants of a product, and when it was promised."""

    product_id: ProductId
    quantity: Quantity
    promised_on: date | None
    number: str


class Standing(NamedTuple):
    """How a product stands in a warehouse."""

    on_hand: Quantity
    blocked: Quantity
    reserved: Quantity


NOTHING = Quantity(Decimal(0))
NOWHERE = Standing(NOTHING, NOTHING, NOTHING)


class StockNeeds:
    """Reads what is wanted and on its way in one warehouse, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def reordered(self) -> tuple[ProductId, ...]:
        """Return the products that have a least."""
        wanted = (
            select(stock_item.c.product_id)
            .where(stock_item.c.reorder_least > NOTHING, stock_item.c.is_kit == 0)
            .order_by(stock_item.c.product_id)
        )
        return tuple(map(ProductId, self._connection.scalars(wanted)))

    def standings(
        self, ids: Collection[ProductId], warehouse_id: LocationId
    ) -> Mapping[ProductId, Standing]:
        """Return how these products stand in a warehouse; what never was there stands nowhere."""
        found = dict.fromkeys(ids, NOWHERE)
        key = stock_standing.c
        for group in slices(ids):
            wanted = select(key.product_id, key.on_hand, key.blocked, key.reserved).where(
                key.warehouse_id == warehouse_id, key.product_id.in_(group)
            )
            for row in self._connection.execute(wanted):
                standing = Standing(
                    Quantity(row.on_hand), Quantity(row.blocked), Quantity(row.reserved)
                )
                found[ProductId(row.product_id)] = standing
        return found

    def wanted(
        self, ids: Collection[ProductId], warehouse_id: LocationId
    ) -> Mapping[ProductId, tuple[Wanted, ...]]:
        """Return what orders still want of these products from a warehouse, the soonest first."""
        found: dict[ProductId, list[Wanted]] = defaultdict(list)
        key = order_line.c
        left = type_coerce(key.ordered - key.cancelled - key.delivered, AMOUNT)
        day = func.coalesce(key.promised_on, sales_order.c.promised_on, sales_order.c.wanted_on)
        for group in slices(ids):
            wanted: Rows = (
                select(key.product_id, left, day, sales_order.c.number)
                .join(sales_order, sales_order.c.id == key.order_id)
                .where(
                    key.product_id.in_(group),
                    sales_order.c.warehouse_id == warehouse_id,
                    sales_order.c.state == OrderState.CONFIRMED,
                    key.ordered > key.cancelled + key.delivered,
                )
                .order_by(day.asc().nulls_last(), sales_order.c.id)
            )
            for product_id, quantity, promised, number in whole(self._connection, wanted):
                one = Wanted(ProductId(product_id), Quantity(quantity), promised, number or "")
                found[one.product_id].append(one)
        return {one: tuple(mine) for one, mine in found.items()}

    def coming(
        self, ids: Collection[ProductId], warehouse_id: LocationId
    ) -> Mapping[ProductId, tuple[Coming, ...]]:
        """Return what is still to come of these products to a warehouse, the soonest first."""
        found: dict[ProductId, list[Coming]] = defaultdict(list)
        key = receipt_line.c
        for group in slices(ids):
            wanted: Rows = (
                select(
                    key.product_id,
                    type_coerce(key.expected - key.received, AMOUNT),
                    receipt.c.expected_on,
                    receipt.c.number,
                    receipt.c.reference,
                    receipt.c.supplier_name,
                )
                .join(receipt, receipt.c.id == key.receipt_id)
                .where(
                    key.product_id.in_(group),
                    receipt.c.warehouse_id == warehouse_id,
                    receipt.c.state.in_(AWAITED),
                    key.expected > key.received,
                )
                .order_by(receipt.c.expected_on.asc().nulls_last(), receipt.c.id)
            )
            for product_id, quantity, day, *names in whole(self._connection, wanted):
                reference = next(filter(None, names), "")
                one = Coming(Quantity(quantity), day, reference)
                found[ProductId(product_id)].append(one)
        return {one: tuple(mine) for one, mine in found.items()}
