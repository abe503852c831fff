"""Moves: written once, never changed; all else that is kept of the stock is added up from them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    func,
    insert,
    or_,
    select,
)

from app.domain.shared.ids import LotId, MoveId, ProductId
from app.domain.shared.refusals import NotFound
from app.domain.stock.move import Move, Spot
from app.storage.deeds import Changes
from app.storage.lists import in_order, slices
from app.storage.stock_tables import stock_move
from app.storage.types import Rows

_MOVE = (
    stock_move.c.id,
    stock_move.c.kind,
    stock_move.c.product_id,
    stock_move.c.quantity,
    stock_move.c.from_id,
    stock_move.c.to_id,
    stock_move.c.moved_on,
    stock_move.c.made_at,
    stock_move.c.lot_id,
    stock_move.c.source,
    stock_move.c.line,
    stock_move.c.reason,
    stock_move.c.who,
    stock_move.c.reverses_id,
    stock_move.c.value_minor,
    stock_move.c.origin_id,
)
_WHOLE: Rows = select(*_MOVE)
_NAMES = tuple(column.name for column in _MOVE)


class MoveStore:
    """Reads and writes moves on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add(self, new: Sequence[Move]) -> None:
        """Write new moves."""
        self.add_all(new)
        for one in new:
            self._changes.note(f"stock_move:{one.id}", None, one)

    def add_all(self, new: Sequence[Move]) -> None:
        """Write many moves at once; who does so notes them for the audit as one."""
        if new:
            rows = [dict(zip(_NAMES, _values(one), strict=True)) for one in new]
            self._connection.execute(insert(stock_move), rows)

    def get(self, move_id: MoveId) -> Move:
        """Return a move; raises NotFound."""
        found = self.get_all((move_id,))
        if not found:
            raise NotFound(record="stock_move", id=move_id)
        return found[0]

    def get_all(self, ids: Collection[MoveId]) -> tuple[Move, ...]:
        """Return these moves in the order asked for; what is not there is left out."""
        found: dict[int, Move] = {}
        for group in slices(ids):
            rows = self._connection.execute(_WHOLE.where(stock_move.c.id.in_(group)))
            found.update((row.id, _move(row)) for row in rows)
        return in_order(ids, found)

    def last_days(self, ids: Collection[ProductId]) -> dict[ProductId, date]:
        """Return the last day on which each of these products was moved."""
        found: dict[ProductId, date] = {}
        for one in ids:
            wanted = select(func.max(stock_move.c.moved_on)).where(stock_move.c.product_id == one)
            last = self._connection.scalar(wanted)
            if last is not None:
                found[one] = last
        return found

    def of_source(self, source: str) -> tuple[Move, ...]:
        """Return the moves of a paper (``delivery:123``), the oldest first."""
        return self._where(stock_move.c.source == source)

    def of_lot(self, lot_id: LotId) -> tuple[Move, ...]:
        """Return every move of a lot, the oldest first."""
        return self._where(stock_move.c.lot_id == lot_id)

    def back_of(self, move_id: MoveId) -> tuple[Move, ...]:
        """Return the moves by which goods of another one came back."""
        is_back = or_(stock_move.c.reverses_id == move_id, stock_move.c.origin_id == move_id)
        return self._where(is_back)

    def after(self, spot: Spot, day: date) -> Iterator[tuple[date, Move]]:
        """Yield what moved to or from a spot after a day, the latest first."""
        wanted = _WHOLE.where(
            stock_move.c.product_id == spot.product_id,
            stock_move.c.moved_on > day,
            stock_move.c.lot_id.is_not_distinct_from(spot.lot_id),
            or_(
                stock_move.c.from_id == spot.location_id,
                stock_move.c.to_id == spot.location_id,
            ),
        ).order_by(stock_move.c.moved_on.desc(), stock_move.c.id.desc())
        for row in self._connection.execute(wanted):
            move = _move(row)
            yield move.moved_on, move

    def between(self, product_id: ProductId, since: date | None, until: date) -> tuple[Move, ...]:
        """Return the moves of a product in some days, the oldest first."""
        wanted = _WHOLE.where(stock_move.c.product_id == product_id, stock_move.c.moved_on <= until)
        if since is not None:
            wanted = wanted.where(stock_move.c.moved_on >= since)
        ordered_ = wanted.order_by(stock_move.c.moved_on, stock_move.c.id)
        return tuple(map(_move, self._connection.execute(ordered_)))

    def _where(self, kept: ColumnElement[bool]) -> tuple[Move, ...]:
        wanted = _WHOLE.where(kept).order_by(stock_move.c.id)
        return tuple(map(_move, self._connection.execute(wanted)))


def _values(one: Move) -> tuple[Any, ...]:
    return (
        one.id,
        one.kind,
        one.product_id,
        one.quantity,
        one.from_id,
        one.to_id,
        one.moved_on,
        one.made_at,
        one.lot_id,
        one.source,
        one.line,
        one.reason,
        one.who,
        one.reverses,
        one.value_minor,
        one.origin,
    )


def _move(row: Row[Any]) -> Move:
    return Move(*tuple(row))
