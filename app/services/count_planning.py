"""Planning a count: which spots it has, in the order in which one walks to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from app.domain.shared.ids import LocationId, ProductId
from app.domain.stock.count import CountKind, Scope
from app.domain.stock.count_refusals import CountedElsewhere, NotAWarehouse, NothingToCount
from app.domain.stock.item import Tracking
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.move import Spot
from app.domain.stock.reports import Abc, ranked
from app.domain.stock.turns import Turn, due, now_due
from app.services.office import Desk
from app.services.stock_places import StockPlaces

YEAR = timedelta(days=365)


class CountPlanning:
    """Knows what is to be counted, at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._spots = desk.store.count_spots

    def warehouse(self, location_id: LocationId) -> Location:
        """Return a warehouse; raises NotAWarehouse, NotFound."""
        found = StockPlaces(self._desk).get(location_id)
        if found.kind is not LocationKind.WAREHOUSE:
            raise NotAWarehouse(code=found.code)
        return found

    def spots(self, warehouse: Location, scope: Scope) -> tuple[Spot, ...]:
        """Return the spots of a count; raises NothingToCount, CountedElsewhere.

        In a cyclic count what another count has stays there: its turn comes again.
        """
        if scope.kind is CountKind.CYCLIC:
            turns = now_due(self.turns(warehouse.id), self._desk.today, scope.most)
            spots = self._free(warehouse, [one.product_id for one in turns])
        elif scope.kind is CountKind.FULL:
            spots = self._spots.lying(warehouse.id)
        else:
            chosen = scope.products or None, scope.places or None
            spots = self._spots.lying(warehouse.id, *chosen) if any(chosen) else ()
        if not spots:
            raise NothingToCount(warehouse=warehouse.code)
        if taken := self._desk.store.counts.counted_elsewhere(spots):
            raise CountedElsewhere(number=taken[0], count=taken[1])
        return spots

    def spots_at(self, warehouse: Location, spot: Spot) -> tuple[Spot, ...]:
        """Return what is counted of a product at one place; raises NothingToCount, NotFound.

        Where the books say nothing, goods without lots may lie all the same.
        """
        lying = self._spots.lying(warehouse.id, (spot.product_id,), (spot.location_id,))
        found = tuple(one for one in lying if spot.lot_id in {None, one.lot_id})
        if found:
            return found
        items = self._desk.store.stock_items.get_all((spot.product_id,))
        item = items.get(spot.product_id)
        if item is None or item.is_kit or item.tracking is not Tracking.NONE:
            raise NothingToCount(warehouse=warehouse.code)
        return (Spot(spot.product_id, spot.location_id),)

    def turns(self, warehouse_id: LocationId) -> tuple[Turn, ...]:
        """Return when each product of a warehouse is to be counted, the most urgent first."""
        store = self._desk.store
        rules = store.stock_rules.get()
        lying = {spot.product_id for spot in self._spots.lying(warehouse_id)}
        return due(lying, self.classes(), self._spots.last_counted(warehouse_id), rules)

    def classes(self) -> dict[ProductId, Abc]:
        """Return the class of every product that went out in the last year."""
        store, today = self._desk.store, self._desk.today
        rules = store.stock_rules.get()
        issued = store.stock_reports.issued(today - YEAR, today)
        found = ranked(issued, rules.a_percent, rules.b_percent)
        return {one.issued.product_id: one.abc for one in found}

    def _free(self, warehouse: Location, products: Sequence[ProductId]) -> tuple[Spot, ...]:
        """Return the spots of products that no other open count has."""
        counts = self._desk.store.counts
        spots = self._spots.lying(warehouse.id, products) if products else ()
        taken = counts.counted_now(spots)
        return tuple(one for one in spots if one not in taken)
