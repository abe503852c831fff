"""Sending reminders: one file to print, and for each letter the proof of what left the house."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.domain.reminders.run import NotReady, Reminder, Way
from app.domain.shared.ids import ReminderId, ReminderRunId
from app.domain.shared.refusals import NotFound
from app.services import reminder_issuing, reminder_sending, reminders
from app.services.office import Office
from app.storage.database import Database
from tests.reminding import an_owed_office, due, prepared, run_on
from tests.trade import at

RUN_DAY = date(2026, 3, 1)


@pytest.fixture
def office(database: Database) -> Office:
    return an_owed_office(database)


@pytest.fixture
def letter(office: Office) -> Reminder:
    due(office, "1000", date(2026, 1, 15))
    return run_on(office, RUN_DAY)[0]


def test_all_letters_of_a_run_are_one_file(
    office: Office, letter: Reminder, tmp_path: Path
) -> None:
    later = at(office, RUN_DAY)

    file = later.ask(reminder_sending.print_file, letter.run_id, tmp_path / "all.pdf")

    assert file.letters == 1
    assert "REM-2026-0001" in PdfReader(file.target).pages[0].extract_text()


def test_a_run_without_letters_has_no_file(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        office.ask(reminder_sending.print_file, ReminderRunId(1), tmp_path / "all.pdf")


def test_a_dispatch_proves_the_filed_bytes_in_the_audit(office: Office, letter: Reminder) -> None:
    later = at(office, RUN_DAY)

    (sent,) = later.do(reminder_sending.sent, (letter.id,)).result

    page = later.ask(reminder_issuing.page, letter.id)
    assert sent.sha256 == hashlib.sha256(page).hexdigest()
    assert sent.sent_to == "Kahvila Aamu Oy, Hämeenkatu 1, 33100 TAMPERE"
    assert later.ask(reminder_sending.dispatches, (letter.id,)) == (sent,)


def test_only_what_is_issued_can_be_sent(office: Office) -> None:
    due(office, "1000", date(2026, 1, 15))
    run = prepared(office, RUN_DAY)
    later = at(office, RUN_DAY)
    (waiting,) = later.ask(reminders.letters, run.id)

    with pytest.raises(NotReady):
        later.do(reminder_sending.sent, (waiting.id,), Way.POST)
    with pytest.raises(NotFound):
        later.do(reminder_sending.sent, (ReminderId(1),), Way.POST)
