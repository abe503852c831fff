"""Every transaction has the stores of reminders, each made once."""

from __future__ import annotations

from app.storage.database import Database


def test_a_store_is_made_once_in_a_transaction(database: Database) -> None:
    with database.read() as unit:
        assert unit.standings is unit.standings
        assert unit.reminders is unit.reminders
        assert unit.reminder_grounds is unit.reminder_grounds
        assert unit.reminder_dispatches is unit.reminder_dispatches
