"""The sample company has a disputed invoice and a run that waits."""

from __future__ import annotations

from datetime import date

from app.domain.reminders.run import LetterState
from app.services import open_items, reminders
from app.services.demo_reminders import tell_reminders
from app.storage.database import Database
from tests.reminding import an_owed_office, due
from tests.trade import at, count


def test_one_claim_is_disputed_and_a_run_waits(database: Database) -> None:
    office = an_owed_office(database)
    for day in (5, 10, 14):
        due(office, "1000", date(2026, 1, day))
    later = at(office, date(2026, 3, 1))

    tell_reminders(later)

    (row,) = later.ask(reminders.runs)
    (letter,) = later.ask(reminders.letters, row.id)
    assert row.of(LetterState.READY) == 1
    assert [one.is_disputed for one in later.ask(open_items.as_of)].count(True) == 1
    assert len(letter.reminded) == 2


def test_without_anything_overdue_nothing_is_told(database: Database) -> None:
    office = an_owed_office(database)

    tell_reminders(office)

    assert count(office, "reminder_run") == 0
