"""Lots at work: made when goods come, and counted as blocked when they may not go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from app.domain.shared.ids import LocationId, LotId, ProductId, new_id
from app.domain.stock.item import StockItem
from app.domain.stock.lot import Lot, LotStatus
from app.domain.stock.moving import is_blocked
from app.services.office import Desk
from app.services.stock_booking import Booking


class StockLots:
    """Makes, changes and blocks lots at one desk."""

    def __init__(self, desk: Desk, booking: Booking) -> None:
        self._desk = desk
        self._booking = booking

    def coded(self, item: StockItem, code: str, on: date, expires_on: date | None) -> Lot:
        """Return the lot of a code; one that is not known yet comes on this day."""
        found = self._desk.store.lots.coded(item.product_id, code)
        if found is not None:
            return self._with_expiry(found, expires_on)
        keeps = on + timedelta(days=item.shelf_days) if item.shelf_days else None
        status = LotStatus.QUARANTINED if item.is_checked else LotStatus.OK
        made = Lot(
            id=LotId(new_id()),
            version=1,
            product_id=item.product_id,
            code=code.strip(),
            status=status,
            received_on=on,
            expires_on=expires_on or keeps,
        )
        self._desk.store.lots.add(made, is_blocked=is_blocked(made, self._desk.today))
        return made

    def save(self, before: Lot, after: Lot) -> Lot:
        """Write a lot anew, and count what lies of it as blocked or free; raises Promised."""
        saved = self._desk.store.lots.save(before, after)
        self.count(saved)
        return saved

    def expire(self) -> Iterator[Lot]:
        """Block what went past its expiry since it was last looked at, and yield those lots."""
        for lot in self._desk.store.lots.newly_expired(self._desk.today):
            self.count(lot)
            yield lot

    def count(self, lot: Lot) -> None:
        """Keep how much may not go out in step with a lot; raises Promised."""
        lots = self._desk.store.lots
        was, now = lot.id in lots.blocked((lot.id,)), is_blocked(lot, self._desk.today)
        if was == now:
            return
        sums: dict[tuple[ProductId, LocationId], dict[str, Decimal]] = defaultdict(
            lambda: defaultdict(Decimal)
        )
        for level in self._desk.store.stock_levels.of_lot(lot.product_id, lot.id):
            house = self._booking.places.warehouse(level.spot.location_id)
            sums[lot.product_id, house]["blocked"] += level.on_hand if now else -level.on_hand
        lots.counted_as(lot.id, is_blocked=now)
        self._booking.ways.stand(sums)

    def _with_expiry(self, found: Lot, expires_on: date | None) -> Lot:
        if expires_on is None or found.expires_on == expires_on:
            return found
        return self.save(found, replace(found, expires_on=expires_on))
