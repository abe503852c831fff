"""Stock items: a product becomes stocked, and how it is kept, valued and ordered again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.contacts.row import ContactRow
from app.domain.products.product import Product
from app.domain.products.row import ProductRow
from app.domain.shared.ids import ProductId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity, UnitPrice
from app.domain.shared.refusals import Conflict, Invalid
from app.domain.stock import costs, units
from app.domain.stock.item import Costing, StockItem
from app.domain.stock.keeping import PART_ITSELF, VALUE_WRONG, check_change, check_item, is_revalued
from app.domain.stock.location import Location
from app.domain.stock.moving import NotStocked
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_places import StockPlaces
from app.services.stock_valuing import Valuing


@dataclass(frozen=True, slots=True)
class Kept:
    """How a product is kept, or would be at first, with the records that it names.

    Whoever may not read contacts sees no supplier.
    """

    item: StockItem
    product: ProductRow
    parts: tuple[ProductRow, ...] = ()
    place: Location | None = None
    supplier: ContactRow | None = None


@query(Permission.STOCK_READ)
def opened(desk: Desk, product_id: ProductId) -> Kept:
    """Return how a product is kept, to be changed; raises NotFound."""
    store = desk.store
    product = store.products.get(product_id)
    item = store.stock_items.find(product_id) or StockItem(product.id, 1)
    own, *parts = store.product_lists.rows((product_id, *(one.product_id for one in item.parts)))
    supplier = item.reorder.supplier_id
    may_read = Permission.CONTACTS_READ in desk.who.role.permissions
    named = store.contact_lists.rows((supplier,)) if supplier is not None and may_read else ()
    place = store.locations.get(item.location_id) if item.location_id is not None else None
    return Kept(item, own, tuple(parts), place, next(iter(named), None))


@query(Permission.STOCK_READ)
def get(desk: Desk, product_id: ProductId) -> StockItem | None:
    """Return how a product is kept, or none: it is not stocked."""
    return desk.store.stock_items.find(product_id)


@query(Permission.STOCK_READ)
def get_all(desk: Desk, ids: tuple[ProductId, ...]) -> tuple[StockItem, ...]:
    """Return how these products are kept; what is not stocked is left out."""
    found = desk.store.stock_items.get_all(ids)
    return tuple(found[one] for one in ids if one in found)


@query(Permission.STOCK_READ)
def check(desk: Desk, item: StockItem) -> tuple[Problem, ...]:
    """Return everything that is wrong with how a product is to be kept."""
    product = desk.store.products.get(item.product_id)
    before = desk.store.stock_items.find(item.product_id)
    found = (*check_item(item, product), *_in_a_circle(desk, item))
    if before is None:
        return found
    has_moved = desk.store.stock_items.has_moved(item.product_id)
    return (*found, *check_change(before, item, has_moved=has_moved))


@command(Permission.STOCK_ARRANGE)
def keep(desk: Desk, product_id: ProductId) -> StockItem:
    """Keep a product in stock from now on, as most are kept; raises NotFound."""
    product = desk.store.products.get(product_id)
    found = desk.store.stock_items.find(product_id)
    if found is not None:
        return found
    made = StockItem(product.id, 1)
    desk.store.stock_items.add(made)
    return made


@command(Permission.STOCK_ARRANGE)
def save(desk: Desk, item: StockItem) -> StockItem:
    """Keep a product as is said; what lies there is valued anew where its costing changes.

    ``item.version`` is that which was read, 1 for a new one. Raises Invalid, Conflict, and NotFound
    for a place or a part that is not there.
    """
    require_right(check(desk, item))
    if item.location_id is not None:
        desk.store.locations.get(item.location_id)
    for part in item.parts:
        desk.store.products.get(part.product_id)
    found = desk.store.stock_items.locked((item.product_id,)).get(item.product_id)
    if found is None:
        fresh = replace(item, version=1)
        desk.store.stock_items.add(fresh)
        return fresh
    if found.version != item.version:
        raise Conflict(record="stock_item", id=item.product_id)
    if found == item:
        return found
    if is_revalued(found, item) and desk.store.stock_items.has_moved(item.product_id):
        product = desk.store.products.get(item.product_id)
        valuing = Valuing(desk, StockPlaces(desk).ours)
        valuing.revalue(found, item, None, desk.today)
        valuing.close(product.code, f"stock-item:{item.product_id}")
    return desk.store.stock_items.save(found, item)


@command(Permission.STOCK_APPROVE)
def revalue(desk: Desk, product_id: ProductId, value_minor: int, reason: str) -> int:
    """Write what lies there of a product down or up to a value, and return by how much.

    Raises NotStocked, Invalid for a value below zero, without goods, or at a set cost.
    """
    item = desk.store.stock_items.locked((product_id,)).get(product_id)
    product = desk.store.products.get(product_id)
    if item is None or item.costing is Costing.STANDARD:
        raise NotStocked(product=product.code, why="standard" if item else "")
    worth = desk.store.stock_worths.worths((product_id,))[product_id]
    if value_minor < 0 or (value_minor and not worth.quantity):
        raise Invalid((VALUE_WRONG.at("value_minor"),))
    valuing = Valuing(desk, StockPlaces(desk).ours)
    valuing.revalue(item, item, value_minor, desk.today)
    valuing.close(f"{product.code} {reason}".strip(), f"stock-item:{product_id}")
    return value_minor - worth.value


@query(Permission.STOCK_READ)
def in_own_unit(desk: Desk, product_id: ProductId, quantity: Decimal, unit: str) -> Quantity:
    """Return a quantity in the product's own unit; raises UnknownUnit, NotExact, NotStocked."""
    item, product = _stocked(desk, product_id)
    return units.in_own_unit(item, product, quantity, unit)


@query(Permission.STOCK_READ)
def last_cost(desk: Desk, product_id: ProductId) -> UnitPrice:
    """Return what one of a product costs now: what lies there by the piece, else its set cost."""
    item, _ = _stocked(desk, product_id)
    return StockCosts(desk).of_one(item)


class StockCosts:
    """Knows what one of a product costs where nothing says so: it was found, or is its first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_one(self, item: StockItem) -> UnitPrice:
        """Return the cost of one, to 6 places."""
        if item.costing is Costing.STANDARD:
            return item.standard_cost
        values = self._desk.store.stock_worths
        here = values.worths((item.product_id,))[item.product_id]
        worth = here if here.quantity else values.last_told(item.product_id)
        if not worth.quantity:
            return item.standard_cost
        return costs.cost_of_one(worth.quantity, worth.value, self._currency())

    def of(self, item: StockItem, quantity: Quantity) -> int:
        """Return what so much of a product is worth, in minor units."""
        worth = self._desk.store.stock_worths.worths((item.product_id,))[item.product_id]
        if worth.quantity and item.costing is not Costing.STANDARD:
            return costs.share(worth.value, costs.whole_parts(quantity), worth.quantity)
        return costs.priced(self.of_one(item), quantity, self._currency())

    def _currency(self) -> str:
        return self._desk.store.company.get().currency


def _stocked(desk: Desk, product_id: ProductId) -> tuple[StockItem, Product]:
    product = desk.store.products.get(product_id)
    item = desk.store.stock_items.find(product_id)
    if item is None:
        raise NotStocked(product=product.code, why="")
    return item, product


def _in_a_circle(desk: Desk, item: StockItem) -> Iterator[Problem]:
    """Yield the parts in which the product itself is, however deep."""
    for place, part in enumerate(item.parts):
        seen, ahead = {item.product_id}, {part.product_id} - {item.product_id}
        while ahead:
            seen |= ahead
            inner = desk.store.stock_items.get_all(ahead).values()
            below = {one.product_id for held in inner for one in held.parts}
            if item.product_id in below:
                yield PART_ITSELF.at(f"parts.{place}.product_id")
                break
            ahead = below - seen
