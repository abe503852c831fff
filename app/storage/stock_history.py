"""History: what came and went of a product, from which its value can be replayed."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from app.domain.shared.ids import MoveId, ProductId
from app.domain.stock.costs import whole_parts
from app.domain.stock.posting import ValueReason
from app.domain.stock.valuation import Booked, Charge, Event, Left
from app.storage.lists import slices
from app.storage.stock_tables import stock_move, stock_value
from app.storage.stock_values import Revalued, ValueStore
from app.storage.stock_worths import Worth
from app.storage.types import Rows


class StockHistory:
    """Reads the history of products on one open connection."""

    def __init__(self, connection: Connection, values: ValueStore) -> None:
        self._connection = connection
        self._values = values

    def events(self, product_id: ProductId, ours: Collection[int], after: int) -> tuple[Event, ...]:
        """Return what came and went of a product since a move, in the order of its days."""
        key = stock_move.c
        wanted = (
            select(
                key.id,
                key.moved_on,
                key.quantity,
                key.from_id,
                key.to_id,
                key.value_minor,
                key.reverses_id,
                key.origin_id,
            )
            .where(key.product_id == product_id, key.id > after)
            .order_by(key.moved_on, key.id)
        )
        found = []
        here = frozenset(ours)
        for row in self._connection.execute(wanted):
            comes, goes = row.to_id in here, row.from_id in here
            if comes != goes:
                parts = whole_parts(row.quantity)
                sign = 1 if comes else -1
                origin = row.reverses_id or row.origin_id
                found.append(Event(row.id, row.moved_on, sign * parts, row.value_minor, origin))
        return tuple(found)

    def booked(
        self, product_id: ProductId, after: int
    ) -> tuple[tuple[Booked, ...], tuple[Charge, ...]]:
        """Return every change of value since a row, and those that were costs known later."""
        key = stock_value.c
        wanted: Rows = (
            select(key.move_id, key.booked_on, key.amount_minor, key.reason)
            .where(key.product_id == product_id, key.id > after, key.move_id.is_not(None))
            .order_by(key.id)
        )
        rows = self._connection.execute(wanted).all()
        booked = tuple(Booked(row[0], row[1], row[2]) for row in rows)
        charges = (row for row in rows if row.reason is ValueReason.LANDED)
        return booked, tuple(Charge(row[0], row[1], row[2]) for row in charges)

    def opening(self, product_id: ProductId, ours: Collection[int], at: Revalued) -> Worth:
        """Return what lay of a product when its value was set anew, and its worth."""
        before = (one for one in self.events(product_id, ours, 0) if one.move_id < at.id)
        wanted = select(func.sum(stock_value.c.amount_minor)).where(
            stock_value.c.product_id == product_id, stock_value.c.id <= at.id
        )
        value = self._connection.scalar(wanted) or 0
        return Worth(sum(one.quantity for one in before), int(value))

    def left_of(self, ids: Collection[MoveId], until: int) -> dict[int, Left]:
        """Return what of these moves could still come back before a move, and their worth."""
        amounts = self._values.amounts_of(ids)
        found: dict[int, Left] = {}
        for group in slices(ids):
            wanted = select(stock_move.c.id, stock_move.c.quantity).where(
                stock_move.c.id.in_(group)
            )
            for row in self._connection.execute(wanted):
                back = self._back_of(MoveId(row.id), until)
                worth = abs(amounts.get(MoveId(row.id), 0))
                found[row.id] = Left(whole_parts(row.quantity), worth, *back)
        return found

    def _back_of(self, move_id: MoveId, until: int) -> tuple[int, int]:
        key = stock_move.c
        is_back = ((key.reverses_id == move_id) | (key.origin_id == move_id)) & (key.id < until)
        rows = self._connection.execute(select(key.id, key.quantity).where(is_back)).all()
        amounts = self._values.amounts_of([MoveId(row.id) for row in rows])
        quantity = sum(whole_parts(row.quantity) for row in rows)
        return quantity, sum(map(abs, amounts.values()))
