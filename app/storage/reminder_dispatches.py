"""Dispatches of reminders: which bytes left the house, how, when and to whom; only appended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields

from sqlalchemy import Connection, func, insert, select

from app.domain.reminders.sending import Sent
from app.domain.shared.ids import ReminderId
from app.storage.deeds import Changes
from app.storage.lists import slices
from app.storage.reminder_tables import reminder_dispatch
from app.storage.types import Rows

_NAMES = tuple(field.name for field in fields(Sent))


class ReminderDispatches:
    """Reads and appends dispatches of reminders on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def note(self, new: Sent) -> None:
        """Let the audit know of a dispatch before its row is written."""
        self._changes.note(f"reminder-dispatch:{new.reminder_id}", None, new)

    def add(self, new: Sent, audit_seq: int) -> None:
        """Write down a dispatch that a row of the audit tells of."""
        mine = reminder_dispatch.c.reminder_id == new.reminder_id
        position = (self._connection.scalar(select(func.count()).where(mine)) or 0) + 1
        row = {name: getattr(new, name) for name in _NAMES}
        told = row | {"position": position, "audit_seq": audit_seq}
        self._connection.execute(insert(reminder_dispatch), told)

    def of(self, ids: Collection[ReminderId]) -> tuple[tuple[Sent, int], ...]:
        """Return the dispatches of reminders with their rows of the audit, the first one first."""
        found: list[tuple[Sent, int]] = []
        columns = [reminder_dispatch.c[name] for name in _NAMES]
        for group in slices(ids):
            wanted: Rows = (
                select(*columns, reminder_dispatch.c.audit_seq)
                .where(reminder_dispatch.c.reminder_id.in_(group))
                .order_by(reminder_dispatch.c.reminder_id, reminder_dispatch.c.position)
            )
            rows = self._connection.execute(wanted)
            found += ((Sent(*row[:-1]), row.audit_seq) for row in rows)
        return tuple(found)
