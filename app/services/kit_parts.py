"""Parts of kits: from which spots each part of a kit is taken, no piece of it for two kits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from app.domain.orders.delivery import Delivery, DeliveryLine
from app.domain.orders.order import NOTHING
from app.domain.shared.ids import DeliveryLineId, LocationId, ProductId, new_id
from app.domain.shared.quantities import Quantity, quantity
from app.domain.stock.choosing import Choice
from app.domain.stock.item import StockItem
from app.domain.stock.move import Spot
from app.services import stock_levels
from app.services.office import Desk


class KitParts:
    """Chooses at one desk from where the parts of kits are taken.

    What it chose for one kit it does not choose again for the next.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._given: defaultdict[tuple[ProductId, LocationId], Decimal] = defaultdict(Decimal)

    def among(self, deliveries: Iterable[Delivery]) -> Mapping[ProductId, StockItem]:
        """Return the kits among what lies nowhere itself."""
        lines = (line for one in deliveries for line in one.lines if line.location_id is None)
        ids = {line.product_id for line in lines if line.product_id is not None}
        found = self._desk.store.stock_items.get_all(sorted(ids)) if ids else {}
        return {one: item for one, item in found.items() if item.is_kit}

    def of(
        self, kit: StockItem, line: DeliveryLine, count: Quantity, warehouse_id: LocationId
    ) -> tuple[DeliveryLine, ...]:
        """Return the parts of so many of a kit as lines, each from its spot.

        What lies nowhere is the last line of its part, without a place.
        """
        parts = []
        for part in kit.parts:
            needed = quantity(part.quantity * count)
            spots = dict(self._spots(part.product_id, needed, warehouse_id))
            new = replace(line, product_id=part.product_id, picked=NOTHING, move_id=None)
            for spot, amount in spots.items():
                place = replace(new, location_id=spot.location_id, lot_id=spot.lot_id)
                parts.append(replace(place, id=DeliveryLineId(new_id()), quantity=amount))
            short = Quantity(needed - sum(spots.values(), Decimal(0)))
            if short > 0:
                parts.append(replace(new, id=DeliveryLineId(new_id()), quantity=short))
        return tuple(parts)

    def _spots(
        self, product_id: ProductId, needed: Quantity, warehouse_id: LocationId
    ) -> Iterator[tuple[Spot, Quantity]]:
        """Yield from where so much is taken: what is chosen for all less what is given already."""
        given = self._given[product_id, warehouse_id]
        before = {
            one.spot: one.quantity
            for one in self._chosen(product_id, Quantity(given), warehouse_id)
        }
        for one in self._chosen(product_id, Quantity(given + needed), warehouse_id):
            amount = Quantity(one.quantity - before.get(one.spot, NOTHING))
            if amount > 0:
                self._given[product_id, warehouse_id] += amount
                yield one.spot, amount

    def _chosen(
        self, product_id: ProductId, amount: Quantity, warehouse_id: LocationId
    ) -> tuple[Choice, ...]:
        if amount <= 0:
            return ()
        return stock_levels.choice(self._desk, product_id, amount, warehouse_id)
