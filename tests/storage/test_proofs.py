"""What was issued, booked and filed cannot be changed past the guards without being named."""

from __future__ import annotations

import pytest

from app.domain.correspondence.letter import Channel
from app.outside.clock import FixedClock
from app.services import dispatching, letters_in, letters_out
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.checks import check
from app.storage.database import Database
from app.storage.proofs import altered
from tests.builders import TODAY
from tests.databases import on_sqlite, tamper
from tests.services.letters import an_office, registered
from tests.services.letters import issued as posted
from tests.trade import issued, journey_6_content, opened_books


@pytest.fixture
def worked(database: Database) -> Database:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    issued(office, journey_6_content())
    return database


def test_a_sound_office_is_as_its_record_of_changes_says(worked: Database) -> None:
    with worked.read() as unit:
        assert list(altered(unit)) == []


@pytest.mark.parametrize(
    ("harm", "name"),
    [
        ("UPDATE invoice SET gross_minor = gross_minor + 1", "20260001"),
        ("UPDATE invoice SET issued_on = '2026-03-09'", "20260001"),
        ("UPDATE invoice_line SET price = price + 1", "20260001"),
        ("DELETE FROM invoice_line", "20260001"),
        ("UPDATE journal_posting SET amount_minor = amount_minor * 2", "2026-00001"),
        ("UPDATE journal_entry SET text = 'x'", "2026-00001"),
        ("UPDATE archive_file SET name = 'x'", "20260001.pdf"),
    ],
)
def test_what_was_changed_past_the_guards_is_named(worked: Database, harm: str, name: str) -> None:
    with worked.write() as unit:
        tamper(unit.connection, harm)

    with worked.read() as unit:
        assert [one.name for one in altered(unit)] == [name]


@pytest.fixture
def corresponded(database: Database) -> Database:
    """Answer a letter, send it twice over and file it."""
    office = an_office(database)
    asked = registered(office)
    letter = posted(office, answers=asked.id)
    for channel in (Channel.POST, Channel.EMAIL):
        office.do(dispatching.send, letter.id, channel)
    office.do(letters_out.file, letter.id)
    office.do(letters_in.file, asked.id)
    return database


def test_letters_that_went_their_way_are_as_the_record_says(corresponded: Database) -> None:
    assert check(corresponded) == ()


@pytest.mark.parametrize(
    ("harm", "name"),
    [
        ("UPDATE letter_out SET subject = 'x'", "OUT-2026-0001"),
        ("UPDATE letter_out SET body = '{}'", "OUT-2026-0001"),
        ("UPDATE letter_out SET dated_on = '2026-03-09'", "OUT-2026-0001"),
        ("UPDATE letter_out SET number = 'OUT-2026-0009'", "OUT-2026-0001"),
        ("UPDATE letter_dispatch SET tracking = 'x' WHERE position = 2", "maija@aamu.example"),
        ("DELETE FROM letter_dispatch WHERE position = 2", "maija@aamu.example"),
    ],
)
def test_a_letter_that_was_changed_past_the_guards_is_named(
    corresponded: Database, harm: str, name: str
) -> None:
    with corresponded.write() as unit:
        tamper(unit.connection, harm)

    with corresponded.read() as unit:
        assert [one.name for one in altered(unit)] == [name]


def test_a_letter_that_was_renumbered_is_named(corresponded: Database) -> None:
    with corresponded.write() as unit:
        tamper(unit.connection, "UPDATE letter_in SET number = 'IN-2026-0009'")

    with corresponded.read() as unit:
        assert {one.name for one in altered(unit)} == {"IN-2026-0001"}


@on_sqlite
def test_guards_that_were_taken_away_are_named(worked: Database) -> None:
    with worked.write() as unit:
        unit.connection.exec_driver_sql("DROP TRIGGER guard_audit_update_kept")

    assert {(one.field, one.code) for one in check(worked)} == {("audit", "health.guard")}


def test_a_record_of_changes_that_was_emptied_is_named(worked: Database) -> None:
    with worked.write() as unit:
        tamper(unit.connection, "DELETE FROM audit")

    assert "health.chain" in {one.code for one in check(worked)}
