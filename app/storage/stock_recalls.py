"""Recalls: the papers by which goods went to customers, and those behind all other moves."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Table, select

from app.domain.shared.ids import ContactId, EntryId, MoveId
from app.domain.stock.recalls import Paper
from app.storage.count_tables import stock_count
from app.storage.lists import slices
from app.storage.order_tables import delivery, goods_return
from app.storage.receipt_tables import receipt
from app.storage.stock_tables import stock_value
from app.storage.types import Rows

_DELIVERY = "delivery:"
_NUMBERED: dict[str, Table[Any]] = {
    "delivery": delivery,
    "goods-return": goods_return,
    "receipt": receipt,
    "stock-count": stock_count,
}
"""The papers that have numbers, by the names that moves give them."""


class RecallStore:
    """Reads who got what on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def papers(self, sources: Collection[str]) -> dict[str, Paper]:
        """Return the deliveries among these papers, by the name that moves call them."""
        wanted = [one for one in sources if one.startswith(_DELIVERY)]
        ids = [int(one.removeprefix(_DELIVERY)) for one in wanted]
        found: dict[str, Paper] = {}
        for group in slices(ids):
            key = delivery.c
            named = select(key.id, key.number, key.customer_id, key.customer_name)
            for row in self._connection.execute(named.where(key.id.in_(group))):
                who = None if row.customer_id is None else ContactId(row.customer_id)
                found[f"{_DELIVERY}{row.id}"] = Paper(row.number or "", who, row.customer_name)
        return found

    def numbers(self, sources: Collection[str]) -> dict[str, str]:
        """Return the numbers of papers, by the name that moves call them; some have none."""
        found: dict[str, str] = {}
        for kind, table in _NUMBERED.items():
            ids = [int(one.partition(":")[2]) for one in sources if one.startswith(f"{kind}:")]
            for group in slices(ids):
                wanted: Rows = select(table.c.id, table.c.number).where(table.c.id.in_(group))
                rows = self._connection.execute(wanted)
                found.update((f"{kind}:{row[0]}", row[1] or "") for row in rows)
        return found

    def entries(self, moves: Collection[MoveId]) -> dict[int, EntryId]:
        """Return the entries that booked moves; what changed no value has none."""
        found: dict[int, EntryId] = {}
        key = stock_value.c
        for group in slices(moves):
            wanted: Rows = select(key.move_id, key.entry_id).where(
                key.move_id.in_(group), key.entry_id.is_not(None)
            )
            for row in self._connection.execute(wanted.order_by(key.id)):
                found.setdefault(int(row[0]), EntryId(row[1]))
        return found
