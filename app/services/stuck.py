"""Stuck: why orders do not go on, for one that is looked at and for a page of the queue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.orders.order import Order, OrderLine
from app.domain.orders.promising import Incoming
from app.domain.orders.stuck import Lack, Situation, stuck
from app.domain.shared.ids import ContactId, LocationId, OrderId, ProductId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity
from app.services.kit_lacks import KitLacks, brought
from app.services.office import Desk
from app.services.ordering import Ordering
from app.services.permissions import Permission, query


@query(Permission.ORDERS_READ)
def why(desk: Desk, order_id: OrderId) -> tuple[Problem, ...]:
    """Return why an order does not go on, what weighs most first; raises NotFound."""
    order = desk.store.orders.get(order_id)
    situation = Situations(desk).of((order,))[order.id]
    exposure = Ordering(desk).exposure(order)
    if exposure is not None and exposure.is_over and exposure.limit is not None:
        over = (exposure.whole.amount, exposure.limit.amount, exposure.whole.currency)
        situation = replace(situation, over=over)
    return stuck(situation, desk.today)


class Situations:
    """Reads at one desk how orders stand, all of them at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, orders: Sequence[Order]) -> dict[OrderId, Situation]:
        """Return how each of these orders stands."""
        short = {
            line.product_id
            for order in orders
            for line in order.lines
            if (line.unreserved > 0 or _is_direct(line)) and line.product_id is not None
        }
        store = self._desk.store
        coming = store.order_supply.incoming(short)
        products = {one.id: one for one in store.products.get_all(sorted(short))}
        language = store.company.get().language
        names = {
            one: (f"{product.code} {product.name_in(language)}", product.unit)
            for one, product in products.items()
        }
        suppliers = self._suppliers(orders)
        kits = KitLacks(self._desk).of(orders)
        in_hand = store.order_supply.in_hand([order.id for order in orders])
        return {
            order.id: Situation(
                order,
                (
                    *self._lacks(order, names, coming),
                    *_awaited(order, names, suppliers),
                    *kits.get(order.id, ()),
                ),
                in_hand.get(order.id, ()),
            )
            for order in orders
        }

    def _suppliers(self, orders: Sequence[Order]) -> dict[ContactId, str]:
        """Return the names of those who deliver straight to customers."""
        wanted = {line.supplier_id for order in orders for line in order.lines if _is_direct(line)}
        rows = self._desk.store.contact_lists.rows(sorted(filter(None, wanted)))
        return {row.id: row.name for row in rows}

    def _lacks(
        self,
        order: Order,
        names: dict[ProductId, tuple[str, str]],
        coming: dict[tuple[ProductId, LocationId], list[Incoming]],
    ) -> Iterable[Lack]:
        for line in order.lines:
            if line.unreserved <= 0 or line.product_id not in names:
                continue
            name, unit = names[line.product_id]
            house = order.warehouse_id or LocationId(0)
            lack = Lack(line.place, name, unit, Quantity(line.unreserved))
            yield brought(lack, coming.get((line.product_id, house), []))


def _is_direct(line: OrderLine) -> bool:
    """Say whether a supplier is still to deliver something of a line."""
    return line.supplier_id is not None and line.open > 0


def _awaited(
    order: Order,
    names: dict[ProductId, tuple[str, str]],
    suppliers: dict[ContactId, str],
) -> Iterable[Lack]:
    """Yield what suppliers are still to deliver straight to the customer."""
    for line in order.lines:
        if not _is_direct(line) or line.supplier_id is None:
            continue
        described = order.wanted.lines[line.place : line.place + 1]
        usual = (described[0].description, described[0].unit) if described else ("–", "")
        name, unit = names.get(line.product_id, usual) if line.product_id else usual
        supplier = suppliers.get(line.supplier_id, "–")
        yield Lack(line.place, name, unit, line.open, supplier=supplier)
