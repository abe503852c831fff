"""Promising: what there is of a product, what is coming, and on which day an order can be there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.orders.handling import Agreed, LineDay, agreed, agreed_on
from app.domain.orders.kit_supply import PartSupply, supply_of_kit
from app.domain.orders.order import Order, OrderDraft, OrderLine, OrderState, Priority
from app.domain.orders.promising import (
    Going,
    Promise,
    Supply,
    Turn,
    Wish,
    goings,
    promise,
    promises,
    whole_day,
)
from app.domain.products.product import Product
from app.domain.shared.ids import LocationId, OrderId, OrderLineId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.item import StockItem
from app.services.office import Desk
from app.services.ordering import UNKEPT, Ordering
from app.services.permissions import Permission, command, query
from app.services.stock_places import StockPlaces

NONE = Quantity(Decimal(0))
FARTHEST = 2**63 - 1
"""The id after every other: a draft comes after all who have confirmed orders like it."""


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
class Supposed:
    """So much of a line is still to be delivered, it is supposed, in the product's own unit."""

    place: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Supposition:
    """What is supposed of an order beside what is written: another turn, other quantities."""

    priority: Priority | None = None
    lines: tuple[Supposed, ...] = ()


AS_WRITTEN, NOT_AGREED = Supposition(), Agreed(Priority.NORMAL)


@dataclass(frozen=True, slots=True)
class Goods:
    """A line of an order of which something is still to be delivered."""

    place: int
    line_id: OrderLineId
    description: str
    unit: str
    quantity: Quantity
    is_stocked: bool


@dataclass(frozen=True, slots=True)
class Simulation:
    """When each line of an order can be there, and when all of it; None if nobody can say.

    ``goings`` is what could go out on each day in parts; ``goods`` are also those lines that are
    not kept in stock and can go out any day; ``agreed`` is what stands now.
    """

    lines: tuple[Promise, ...]
    whole_on: date | None
    goings: tuple[Going, ...] = ()
    goods: tuple[Goods, ...] = ()
    agreed: Agreed = NOT_AGREED


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
def simulated(
    desk: Desk,
    content: OrderDraft,
    supposed: Supposition = AS_WRITTEN,
    order_id: OrderId = UNKEPT,
) -> Simulation:
    """Return on which day what is written could be promised, line by line and whole."""
    return Simulating(desk).of(Ordering(desk).written(content, order_id), supposed)


@query(Permission.ORDERS_READ)
def simulation(desk: Desk, order_id: OrderId, supposed: Supposition = AS_WRITTEN) -> Simulation:
    """Return on which day what is left of an order can be there; raises NotFound."""
    return Simulating(desk).of(desk.store.orders.get(order_id), supposed)


@command(Permission.ORDERS_CHANGE)
def agree(desk: Desk, order_id: OrderId, wanted: Agreed) -> Order:
    """Give an order another turn and promise it, or lines of it, for days.

    Raises NotConfirmed, NotFound.
    """
    before = desk.store.orders.take(order_id)
    after, ordering = agreed(before, wanted), Ordering(desk)
    ordering.keep(before, after)
    ordering.reserve(before, after)
    return desk.store.orders.get(order_id)


def line_by_line(found: Simulation, priority: Priority) -> Agreed:
    """Return the promise of each line for its own day, and of the order for the last of them."""
    ids = {one.place: one.line_id for one in found.goods}
    days = [(ids[one.place], one.day) for one in found.lines if one.day is not None]
    last = max((day for _, day in days), default=None)
    own = tuple(LineDay(line_id, day) for line_id, day in days if day != last)
    return Agreed(priority, last, own)


class Supplies:
    """Reads at one desk what there is of products and what is coming."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(
        self,
        products: Collection[ProductId],
        warehouse_id: LocationId | None = None,
        before: Turn | None = None,
    ) -> dict[ProductId, Supply]:
        """Return the supply of each stocked product or kit in a warehouse, or in the first.

        Of what others wait for, only what those wait for counts whose turn comes ``before``.
        """
        items = self._desk.store.stock_items.get_all(products)
        kits = {one: item for one, item in items.items() if item.is_kit}
        parts = {part.product_id for kit in kits.values() for part in kit.parts} - items.keys()
        if parts:
            items |= self._desk.store.stock_items.get_all(parts)
        found = self._lying(items, warehouse_id or self._home(), before)
        none = Supply(NONE, NONE)
        made = {
            one: supply_of_kit(
                [PartSupply(found.get(x.product_id, none), x.quantity) for x in kit.parts]
            )
            for one, kit in kits.items()
        }
        return {one: supply for one, supply in (found | made).items() if one not in parts}

    def _lying(
        self, items: Mapping[ProductId, StockItem], house: LocationId, before: Turn | None
    ) -> dict[ProductId, Supply]:
        """Return the supply of what lies there itself."""
        lying = self._desk.store.order_supply.standings(items.keys())
        coming = self._desk.store.order_supply.incoming(items.keys())
        waiting = self._desk.store.order_lines.waited_for(items.keys(), before)
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


class Simulating:
    """Works out at one desk when orders can be there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, order: Order, supposed: Supposition) -> Simulation:
        """Return when what is left of an order can be there: what is held for it already is."""
        today, turn = self._desk.today, supposed.priority or order.priority
        open_now = _supposed(order, supposed)
        open_now = self._kits_as_stocked(open_now)
        stocked = [line for line in open_now if line.is_stocked and line.product_id is not None]
        named = frozenset(filter(None, (line.product_id for line in stocked)))
        place = Turn(order.id, turn, order.promised_on, order.ordered_on or today)
        if order.state is OrderState.DRAFT:
            place = Turn(OrderId(FARTHEST), turn, order.promised_on, today)
        supplies = Supplies(self._desk).of(named, order.warehouse_id, place)
        wishes = [
            Wish(line.place, line.product_id, line.open, line.reserved)
            for line in stocked
            if line.product_id is not None
        ]
        found = promises(wishes, supplies, today)
        goods = tuple(self._goods(order, open_now))
        return Simulation(found, whole_day(found, today), goings(found), goods, agreed_on(order))

    def _kits_as_stocked(self, lines: list[OrderLine]) -> list[OrderLine]:
        """Return lines of which those of kits wait for goods, too: for what they are made of."""
        ids = {line.product_id for line in lines if line.product_id and not line.is_stocked}
        items = self._desk.store.stock_items.get_all(ids) if ids else {}
        kits = {one for one, item in items.items() if item.is_kit}
        return [
            replace(line, is_stocked=True) if line.product_id in kits else line for line in lines
        ]

    def _goods(self, order: Order, lines: Iterable[OrderLine]) -> Iterator[Goods]:
        units = {one.id: one.unit for one in self._products(order)}
        for line in lines:
            wanted = order.wanted.lines[line.place]
            words = wanted.description.partition("\n")[0].strip()
            unit = units.get(line.product_id, wanted.unit) if line.product_id else wanted.unit
            yield Goods(line.place, line.id, words, unit, line.open, line.is_stocked)

    def _products(self, order: Order) -> tuple[Product, ...]:
        named = sorted({line.product_id for line in order.lines if line.product_id})
        return self._desk.store.products.get_all(named)


def _supposed(order: Order, supposed: Supposition) -> list[OrderLine]:
    """Return the lines of which something is to be delivered, so much of it as is supposed."""
    other = {one.place: one.quantity for one in supposed.lines if one.quantity >= 0}
    lines = (
        replace(line, ordered=Quantity(line.delivered + line.cancelled + other[line.place]))
        if line.place in other
        else line
        for line in order.lines
    )
    return [replace(line, reserved=min(line.reserved, line.open)) for line in lines if line.open]
