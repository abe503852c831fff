"""Ways out: what could be done where a place holds less than is asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.domain.shared.ids import LocationId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Refusal
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Level, Spot
from app.domain.stock.moving import Elsewhere, NotEnough, is_blocked
from app.domain.stock.rows import Incoming
from app.services.office import Desk
from app.services.reserving import Reserving
from app.services.stock_places import StockPlaces

_STORED = frozenset({LocationKind.WAREHOUSE, LocationKind.BIN})


class Promised(Refusal):
    """What would be left is less than is reserved for orders."""

    code = "stock.promised"


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What a clerk can do instead: take it elsewhere, wait for what comes, or count the place.

    ``is_stored`` says that the place is one of our shelves: goods can be put and counted there.
    """

    held: Quantity
    elsewhere: tuple[Elsewhere, ...]
    incoming: tuple[Incoming, ...]
    unit: str = ""
    place: str = ""
    is_stored: bool = True


class StockWays:
    """Finds ways out, and keeps what is promised within what is there."""

    def __init__(self, desk: Desk, places: StockPlaces) -> None:
        self._desk = desk
        self._places = places

    def out(self, spot: Spot) -> WaysOut:
        """Return what could be done about a spot that holds too little."""
        store = self._desk.store
        level = store.stock_levels.at((spot,)).get(spot)
        held = Quantity(level.on_hand - level.picked) if level else Quantity(Decimal(0))
        lying = store.stock_levels.of_product(spot.product_id)
        lots = store.lots.get_all({one.spot.lot_id for one in lying if one.spot.lot_id})
        elsewhere = []
        for one in lying:
            place = self._places.get(one.spot.location_id)
            lot = lots.get(one.spot.lot_id) if one.spot.lot_id else None
            free = one.on_hand - one.picked
            is_fit = free > 0 and place.kind in _STORED and one.spot != spot
            if is_fit and not (lot and is_blocked(lot, self._desk.today)):
                code = lot.code if lot else ""
                fit = Elsewhere(place.id, place.code, Quantity(free), one.spot.lot_id, code)
                elsewhere.append(fit)
        incoming = store.goods_receipts.incoming(spot.product_id)
        here = self._places.get(spot.location_id)
        unit = store.products.get(spot.product_id).unit
        is_stored = here.kind in _STORED
        return WaysOut(held, tuple(elsewhere), incoming, unit, here.code, is_stored)

    def not_enough(self, spot: Spot, asked: Quantity, level: Level) -> NotEnough:
        """Return the refusal for a spot that holds too little, with what could be done."""
        return self.missing(spot, asked, Quantity(level.on_hand - level.picked))

    def missing(self, spot: Spot, asked: Quantity, held: Quantity) -> NotEnough:
        """Return the refusal for what holds so much, and less than is asked."""
        ways = self.out(spot)
        product = self._desk.store.products.get(spot.product_id)
        facts: dict[str, object] = {
            "product": product.code,
            "place": self._places.get(spot.location_id).code,
            "count": asked,
            "most": held,
            "product_id": spot.product_id,
            "location_id": spot.location_id,
            "lot_id": spot.lot_id or "",
            "why": "nowhere",
        }
        if ways.elsewhere:
            codes = tuple(dict.fromkeys(one.code for one in ways.elsewhere))
            facts |= {"elsewhere": codes[:5], "why": "elsewhere"}
        elif ways.incoming:
            soonest = ways.incoming[0]
            facts |= {"reference": soonest.reference, "day": soonest.day, "why": "incoming"}
        return NotEnough(**facts)

    def stand(self, changes: Mapping[tuple[ProductId, LocationId], Mapping[str, Decimal]]) -> None:
        """Keep how products stand in warehouses, and who holds what of them.

        What comes is held at once for whoever waits for it; where less is left than is held, the
        last in turn lose it. Raises Promised where what is being picked would be missing.
        """
        levels, gained = self._desk.store.stock_levels, set[ProductId]()
        reserving = Reserving(self._desk)
        for (product_id, warehouse_id), by in changes.items():
            less = by.get("blocked", Decimal(0)) - by.get("on_hand", Decimal(0))
            if less > 0:
                reserving.make_room((product_id, warehouse_id), less)
                free = levels.standing(product_id, warehouse_id).free
                if free < less:
                    self._give_way(product_id, warehouse_id, Quantity(less - free))
            elif less < 0:
                gained.add(product_id)
        levels.add_to_standings(changes)
        if gained:
            reserving.run(gained)

    def _give_way(self, product_id: ProductId, warehouse_id: LocationId, missing: Quantity) -> None:
        """Refuse to take what orders were promised."""
        code = self._desk.store.products.get(product_id).code
        place = self._places.get(warehouse_id).code
        raise Promised(product=code, place=place, count=missing)
