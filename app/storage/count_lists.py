"""Lists of counts, and the lines of one with what they are."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, select

from app.domain.shared.ids import CountId, CountLineId
from app.domain.shared.paging import View, sort_of, states_of
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import NotFound
from app.domain.stock.count import KIND, CountState
from app.domain.stock.count_row import NEWEST, CountLineRow, CountRow, CountSort, Worth
from app.storage.admin import facts_of
from app.storage.count_tables import stock_count, stock_count_line
from app.storage.counts import line_of
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.products import product
from app.storage.stock_tables import location, lot, stock_item, stock_worth
from app.storage.types import Rows

_SORTED: dict[CountSort, ColumnElement[Any]] = {
    CountSort.NUMBER: stock_count.c.number,
    CountSort.PLANNED_ON: stock_count.c.planned_on,
    CountSort.POSTED_ON: stock_count.c.posted_on,
}
_HEAD = (
    stock_count.c.id,
    stock_count.c.number,
    stock_count.c.state,
    stock_count.c.kind,
    stock_count.c.warehouse_id,
    location.c.code,
    stock_count.c.is_blind,
    stock_count.c.planned_on,
    stock_count.c.posted_on,
    stock_count.c.made_by,
    stock_count.c.approved_by,
)
_LINE = (
    stock_count_line,
    product.c.code,
    product.c.names,
    product.c.unit,
    product.c.gtin,
    stock_item.c.tracking,
    location.c.code.label("place_code"),
    lot.c.code.label("lot_code"),
    stock_worth.c.quantity,
    stock_worth.c.value_minor,
)


class CountLists:
    """Reads lists of counts on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(self, view: View = NEWEST, among: Collection[int] | None = None) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _listed(view), stock_count.c.id, among)

    def first(self, view: View, size: int, among: Collection[int] | None = None) -> array[int]:
        """Return the first ids of the list in its order; ``among`` keeps only these."""
        return found_first(self._connection, _listed(view), stock_count.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[CountRow, ...]:
        """Return the rows of these counts, in the order asked for."""
        found: dict[int, CountRow] = {}
        for group in slices(ids):
            sums = self._sums(group)
            wanted: Rows = (
                select(*_HEAD)
                .join(location, location.c.id == stock_count.c.warehouse_id)
                .where(stock_count.c.id.in_(group))
            )
            for row in whole(self._connection, wanted):
                values: tuple[Any, ...] = (*row, *sums.get(row.id, (0, 0, 0)))
                found[row.id] = replace(CountRow(*values), number=row.number or "")
        return in_order(ids, found)

    def numbered(self, number: str) -> CountId:
        """Return the count that has a number; raises NotFound."""
        wanted = select(stock_count.c.id).where(stock_count.c.number == number)
        found = self._connection.scalar(wanted)
        if found is None:
            raise NotFound(record=KIND, id=number)
        return CountId(found)

    def counts(self) -> dict[CountState, int]:
        """Return how many counts stand where."""
        state = stock_count.c.state
        found = self._connection.execute(select(state, func.count()).group_by(state))
        return {row[0]: int(row[1]) for row in found}

    def lines(self, count_id: CountId, only: CountLineId | None = None) -> tuple[CountLineRow, ...]:
        """Return the lines of a count in the order of the sheet, or one of them."""
        wanted: Rows = (
            select(*_LINE)
            .join(product, product.c.id == stock_count_line.c.product_id)
            .join(stock_item, stock_item.c.product_id == stock_count_line.c.product_id)
            .join(location, location.c.id == stock_count_line.c.location_id)
            .outerjoin(lot, lot.c.id == stock_count_line.c.lot_id)
            .outerjoin(stock_worth, stock_worth.c.product_id == stock_count_line.c.product_id)
            .where(stock_count_line.c.count_id == count_id)
            .order_by(stock_count_line.c.place)
        )
        if only is not None:
            wanted = wanted.where(stock_count_line.c.id == only)
        facts = facts_of(self._connection)
        currency = str(facts["currency"]) if facts else ""
        return tuple(_line(row, currency) for row in whole(self._connection, wanted))

    def _sums(self, ids: Sequence[int]) -> dict[int, tuple[int, int, int]]:
        """Return how many lines of each count there are, are counted, and differ."""
        key = stock_count_line.c
        differs = case((key.counted != key.book, 1), else_=0)
        wanted: Rows = (
            select(key.count_id, func.count(), func.count(key.counted), func.sum(differs))
            .where(key.count_id.in_(ids))
            .group_by(key.count_id)
        )
        rows = self._connection.execute(wanted)
        return {row[0]: (int(row[1]), int(row[2]), int(row[3])) for row in rows}


def _line(row: Row[Any], currency: str) -> CountLineRow:
    line = line_of(row)
    worth = Worth(Quantity(row.quantity or Decimal(0)), row.value_minor or 0)
    return CountLineRow(
        line,
        row.code,
        row.names,
        row.unit,
        row.gtin,
        row.tracking,
        row.place_code,
        row.lot_code or "",
        worth.of(line.difference),
        currency,
    )


def _listed(view: View) -> Select[int]:
    asked = view if view.sort else NEWEST
    column = _SORTED[sort_of(CountSort, asked.sort, CountSort.PLANNED_ON)]
    wanted = select(stock_count.c.id)
    if view.only:
        wanted = wanted.where(stock_count.c.state.in_(states_of(CountState, view.only)))
    return ordered(wanted, column, stock_count.c.id, asked)
