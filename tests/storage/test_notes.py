"""Notes and follow-ups come back as they were written, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.archive.document import Link
from app.domain.correspondence.notes import FollowUp, Note, NoteKind
from app.domain.shared.ids import FollowUpId, NoteId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.storage.letters import AT, DAY

LETTER = Link("letter-in", 2**60)
CALL = Note(NoteId(5), 1, NoteKind.PHONE, "Putki", "Maija", AT, None, "Matti", "040", "Anna")
REMARK = Note(NoteId(6), 1, NoteKind.NOTE, "Kysy vielä", "Maija", AT, LETTER)
TODAY = FollowUp(FollowUpId(1), 1, DAY, "Anna", "soita", LETTER, CALL.id)
LATER = FollowUp(FollowUpId(2), 1, DAY + timedelta(14), "Maija", about=LETTER)


def written(database: Database) -> None:
    with database.write() as unit:
        for note in (CALL, REMARK):
            unit.notes.add(note)
        for one in (LATER, TODAY):
            unit.follow_ups.add(one)


def test_notes_come_back_under_their_record(database: Database) -> None:
    written(database)

    with database.read() as unit:
        assert unit.notes.of(LETTER) == (REMARK,)
        assert unit.notes.get(CALL.id) == CALL
        with pytest.raises(NotFound):
            unit.notes.get(NoteId(9))


def test_a_note_is_replaced_or_taken_away_only_as_it_was_read(database: Database) -> None:
    written(database)
    after = replace(REMARK, version=2, text="Kysytty")
    with database.write() as unit:
        unit.notes.save(REMARK, after)

    with database.write() as unit:
        with pytest.raises(Conflict):
            unit.notes.remove(REMARK)
        unit.notes.remove(after)
        assert unit.notes.of(LETTER) == ()


def test_follow_ups_wait_by_their_day_and_person(database: Database) -> None:
    written(database)

    with database.read() as unit:
        store = unit.follow_ups
        assert store.waiting() == (TODAY, LATER)
        assert store.waiting("Maija") == (LATER,)
        assert store.waiting(until=DAY) == (TODAY,)
        assert (store.count("", DAY), store.count("Maija", DAY)) == (1, 0)
        assert store.people() == ("Anna", "Maija")
        assert store.of_note(CALL.id) == (TODAY,)


def test_what_is_done_waits_no_more(database: Database) -> None:
    written(database)
    done = replace(TODAY, version=2, done_on=DAY)
    with database.write() as unit:
        unit.follow_ups.save(TODAY, done)

    with database.read() as unit:
        assert unit.follow_ups.waiting() == (LATER,)
        assert unit.follow_ups.done() == (done,)
        assert unit.follow_ups.done("Maija") == ()
        assert unit.follow_ups.of(LETTER) == (LATER, done)


def test_a_follow_up_is_read_and_removed_as_it_was_read(database: Database) -> None:
    written(database)

    with database.write() as unit:
        with pytest.raises(Conflict):
            unit.follow_ups.current(TODAY.id, 7)
        with pytest.raises(Conflict):
            unit.follow_ups.remove(replace(TODAY, version=7))
        unit.follow_ups.remove(TODAY)
        with pytest.raises(NotFound):
            unit.follow_ups.current(TODAY.id, 1)
