"""Values: what the stock is worth, and the history from which that can be replayed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select

from app.domain.shared.ids import EntryId, MoveId, ProductId, StockValueId, new_id
from app.domain.stock.posting import ValueReason
from app.storage.lists import slices
from app.storage.stock_tables import (
    stock_move,
    stock_value,
    stock_value_month,
)
from app.storage.types import Rows
from app.storage.upserts import insert_into


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A change of the value of the stock, and the entry that booked it."""

    product_id: ProductId
    booked_on: date
    amount: int
    reason: ValueReason
    move_id: MoveId | None = None
    entry_id: EntryId | None = None


class Revalued(NamedTuple):
    """When the value of a product was last set anew: the day, and the id of its row."""

    day: date
    id: int


class ValueStore:
    """Reads and writes what the stock is worth on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def book(self, rows: Sequence[ValueRow]) -> None:
        """Write changes of value, and add them to the sums of their months."""
        if not rows:
            return
        last = self.last_id()
        fresh_ids = [max(new_id(), last + place) for place in range(1, len(rows) + 1)]
        written = [_row(one, own) for one, own in zip(rows, fresh_ids, strict=True)]
        self._connection.execute(insert(stock_value), written)
        sums: dict[tuple[int, int], int] = defaultdict(int)
        for one in rows:
            sums[one.product_id, month_of(one.booked_on)] += one.amount
        fresh = insert_into(self._connection, stock_value_month)
        kept = stock_value_month.c.amount_minor
        saved = fresh.on_conflict_do_update(
            index_elements=("product_id", "month"),
            set_={"amount_minor": kept + fresh.excluded.amount_minor},
        )
        months = [
            {"product_id": product, "month": month, "amount_minor": amount}
            for (product, month), amount in sorted(sums.items())
        ]
        self._connection.execute(saved, months)

    def last_id(self) -> int:
        """Return the highest id of all changes of value and of all moves, or zero.

        What is written next comes after both, whatever the clock of a machine says.
        """
        values = self._connection.scalar(select(func.max(stock_value.c.id))) or 0
        moves = self._connection.scalar(select(func.max(stock_move.c.id))) or 0
        return max(int(values), int(moves))

    def amounts_of(self, ids: Collection[MoveId]) -> dict[MoveId, int]:
        """Return by how much each of these moves changed the value, all together."""
        found: dict[MoveId, int] = {}
        for group in slices(ids):
            wanted: Rows = (
                select(stock_value.c.move_id, func.sum(stock_value.c.amount_minor))
                .where(stock_value.c.move_id.in_(group))
                .group_by(stock_value.c.move_id)
            )
            rows = self._connection.execute(wanted)
            found.update((MoveId(row[0]), int(row[1])) for row in rows)
        return found

    def landed(self, ids: Collection[MoveId]) -> int:
        """Return what was added to goods that came by these moves, known later."""
        found = 0
        for group in slices(ids):
            wanted = select(func.sum(stock_value.c.amount_minor)).where(
                stock_value.c.move_id.in_(group), stock_value.c.reason == ValueReason.LANDED
            )
            found += int(self._connection.scalar(wanted) or 0)
        return found

    def last_day(self, product_id: ProductId) -> date | None:
        """Return the last day on which the value of a product changed, or none."""
        wanted = select(func.max(stock_value.c.booked_on)).where(
            stock_value.c.product_id == product_id
        )
        return self._connection.scalar(wanted)

    def revalued(self, product_id: ProductId) -> Revalued | None:
        """Return when the value of a product was last set anew, or none."""
        wanted = select(stock_value.c.booked_on, stock_value.c.id).where(
            stock_value.c.product_id == product_id, stock_value.c.move_id.is_(None)
        )
        latest = wanted.order_by(stock_value.c.id.desc()).limit(1)
        found = self._connection.execute(latest).one_or_none()
        return None if found is None else Revalued(found.booked_on, found.id)


def month_of(day: date) -> int:
    """Return the month of a day as sums are kept by it: 202603."""
    return day.year * 100 + day.month


def _row(one: ValueRow, own: int) -> Mapping[str, Any]:
    return {
        "id": StockValueId(own),
        "move_id": one.move_id,
        "product_id": one.product_id,
        "booked_on": one.booked_on,
        "amount_minor": one.amount,
        "reason": one.reason,
        "entry_id": one.entry_id,
    }
