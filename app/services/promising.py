"""Promising: what there is of a product, what is coming, and on which day an order can be there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.orders.order import Order, OrderDraft
from app.domain.orders.promising import (
    Promise,
    Supply,
    Wish,
    promise,
    promises,
    whole_day,
)
from app.domain.shared.ids import LocationId, OrderId, ProductId
from app.domain.shared.quantities import Quantity
from app.services.office import Desk
from app.services.ordering import UNKEPT, Ordering
from app.services.permissions import Permission, query
from app.services.stock_places import StockPlaces

NONE = Quantity(Decimal(0))


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a clerk tells a customer of a product while ordering.

    ``day`` is the first on which the quantity asked for can be there; None if nobody can say.
    """

    product_id: ProductId
    unit: str
    is_stocked: bool
    supply: Supply
    missing: Quantity = NONE
    day: date | None = None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Simulation:
    """When each line of an order can be there, and when all of it; None if nobody can say."""

    lines: tuple[Promise, ...]
    whole_on: date | None


@query(Permission.ORDERS_READ)
def prospect(
    desk: Desk,
    product_id: ProductId,
    quantity: Decimal,
    warehouse_id: LocationId | None = None,
) -> Prospect:
    """Return what there is of a product and when so much of it, in its own unit, can be there."""
    product = desk.store.products.get(product_id)
    supply = Supplies(desk).of((product_id,), warehouse_id).get(product_id)
    if supply is None:
        nothing = Supply(NONE, NONE)
        return Prospect(product_id, product.unit, is_stocked=False, supply=nothing, day=desk.today)
    found = promise(Wish(0, product_id, Quantity(quantity)), supply, desk.today)
    return Prospect(
        product_id,
        product.unit,
        is_stocked=True,
        supply=supply,
        missing=found.missing,
        day=found.day,
        references=found.references,
    )


@query(Permission.ORDERS_READ)
def simulated(desk: Desk, content: OrderDraft) -> Simulation:
    """Return on which day what is written could be promised, line by line and whole."""
    return _simulated(desk, Ordering(desk).written(content, UNKEPT))


@query(Permission.ORDERS_READ)
def simulation(desk: Desk, order_id: OrderId) -> Simulation:
    """Return on which day what is left of an order can be there; raises NotFound."""
    return _simulated(desk, desk.store.orders.get(order_id))


class Supplies:
    """Reads at one desk what there is of products and what is coming."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(
        self, products: Collection[ProductId], warehouse_id: LocationId | None = None
    ) -> dict[ProductId, Supply]:
        """Return the supply of each stocked product in a warehouse, or in the first."""
        house = warehouse_id or self._home()
        items = self._desk.store.stock_items.get_all(products)
        lying = self._desk.store.order_supply.standings(items.keys())
        coming = self._desk.store.order_supply.incoming(items.keys())
        waiting = self._desk.store.order_lines.waited_for(items.keys())
        found: dict[ProductId, Supply] = {}
        for product_id, item in items.items():
            place = (product_id, house)
            lies = lying.get(place)
            found[product_id] = Supply(
                on_hand=lies.on_hand if lies else NONE,
                free=lies.free if lies else NONE,
                incoming=tuple(coming.get(place, ())),
                waiting=Quantity(waiting.get(place, Decimal(0))),
                lead_days=item.reorder.lead_days,
            )
        return found

    def _home(self) -> LocationId:
        home = StockPlaces(self._desk).home_if_any()
        return home.id if home is not None else LocationId(0)


def _simulated(desk: Desk, order: Order) -> Simulation:
    """Return when the open lines of an order can be there: what is held for them already is."""
    wishes = [
        Wish(line.place, line.product_id, Quantity(max(NONE, line.unreserved)))
        for line in order.lines
        if line.is_stocked and line.product_id is not None and line.open
    ]
    named = frozenset(one.product_id for one in wishes)
    supplies = Supplies(desk).of(named, order.warehouse_id)
    if order.number:
        supplies = {one: _without(order, one, supply) for one, supply in supplies.items()}
    found = promises(wishes, supplies, desk.today)
    return Simulation(found, whole_day(found, desk.today))


def _without(order: Order, product_id: ProductId, supply: Supply) -> Supply:
    """Return a supply without what the order itself waits for."""
    own = sum((one.unreserved for one in order.lines if one.product_id == product_id), NONE)
    waiting = Quantity(max(NONE, supply.waiting - own))
    return Supply(supply.on_hand, supply.free, supply.incoming, waiting, supply.lead_days)
