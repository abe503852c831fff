"""Reminders as they are kept: whole, in order, and never changed once they are issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.reminders.run import LetterState, Reminder, ReminderItem, ReminderRun, RunTerms
from app.domain.reminders.run import RunState as State
from app.domain.reminders.standing import InvoiceStanding
from app.domain.shared.ids import DocumentId, ReminderId, ReminderRunId
from app.domain.shared.quantities import Rate
from app.domain.shared.refusals import Conflict, NotFound
from app.domain.shared.vat import RatePeriod
from app.services.office import Office
from app.storage.database import Database
from tests.reminding import an_owed_office, due, run_on
from tests.trade import AAMU

DAY = date(2026, 3, 1)
BASE = (RatePeriod(DAY, Rate(Decimal(2))),)
TERMS = RunTerms(7, 14, 7, Rate(Decimal("10.5")), Decimal(15), 1, BASE)
RUN = ReminderRun(
    ReminderRunId(1), 1, State.PREPARED, DAY, TERMS, "Maija", datetime(2026, 3, 1, tzinfo=UTC)
)


@pytest.fixture
def office(database: Database) -> Office:
    return an_owed_office(database)


def a_letter(office: Office, place: int = 0) -> Reminder:
    invoice = due(office, "1000", date(2026, 1, 15))
    stood = InvoiceStanding(invoice.id, 1, DAY, "no", DAY, interest_minor=5)
    item = ReminderItem(invoice.id, invoice.number, DAY, 5, 4, 3, 2, 1, 1, "x", {"day": "2"}, stood)
    return Reminder(
        ReminderId(10 + place),
        RUN.id,
        place,
        AAMU.id,
        AAMU.name,
        "EUR",
        LetterState.READY,
        principal_minor=4,
        items=(item,),
    )


def test_a_run_comes_back_as_it_was_written(database: Database, office: Office) -> None:
    letters = (a_letter(office), a_letter(office, 1))

    with database.write() as unit:
        unit.reminders.add(RUN, letters)

    with database.read() as unit:
        (row,) = unit.reminders.runs()
        assert unit.reminders.run(RUN.id) == row.run == RUN
        assert unit.reminders.letters(RUN.id) == letters
        assert unit.reminders.letters(RUN.id, LetterState.READY, 1) == letters[:1]
        assert unit.reminders.get_all((ReminderId(11), ReminderId(99))) == letters[1:]
        assert (row.of(LetterState.READY), row.claims) == (2, (("EUR", 8),))
        with pytest.raises(NotFound):
            unit.reminders.run(ReminderRunId(2))


def test_what_was_moved_meanwhile_is_not_written_over(database: Database, office: Office) -> None:
    letter = a_letter(office)
    left_out = replace(letter, state=LetterState.LEFT_OUT)
    with database.write() as unit:
        unit.reminders.add(RUN, (letter,))
        unit.reminders.save(((letter, left_out),))

    with database.write() as unit:
        with pytest.raises(NotFound):
            unit.reminders.move(letter, left_out)
        with pytest.raises(Conflict):
            unit.reminders.save_run(replace(RUN, version=5), replace(RUN, version=6))
        assert unit.reminders.letters(RUN.id) == (left_out,)


def test_letters_of_a_discarded_run_are_forgotten(database: Database, office: Office) -> None:
    letter = a_letter(office)
    with database.write() as unit:
        unit.reminders.add(RUN, (letter,))
        unit.reminders.save_run(RUN, replace(RUN, state=State.DISCARDED, version=2))
        unit.reminders.forget_letters(RUN.id)

    with database.read() as unit:
        assert unit.reminders.letters(RUN.id) == ()
        assert unit.reminders.runs() == ()


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE reminder SET interest_minor = 1",
        "UPDATE reminder SET number = 'X'",
        "UPDATE reminder SET state = 'ready'",
        "DELETE FROM reminder",
        "UPDATE reminder_item SET level = 3",
        "DELETE FROM reminder_item",
    ],
)
def test_the_database_keeps_what_was_issued(database: Database, office: Office, deed: str) -> None:
    due(office, "1000", date(2026, 1, 15))
    (letter,) = run_on(office, DAY)
    assert letter.document_id != DocumentId(0)

    with pytest.raises(DBAPIError, match="guard_"), database.write() as unit:
        unit.connection.execute(text(deed))
