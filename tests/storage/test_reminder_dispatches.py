"""Dispatches of reminders are appended and never changed."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.reminders.run import Way
from app.services import reminder_sending
from app.storage.database import Database
from tests.reminding import an_owed_office, due, run_on
from tests.trade import at

DAY = date(2026, 3, 1)


def test_every_way_in_which_a_letter_left_is_kept(database: Database) -> None:
    office = an_owed_office(database)
    due(office, "1000", date(2026, 1, 15))
    (letter,) = run_on(office, DAY)
    later = at(office, DAY)
    later.do(reminder_sending.sent, (letter.id,))
    later.do(reminder_sending.sent, (letter.id,), Way.EMAIL, "maija@aamu.example")

    with database.read() as unit:
        found = unit.reminder_dispatches.of((letter.id,))

    assert [(one.way, seq > 0) for one, seq in found] == [(Way.POST, True), (Way.EMAIL, True)]
    for deed in ("UPDATE reminder_dispatch SET who = 'X'", "DELETE FROM reminder_dispatch"):
        with pytest.raises(DBAPIError, match="guard_"), database.write() as unit:
            unit.connection.execute(text(deed))
