from __future__ import annotations

from app.storage.database import Database


def test_every_store_of_hours_is_made_once_for_a_transaction(database: Database) -> None:
    with database.read() as unit:
        assert unit.time_weeks is unit.time_weeks
        assert unit.time_entries is unit.time_entries
        assert unit.hour_lists is unit.hour_lists
        assert unit.week_lists is unit.week_lists
        assert unit.work_days is unit.work_days
        assert unit.overtime_rules.all() == ()
