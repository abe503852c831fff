"""Letters that came in come back as they were written; the register is in order, and fast."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.correspondence.letter import Channel, IncomingState
from app.domain.correspondence.row import IncomingRow
from app.domain.shared.ids import LetterId
from app.domain.shared.paging import UnknownSort, UnknownState, View
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.storage.letters import AAMU, CONTRACT, DAY, furnish, paper, received
from tests.storage.plans import plans_of


@pytest.fixture(autouse=True)
def furnished(database: Database) -> None:
    furnish(database)


def test_a_letter_comes_back_as_it_was_written(database: Database) -> None:
    letter = received(
        database,
        "IN-2026-0001",
        written_on=DAY,
        sender_id=AAMU.id,
        type_id=CONTRACT.id,
        via=Channel.EMAIL,
        their_reference="KA 7",
        responsible="Anna",
        reply_days=14,
        reply_by=date(2026, 3, 20),
        place="Binder 3",
        document_id=paper(database),
        answers=LetterId(9),
        note="Kiitos! ขอบคุณ",
        reason="why",
    )

    with database.read() as unit:
        assert unit.letters_in.get(letter.id) == letter
        assert unit.letters_in.ways.numbered("IN-2026-0001") == letter.id
        assert letter.document_id is not None
        assert unit.letters_in.ways.letter_of(letter.document_id) == letter.id


def test_a_letter_that_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as unit:
        assert unit.letters_in.ways.numbered("IN-1") is None
        with pytest.raises(NotFound):
            unit.letters_in.get(LetterId(99))


def test_two_changes_of_one_version_conflict(database: Database) -> None:
    before = received(database)
    with database.write() as unit:
        saved = unit.letters_in.save(before, replace(before, note="mine"))

    with pytest.raises(Conflict), database.write() as unit:
        unit.letters_in.save(before, replace(before, note="theirs"))
    with pytest.raises(Conflict), database.write() as unit:
        unit.letters_in.remove(before)

    assert saved.version == 2
    with database.read() as unit:
        assert unit.letters_in.get(before.id) == saved


def test_a_letter_without_a_number_can_be_forgotten(database: Database) -> None:
    letter = received(database)

    with database.write() as unit:
        unit.letters_in.remove(letter)

    with database.read() as unit:
        assert unit.letters_in.rows([letter.id]) == ()


def test_a_row_says_what_the_register_shows(database: Database) -> None:
    letter = received(database, "IN-2026-0001", responsible="Anna", reply_by=DAY, place="Binder 3")

    with database.read() as unit:
        (row,) = unit.letters_in.rows([letter.id])

    assert row == IncomingRow(
        id=letter.id,
        state=IncomingState.ASSIGNED,
        number="IN-2026-0001",
        received_on=letter.received_on,
        sender="Kahvila Aamu Oy",
        subject="Reklamaatio",
        type_id=None,
        via=Channel.POST,
        responsible="Anna",
        reply_by=DAY,
        place="Binder 3",
        document_id=None,
    )


@pytest.mark.parametrize("sort", ["received_on", "number", "sender", "reply_by"])
def test_the_register_is_sorted_by_a_column(database: Database, sort: str) -> None:
    first = received(database, "1", received_on=DAY, reply_by=DAY)
    later = DAY + timedelta(days=1)
    second = received(database, "2", received_on=later, reply_by=later, sender="Zetterberg Ab")

    with database.read() as unit:
        assert list(unit.letters_in.spine(View(sort=sort))) == [first.id, second.id]
        falling = View(sort=sort, is_descending=True)
        assert list(unit.letters_in.spine(falling)) == [second.id, first.id]
        assert list(unit.letters_in.first(falling, 1)) == [second.id]


def test_the_newest_letter_stands_first(database: Database) -> None:
    old = received(database, "1", received_on=DAY - timedelta(days=1))
    new = received(database, received_on=DAY)

    with database.read() as unit:
        assert list(unit.letters_in.spine()) == [new.id, old.id]
        assert list(unit.letters_in.spine(View(only=("received",)))) == [new.id]
        assert unit.letters_in.counts() == {IncomingState.RECEIVED: 1, IncomingState.ASSIGNED: 1}
        with pytest.raises(UnknownSort):
            unit.letters_in.spine(View(sort="colour"))
        with pytest.raises(UnknownState):
            unit.letters_in.spine(View(only=("lost",)))


def test_letters_that_wait_stand_by_the_day_their_answer_is_due(database: Database) -> None:
    late = received(database, "1", reply_by=DAY - timedelta(days=2), responsible="Anna")
    later = received(database, "2", reply_by=DAY - timedelta(days=1), responsible="Maija")
    free = received(database, "3", responsible="Anna")
    received(database, "4", reply_by=DAY - timedelta(days=9), state=IncomingState.ANSWERED)
    due = received(database, "5", reply_by=DAY)

    with database.read() as unit:
        assert list(unit.letters_in.waiting(before=DAY)) == [late.id, later.id]
        assert list(unit.letters_in.waiting(who="Anna")) == [late.id, free.id]
        assert list(unit.letters_in.waiting()) == [late.id, later.id, due.id, free.id]


@pytest.mark.parametrize("known", [0, 5000])
def test_the_register_keeps_only_what_was_found(database: Database, known: int) -> None:
    first, _, third = (received(database, str(number)) for number in range(3))
    found = {first.id, third.id, *range(10, known)}

    with database.read() as unit:
        assert list(unit.letters_in.spine(View(), found)) == [third.id, first.id]
        assert list(unit.letters_in.first(View(), 1, found)) == [third.id]


@on_sqlite
def test_the_register_walks_an_index(database: Database) -> None:
    views = {
        View(): "ix_letter_in_list",
        View(sort="received_on"): "ix_letter_in_list",
        View(only=("received",)): "ix_letter_in_state",
        View(sort="number"): "sqlite_autoindex_letter_in_1",
        View(sort="sender", is_descending=True): "ix_letter_in_sender_key",
        View(sort="reply_by"): "ix_letter_in_due",
    }
    for view, index in views.items():
        with database.read() as unit, plans_of(unit.connection) as plans:
            unit.letters_in.first(view, 100)

        assert [step for step in plans if index in step], (view, plans)
        assert not [step for step in plans if "TEMP B-TREE" in step], (view, plans)


@on_sqlite
def test_what_waits_and_what_is_on_a_paper_is_read_by_an_index(database: Database) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.letters_in.waiting(before=DAY)
        unit.letters_in.ways.of_papers((1, 2))

    assert not [step for step in plans if step.startswith("SCAN")], plans


def test_what_is_open_and_was_due_before_today_is_overdue(database: Database) -> None:
    late = received(database, "1", reply_by=DAY - timedelta(days=1))
    received(database, "2", reply_by=DAY)

    with database.read() as unit:
        assert unit.letters_in.ways.late(DAY) == 1
        assert list(unit.letters_in.spine(View(only=("overdue",)), None, DAY)) == [late.id]
        assert list(unit.letters_in.first(View(only=("overdue",)), 9, None, DAY)) == [late.id]
        assert len(unit.letters_in.spine(View(only=("overdue", "assigned")), None, DAY)) == 2
