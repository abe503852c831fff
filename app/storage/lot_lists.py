"""Lists of lots: what expires first before the others, and what of each lies where."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select

from app.domain.shared.ids import LotId, ProductId
from app.domain.shared.paging import View, sort_of, states_of
from app.domain.shared.quantities import Quantity
from app.domain.stock.lot import LotStatus
from app.domain.stock.lot_row import SOON, LotRow, LotShown, LotSort
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, spine_of, whole
from app.storage.products import product
from app.storage.stock_tables import location, lot, stock_level
from app.storage.types import Rows

ZERO = Decimal(0)
_SORTED: dict[LotSort, ColumnElement[Any]] = {
    LotSort.EXPIRES_ON: lot.c.expires_on,
    LotSort.LOT: lot.c.code,
    LotSort.PRODUCT: product.c.code_key,
    LotSort.RECEIVED_ON: lot.c.received_on,
}
_LIES: ColumnElement[bool] = exists().where(
    stock_level.c.product_id == lot.c.product_id,
    stock_level.c.lot_id == lot.c.id,
    stock_level.c.on_hand > ZERO,
)


class LotLists:
    """Reads lists of lots as they stand on a day, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(self, view: View, today: date, among: Collection[int] | None) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _listed(view, today), lot.c.id, among)

    def first(
        self, view: View, today: date, size: int, among: Collection[int] | None
    ) -> array[int]:
        """Return the first ids of the list in its order."""
        return found_first(self._connection, _listed(view, today), lot.c.id, size, among)

    def about(self, words: str, products: Collection[int]) -> array[int]:
        """Return the lots whose code has these words, and those of these products."""
        coded = func.lower(lot.c.code).like(f"%{words.casefold()}%")
        wanted = select(lot.c.id).where(or_(coded, lot.c.product_id.in_(products)))
        return spine_of(self._connection, wanted)

    def rows(self, ids: Sequence[int]) -> tuple[LotRow, ...]:
        """Return the rows of these lots in the order asked for; what is gone is left out."""
        found: dict[int, LotRow] = {}
        for group in slices(ids):
            lots = whole(self._connection, _ROWS.where(lot.c.id.in_(group)))
            lying = self._lying({row.product_id for row in lots}, group)
            found.update((row.id, _row(row, lying.get(row.id, ()))) for row in lots)
        return in_order(ids, found)

    def counts(self, today: date) -> dict[str, int]:
        """Return how many lots the list shows under each of its chips."""
        found: dict[str, int] = {}
        for shown in LotShown:
            wanted = select(func.count()).select_from(lot).where(_kept(shown, today))
            found[shown.value] = int(self._connection.scalar(wanted) or 0)
        return found

    def _lying(
        self, products: Collection[int], lots: Collection[int]
    ) -> Mapping[int, Sequence[tuple[str, Decimal]]]:
        """Return by lot where it lies and how much, on the way through the house."""
        key = stock_level.c
        wanted: Rows = (
            select(key.lot_id, location.c.code, key.on_hand)
            .join(location, location.c.id == key.location_id)
            .where(key.product_id.in_(products), key.lot_id.in_(lots), key.on_hand > ZERO)
            .order_by(location.c.route, location.c.code_key)
        )
        found: dict[int, list[tuple[str, Decimal]]] = defaultdict(list)
        for row in whole(self._connection, wanted):
            found[int(row[0])].append((row[1], row[2]))
        return found


_ROWS: Rows = select(
    *(lot.c.id, lot.c.product_id, product.c.code, product.c.names, product.c.unit),
    *(lot.c.code.label("lot_code"), lot.c.status, lot.c.received_on, lot.c.expires_on, lot.c.note),
).join(product, product.c.id == lot.c.product_id)


def _kept(shown: LotShown, today: date) -> ColumnElement[bool]:
    key = lot.c
    match shown:
        case LotShown.SOON:
            return _LIES & (key.expires_on >= today) & (key.expires_on <= today + SOON)
        case LotShown.EXPIRED:
            return _LIES & (key.expires_on < today)
        case LotShown.CHECK:
            return _LIES & (key.status == LotStatus.QUARANTINED)
        case LotShown.BLOCKED:
            return key.status != LotStatus.OK
        case _:
            return _LIES


def _listed(view: View, today: date) -> Select[int]:
    sort = sort_of(LotSort, view.sort, LotSort.EXPIRES_ON)
    wanted: Any = select(lot.c.id).join(product, product.c.id == lot.c.product_id)
    for one in states_of(LotShown, view.only):
        wanted = wanted.where(_kept(one, today))
    return ordered(wanted, _SORTED[sort], lot.c.id, view)


def _row(row: Any, lying: Sequence[tuple[str, Decimal]]) -> LotRow:
    return LotRow(
        id=LotId(row.id),
        product_id=ProductId(row.product_id),
        code=row.code,
        names=row.names,
        unit=row.unit,
        lot=row.lot_code,
        status=row.status,
        received_on=row.received_on,
        expires_on=row.expires_on,
        note=row.note,
        on_hand=Quantity(sum((part for _, part in lying), ZERO)),
        places=tuple(code for code, _ in lying),
    )
