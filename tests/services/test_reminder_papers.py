"""The paper of a reminder speaks its reader's language and shows how its figures come about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.documents.reminders import describe
from app.documents.text import plain
from app.domain.contacts.contact import Terms
from app.services.office import Office, no_progress
from app.services.reminder_papers import ReminderPapers
from app.services.reminder_planning import Planning
from app.storage.database import Database
from tests.reminding import TERMS, an_owed_office, due, prepared
from tests.trade import AAMU, AT, at

RUN_DAY = date(2026, 3, 1)


@pytest.fixture
def office(database: Database) -> Office:
    return an_owed_office(database)


def paper_in(office: Office, language: str) -> str:
    """Return the waiting letter to Kahvila Aamu as plain text, in a language."""
    with office.database.write() as unit:
        before = unit.contacts.get(AAMU.id)
        terms = Terms(days=14, language=language)
        unit.contacts.save(before, replace(before, terms=terms, version=before.version + 1), AT)
    due(office, "1000", date(2026, 1, 15))
    run = prepared(office, RUN_DAY)
    later = at(office, RUN_DAY)
    with later.database.read() as unit:
        desk = later.desk(unit, no_progress)
        (letter,) = unit.reminders.letters(run.id)
        planning = Planning(desk)
        now, debt = planning.again(run, (letter,))[letter.id]
        assert debt is not None
        papers = ReminderPapers(desk, planning.ground(RUN_DAY, TERMS))
        return plain(describe(papers.paper(now, debt)))


def test_a_german_reader_gets_german(office: Office) -> None:
    told = paper_in(office, "de")

    assert "Zahlungserinnerung" in told
    assert "Verzugszinsen bis 01.03.2026" in told
    assert "Finnisches Zinsgesetz" in told


def test_the_days_of_interest_and_the_sum_are_told(office: Office) -> None:
    told = paper_in(office, "en")

    for words in ("16 Jan", "45", "10.5", "12.95", "1,012.95"):
        assert words in told
