"""Looks: counts of a product that found what the books said, which move nothing."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.domain.shared.ids import CountId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.stock.count import CountState
from app.domain.stock.count_row import Look
from app.storage.count_tables import stock_count, stock_count_line
from app.storage.lists import whole
from app.storage.stock_tables import location, lot
from app.storage.types import Rows


class CountLooks:
    """Reads on one open connection when a product was found as the books said."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, product_id: ProductId) -> tuple[Look, ...]:
        """Return the posted counts that found of a product what the books said then."""
        key = stock_count_line.c
        wanted: Rows = (
            select(
                *(key.id, key.count_id, key.counted, key.counted_at, key.counted_by),
                *(location.c.code, lot.c.code.label("lot_code")),
            )
            .join(stock_count, stock_count.c.id == key.count_id)
            .join(location, location.c.id == key.location_id)
            .outerjoin(lot, lot.c.id == key.lot_id)
            .where(
                key.product_id == product_id,
                stock_count.c.state == CountState.POSTED,
                key.counted == key.book,
            )
            .order_by(key.counted_at, key.id)
        )
        return tuple(
            Look(
                id=row.id,
                count_id=CountId(row.count_id),
                counted=Quantity(row.counted),
                at=row.counted_at,
                who=row.counted_by,
                place=row.code,
                lot=row.lot_code or "",
            )
            for row in whole(self._connection, wanted)
        )
