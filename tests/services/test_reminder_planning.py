"""Planning from what is open: as many statements however many documents there are."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.shared.ids import ReminderRunId
from app.services.office import Office, no_progress
from app.services.reminder_planning import Planning
from app.storage.database import Database
from tests.reminding import TERMS, an_owed_office, due
from tests.services.test_reminder_issuing import another
from tests.storage.plans import statements_of
from tests.trade import at

RUN_DAY = date(2026, 3, 1)


@pytest.fixture
def office(database: Database) -> Office:
    return an_owed_office(database)


def statements(office: Office) -> int:
    """Return how many statements planning a run takes."""
    with office.database.read() as unit, statements_of(unit.connection) as told:
        planning = Planning(office.desk(unit, no_progress))
        ground = planning.ground(RUN_DAY, TERMS)
        planned = list(planning.letters(ReminderRunId(0), ground))
    assert planned
    return len(told)


def test_more_customers_and_documents_take_no_more_statements(office: Office) -> None:
    due(office, "1000", date(2026, 1, 15))
    few = statements(at(office, RUN_DAY))
    for number in range(1002, 1006):
        due(office, "500", date(2026, 1, 15), another(office, f"Baari {number}", number))

    assert statements(at(office, RUN_DAY)) == few
