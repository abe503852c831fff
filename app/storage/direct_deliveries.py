"""Deliveries of suppliers straight to customers, as they were noted."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from app.domain.orders.direct import DirectDelivery
from app.domain.shared.ids import ContactId, DirectDeliveryId, OrderLineId
from app.domain.shared.quantities import Quantity
from app.storage.deeds import Changes
from app.storage.lists import slices
from app.storage.order_tables import direct_delivery

_FIELDS = tuple(DirectDelivery.__slots__)


class DirectDeliveries:
    """Reads and writes what suppliers delivered, on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add_all(self, new: Collection[DirectDelivery]) -> None:
        """Write down what suppliers delivered."""
        rows = [{name: getattr(one, name) for name in _FIELDS} for one in new]
        self._connection.execute(direct_delivery.insert(), rows)
        for one in new:
            self._changes.note(f"direct-delivery:{one.id}", None, one)

    def get_all(self, ids: Collection[DirectDeliveryId]) -> tuple[DirectDelivery, ...]:
        """Return these deliveries, the oldest first; what is gone is left out."""
        return self._found(direct_delivery.c.id, ids)

    def of_lines(self, lines: Collection[OrderLineId]) -> tuple[DirectDelivery, ...]:
        """Return what suppliers delivered of these lines of orders, the oldest first."""
        return self._found(direct_delivery.c.order_line_id, lines)

    def remove_all(self, gone: Collection[DirectDelivery]) -> None:
        """Take back what was noted by mistake."""
        for group in slices([one.id for one in gone]):
            self._connection.execute(delete(direct_delivery).where(direct_delivery.c.id.in_(group)))
        for one in gone:
            self._changes.note(f"direct-delivery:{one.id}", one, None)

    def _found(self, column: Any, ids: Collection[int]) -> tuple[DirectDelivery, ...]:
        found: list[Row[Any]] = []
        for group in slices(sorted(ids)):
            wanted = select(direct_delivery).where(column.in_(group))
            found += self._connection.execute(wanted).all()
        found.sort(key=lambda row: (row.delivered_on, row.id))
        return tuple(map(_delivery, found))


def _delivery(row: Row[Any]) -> DirectDelivery:
    return DirectDelivery(
        DirectDeliveryId(row.id),
        OrderLineId(row.order_line_id),
        ContactId(row.supplier_id),
        Quantity(row.quantity),
        row.delivered_on,
        row.reference,
        row.noted_at,
        row.who,
    )
