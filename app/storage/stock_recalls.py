"""Recalls: the papers by which goods went to customers."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from app.domain.shared.ids import ContactId
from app.domain.stock.recalls import Paper
from app.storage.lists import slices
from app.storage.order_tables import delivery

_DELIVERY = "delivery:"


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
