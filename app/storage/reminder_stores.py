"""The stores of reminders, as every open transaction has them."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from app.storage.deeds import Changes
from app.storage.reminder_dispatches import ReminderDispatches
from app.storage.reminder_grounds import ReminderGrounds
from app.storage.reminders import ReminderStore
from app.storage.standings import StandingStore


class ReminderStores:
    """What reads and writes reminders over one open transaction."""

    connection: Connection
    changes: Changes

    @cached_property
    def standings(self) -> StandingStore:
        return StandingStore(self.connection, self.changes)

    @cached_property
    def reminders(self) -> ReminderStore:
        return ReminderStore(self.connection, self.changes)

    @cached_property
    def reminder_grounds(self) -> ReminderGrounds:
        return ReminderGrounds(self.connection)

    @cached_property
    def reminder_dispatches(self) -> ReminderDispatches:
        return ReminderDispatches(self.connection, self.changes)
