"""Lists of stock: what is on hand now or was on a day, with its value, and moves as rows."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, case, func, select

from app.domain.shared.ids import MoveId, ProductId
from app.domain.shared.paging import View, sort_of, states_of
from app.domain.shared.quantities import Quantity
from app.domain.stock.costs import as_quantity
from app.domain.stock.location import LocationKind
from app.domain.stock.rows import MoveRow, OnHandRow, OnHandSort, Shown
from app.storage.admin import facts_of
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.products import product
from app.storage.stock_past import Held, PastStock
from app.storage.stock_tables import (
    location,
    lot,
    stock_item,
    stock_move,
    stock_standing,
    stock_value,
    stock_worth,
)
from app.storage.types import Rows

_WHOLE = ("on_hand", "blocked", "reserved", "incoming")


_STANDING: Rows = select(
    stock_standing.c.product_id, *(func.sum(stock_standing.c[name]).label(name) for name in _WHOLE)
).group_by(stock_standing.c.product_id)
"""How each product stands in all warehouses together."""
_SUMMED: FromClause = _STANDING.subquery("summed")
_NOTHING = (as_quantity(0),) * len(_WHOLE)
ZERO = Decimal(0)
_ON_HAND = func.coalesce(_SUMMED.c.on_hand, ZERO)
_FREE = _ON_HAND - func.coalesce(_SUMMED.c.blocked, ZERO) - func.coalesce(_SUMMED.c.reserved, ZERO)
_COMING = func.coalesce(_SUMMED.c.incoming, ZERO)
_SORTED: dict[OnHandSort, ColumnElement[Any]] = {
    OnHandSort.NAME: product.c.name_key,
    OnHandSort.CODE: product.c.code_key,
    OnHandSort.ON_HAND: _ON_HAND,
    OnHandSort.FREE: _FREE,
    OnHandSort.VALUE: func.coalesce(stock_worth.c.value_minor, 0),
}
_SHOWN: dict[Shown, ColumnElement[bool]] = {
    Shown.THERE: _ON_HAND > ZERO,
    Shown.SHORT: (stock_item.c.reorder_least > ZERO)
    & (stock_item.c.reorder_least > _FREE + _COMING),
    Shown.OUT: _ON_HAND == ZERO,
    Shown.INCOMING: _COMING > ZERO,
    Shown.BLOCKED: func.coalesce(_SUMMED.c.blocked, ZERO) > ZERO,
}
_PLAIN = frozenset({OnHandSort.NAME, OnHandSort.CODE})


class StockLists:
    """Reads lists of stock on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.past = PastStock(connection)

    def spine(self, view: View, among: Collection[int] | None) -> array[int]:
        """Return the stocked products of a list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _listed(view), stock_item.c.product_id, among)

    def first(self, view: View, size: int, among: Collection[int] | None) -> array[int]:
        """Return the first stocked products of a list in its order."""
        return found_first(self._connection, _listed(view), stock_item.c.product_id, size, among)

    def spine_on(self, view: View, day: date, among: Collection[int] | None) -> array[int]:
        """Return the list as it was at the end of a day: only what was there then, in order."""
        held = self.past.held(day)
        sort = sort_of(OnHandSort, view.sort, OnHandSort.NAME)
        by_name = View(sort=sort.value if sort in _PLAIN else "", is_descending=view.is_descending)
        ids = found_spine(self._connection, _listed(by_name), stock_item.c.product_id, among)
        there = [one for one in ids if any(held.get(one, Held()))]
        if sort in {OnHandSort.ON_HAND, OnHandSort.FREE}:
            there.sort(key=lambda one: held[one].quantity, reverse=view.is_descending)
        elif sort is OnHandSort.VALUE:
            there.sort(key=lambda one: held[one].value, reverse=view.is_descending)
        return array("q", there)

    def rows(self, ids: Sequence[int], day: date | None = None) -> tuple[OnHandRow, ...]:
        """Return the rows of these products in the order asked for, now or as of a day."""
        found: dict[int, OnHandRow] = {}
        past = self.past.held(day, ids) if day is not None else None
        for group in slices(ids):
            standing = self._standing(group) if past is None else {}
            wanted = _ROWS.where(stock_item.c.product_id.in_(group))
            for row in whole(self._connection, wanted):
                stands = standing.get(row.product_id, _NOTHING)
                found[row.product_id] = _row(row, stands, past, self._currency)
        return in_order(ids, found)

    def _standing(self, ids: Collection[int]) -> Mapping[int, Sequence[Any]]:
        """Return how these products stand in all warehouses together, as in ``_WHOLE``."""
        wanted = _STANDING.where(stock_standing.c.product_id.in_(ids))
        return {int(row[0]): row[1:] for row in self._connection.execute(wanted)}

    @cached_property
    def _currency(self) -> str:
        facts = facts_of(self._connection)
        return str(facts["currency"]) if facts else ""

    def counts(self) -> dict[str, int]:
        """Return how many products the list shows under each of its chips."""
        found: dict[str, int] = {}
        for shown, kept in _SHOWN.items():
            wanted = _joined(func.count()).where(kept)
            found[shown.value] = int(self._connection.scalar(wanted) or 0)
        return found

    def worth(self) -> int:
        """Return what the whole stock is worth now."""
        return int(self._connection.scalar(select(func.sum(stock_worth.c.value_minor))) or 0)

    def moves(self, ids: Sequence[int]) -> tuple[MoveRow, ...]:
        """Return the rows of these moves in the order asked for."""
        found: dict[int, MoveRow] = {}
        for group in slices(ids):
            worth = self._worth_of(group)
            back = self._reversed(group)
            for row in whole(self._connection, _MOVES.where(stock_move.c.id.in_(group))):
                values: Any = (*row, worth.get(row.id, 0), back.get(row.id), self._currency)
                found[row.id] = MoveRow(*values)
        return in_order(ids, found)

    def _worth_of(self, ids: Collection[int]) -> Mapping[int, int]:
        key = stock_value.c
        wanted: Rows = select(key.move_id, func.sum(key.amount_minor)).where(key.move_id.in_(ids))
        rows = self._connection.execute(wanted.group_by(key.move_id))
        return {int(row[0]): int(row[1]) for row in rows}

    def _reversed(self, ids: Collection[int]) -> Mapping[int, MoveId]:
        key = stock_move.c
        wanted = select(key.reverses_id, key.id).where(key.reverses_id.in_(ids))
        return {int(row[0] or 0): MoveId(row[1]) for row in self._connection.execute(wanted)}


_ROWS: Rows = select(
    stock_item.c.product_id,
    product.c.code,
    product.c.names,
    product.c.unit,
    stock_worth.c.value_minor,
    stock_item.c.reorder_least,
).select_from(
    stock_item.join(product, product.c.id == stock_item.c.product_id).outerjoin(
        stock_worth, stock_worth.c.product_id == stock_item.c.product_id
    )
)


def _told(place: FromClause) -> ColumnElement[str]:
    """Return what a place is called: one at a customer's by the customer, others by code."""
    return case((place.c.kind == LocationKind.CONSIGNED, place.c.name), else_=place.c.code)


_FROM = location.alias("from_place")
_TO = location.alias("to_place")
_MOVES: Rows = (
    select(
        *(stock_move.c.id, stock_move.c.kind, stock_move.c.product_id),
        *(product.c.code, product.c.names, product.c.unit, stock_move.c.quantity),
        *(_told(_FROM).label("from_code"), _told(_TO).label("to_code"), stock_move.c.moved_on),
        func.coalesce(lot.c.code, "").label("lot_code"),
        *(stock_move.c.source, stock_move.c.reason, stock_move.c.who),
        stock_move.c.reverses_id,
    )
    .join(product, product.c.id == stock_move.c.product_id)
    .join(_FROM, _FROM.c.id == stock_move.c.from_id)
    .join(_TO, _TO.c.id == stock_move.c.to_id)
    .outerjoin(lot, lot.c.id == stock_move.c.lot_id)
)


def _joined(*columns: ColumnElement[Any]) -> Rows:
    wanted: Rows = select(*columns).select_from(
        stock_item.join(product, product.c.id == stock_item.c.product_id)
        .outerjoin(_SUMMED, _SUMMED.c.product_id == stock_item.c.product_id)
        .outerjoin(stock_worth, stock_worth.c.product_id == stock_item.c.product_id)
    )
    return wanted


def _listed(view: View) -> Select[int]:
    sort = sort_of(OnHandSort, view.sort, OnHandSort.NAME)
    shown = states_of(Shown, view.only)
    if sort in _PLAIN and not shown:
        plain = stock_item.join(product, product.c.id == stock_item.c.product_id)
        wanted: Any = select(stock_item.c.product_id).select_from(plain)
    else:
        wanted = _joined(stock_item.c.product_id)
    for one in shown:
        wanted = wanted.where(_SHOWN[one])
    wanted = wanted.where(stock_item.c.is_kit == 0)
    return ordered(wanted, _SORTED[sort], stock_item.c.product_id, view)


def _row(
    row: Any, stands: Sequence[Any], past: Mapping[int, Held] | None, currency: str
) -> OnHandRow:
    on_hand, blocked, reserved, incoming = stands
    value = row.value_minor or 0
    free = on_hand - blocked - reserved
    if past is not None:
        held = past.get(row.product_id, Held())
        on_hand, value = as_quantity(held.quantity), held.value
        free = on_hand
    return OnHandRow(
        id=ProductId(row.product_id),
        code=row.code,
        names=row.names,
        unit=row.unit,
        on_hand=on_hand,
        free=Quantity(free),
        reserved=reserved,
        blocked=blocked,
        incoming=incoming,
        value_minor=value,
        least=row.reorder_least,
        currency=currency,
    )
