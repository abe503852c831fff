"""The journal of some days comes back whole."""

from __future__ import annotations

from datetime import date

from app.storage.database import Database
from tests.books import an_entry, opened


def test_the_entries_of_some_days_come_oldest_first(database: Database) -> None:
    days = [date(2026, 3, day) for day in (31, 1, 15)] + [date(2026, 2, 28), date(2026, 4, 1)]
    opened(database, *(an_entry(on=day) for day in days))

    with database.read() as unit:
        found = unit.journal.entries_in(date(2026, 3, 1), date(2026, 3, 31))

    assert [entry.booked_on.day for entry in found] == [1, 15, 31]
    assert all(len(entry.postings) == 3 for entry in found)
