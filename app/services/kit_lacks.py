"""Kits that lack a part: which part, how much of it, and what will bring it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.orders.order import Order, OrderLine
from app.domain.orders.promising import Incoming
from app.domain.orders.stuck import Lack
from app.domain.products.product import Product
from app.domain.shared.ids import LocationId, OrderId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.item import StockItem
from app.services.office import Desk
from app.services.stock_places import StockPlaces
from app.storage.order_supply import Standing

_Place = tuple[ProductId, LocationId]


@dataclass(frozen=True, slots=True)
class Shelves:
    """What lies and what comes of the parts of kits, and what they are called."""

    kits: Mapping[ProductId, StockItem]
    lying: Mapping[_Place, Standing]
    coming: Mapping[_Place, Sequence[Incoming]]
    products: Mapping[ProductId, Product]
    language: str
    home: LocationId


class KitLacks:
    """Finds at one desk which parts of their kits orders wait for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    def of(self, orders: Sequence[Order]) -> dict[OrderId, tuple[Lack, ...]]:
        """Return what the kits of each order lack, as if it were the only one."""
        ids = {line.product_id for order in orders for line in order.lines if _may_be_kit(line)}
        wanted = sorted(filter(None, ids))
        items = self._store.stock_items.get_all(wanted) if wanted else {}
        kits = {one: item for one, item in items.items() if item.is_kit}
        if not kits:
            return {}
        parts = {part.product_id for kit in kits.values() for part in kit.parts}
        home = StockPlaces(self._desk).home_if_any()
        shelves = Shelves(
            kits,
            self._store.order_supply.standings(parts),
            self._store.order_supply.incoming(parts),
            {one.id: one for one in self._store.products.get_all(sorted(parts))},
            self._store.company.get().language,
            home.id if home is not None else LocationId(0),
        )
        return {order.id: tuple(_lacks(order, shelves)) for order in orders}


def _may_be_kit(line: OrderLine) -> bool:
    """Say whether something of a line is owed that does not lie in stock itself."""
    return not line.is_stocked and line.open > 0 and line.supplier_id is None


def _lacks(order: Order, shelves: Shelves) -> Iterator[Lack]:
    """Yield what each line lacks once the lines before it have their share."""
    house = order.warehouse_id or shelves.home
    given: defaultdict[ProductId, Decimal] = defaultdict(Decimal)
    for line in order.lines:
        kit = shelves.kits.get(line.product_id) if line.product_id else None
        if kit is None or not _may_be_kit(line):
            continue
        for part in kit.parts:
            place = (part.product_id, house)
            lies = shelves.lying.get(place)
            free = max(Decimal(0), lies.free if lies else Decimal(0)) - given[part.product_id]
            needed = part.quantity * line.open
            given[part.product_id] += min(needed, free)
            if needed > free:
                product = shelves.products[part.product_id]
                name = f"{product.code} {product.name_in(shelves.language)}"
                missing = Quantity((needed - free).normalize())
                coming = shelves.coming.get(place, ())
                yield brought(Lack(line.place, name, product.unit, missing), coming)


def brought(lack: Lack, coming: Sequence[Incoming]) -> Lack:
    """Return a lack with the receipt with which the last of it comes."""
    needed, last = Decimal(lack.missing), None
    for one in coming:
        last = one
        needed -= one.quantity
        if needed <= 0:
            break
    if last is None:
        return lack
    return replace(lack, expected_on=last.day, reference=last.reference)
