"""Spots to be counted: what lies in a warehouse in route order, and what the books say of one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from app.domain.shared.ids import LocationId, LotId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.move import Spot
from app.storage.counts import last_counted
from app.storage.lists import slices, whole
from app.storage.products import product
from app.storage.stock_tables import location, lot, stock_level, stock_move
from app.storage.types import Rows

NOTHING = Decimal(0)


class CountSpots:
    """Reads what is counted on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lying(
        self,
        warehouse_id: LocationId,
        products: Collection[ProductId] | None = None,
        places: Collection[LocationId] | None = None,
    ) -> tuple[Spot, ...]:
        """Return the spots of a warehouse where something lies, as one walks through it.

        ``products`` and ``places`` keep only these.
        """
        kept = [
            or_(location.c.id == warehouse_id, location.c.warehouse_id == warehouse_id),
            stock_level.c.on_hand > NOTHING,
        ]
        if places is not None:
            kept.append(stock_level.c.location_id.in_(tuple(places)))
        if products is None:
            return self._spots(kept)
        rows = [
            spot
            for group in slices(products)
            for spot in self._spots([*kept, stock_level.c.product_id.in_(group)])
        ]
        order = {spot: place for place, spot in enumerate(self._spots(kept))} if rows else {}
        return tuple(sorted(rows, key=order.__getitem__))

    def book(self, spot: Spot, at: datetime | None = None) -> Quantity:
        """Return what the books say of a spot now, or as they said at an earlier moment.

        What was booked since is taken off: by the moment of booking, not by the day of the books.
        """
        wanted = select(stock_level.c.on_hand).where(
            stock_level.c.product_id == spot.product_id,
            stock_level.c.location_id == spot.location_id,
            stock_level.c.lot_id == (spot.lot_id or 0),
        )
        now = self._connection.scalar(wanted) or NOTHING
        return Quantity(now if at is None else now - self._moved_since(spot, at))

    def last_counted(self, warehouse_id: LocationId) -> dict[ProductId, date]:
        """Return when each product of a warehouse was last counted and posted."""
        return last_counted(self._connection, warehouse_id)

    def lot_codes(self, ids: Collection[LotId]) -> dict[LotId, str]:
        """Return the codes of lots."""
        found: dict[LotId, str] = {}
        for group in slices(ids):
            rows = self._connection.execute(select(lot.c.id, lot.c.code).where(lot.c.id.in_(group)))
            found.update((LotId(row.id), row.code) for row in rows)
        return found

    def _moved_since(self, spot: Spot, at: datetime) -> Decimal:
        """Return by how much the moves after a moment changed what lies at a spot."""
        came = self._sum(spot, at, stock_move.c.to_id)
        return came - self._sum(spot, at, stock_move.c.from_id)

    def _sum(self, spot: Spot, at: datetime, side: ColumnElement[int]) -> Decimal:
        key = stock_move.c
        wanted = select(key.quantity).where(
            key.product_id == spot.product_id,
            side == spot.location_id,
            key.made_at > at,
            key.lot_id == spot.lot_id if spot.lot_id else key.lot_id.is_(None),
        )
        return sum(self._connection.scalars(wanted), NOTHING)

    def _spots(self, kept: list[Any]) -> tuple[Spot, ...]:
        wanted: Rows = (
            select(stock_level.c.product_id, stock_level.c.location_id, stock_level.c.lot_id)
            .join(location, location.c.id == stock_level.c.location_id)
            .join(product, product.c.id == stock_level.c.product_id)
            .outerjoin(lot, lot.c.id == stock_level.c.lot_id)
            .where(*kept)
            .order_by(
                location.c.route,
                location.c.code_key,
                product.c.code_key,
                func.coalesce(lot.c.code, ""),
            )
        )
        return tuple(
            Spot(
                ProductId(row.product_id),
                LocationId(row.location_id),
                LotId(row.lot_id) if row.lot_id else None,
            )
            for row in whole(self._connection, wanted)
        )
