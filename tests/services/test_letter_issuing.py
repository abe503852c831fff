"""Several clerks at once: every letter gets its own number, none is missing, nothing half done."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from app.domain.shared.ids import LetterId
from app.domain.shared.refusals import Conflict, IllegalTransition
from app.services import letters_in, letters_out
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.services.letters import an_office, by, drafted, received, registered

EACH = 4
STATEMENTS_OF_ISSUE = 38
STATEMENTS_OF_REGISTERING = 16


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def issue_all(office: Office, ids: tuple[LetterId, ...]) -> list[str]:
    return [office.do(letters_out.issue, one).result.number for one in ids]


def require_whole(office: Office, count: int) -> None:
    """Assert that so many letters were issued, each with its number and its paper."""
    with office.database.read() as unit:
        assert list(unit.numbers.gaps("letter-out")) == []
        assert list(unit.audit.broken()) == []
        letters = unit.letters_out.get_all(unit.letters_out.spine())
        papers = {one.document_id for one in letters if one.document_id}
        assert len(papers) == len({one.number for one in letters}) == count
        assert {card.id for card in unit.documents.get_all(sorted(papers))} == papers


def test_clerks_who_issue_at_once_take_numbers_in_turn(office: Office) -> None:
    ids = [tuple(drafted(office).id for _ in range(EACH)) for _ in range(3)]

    with ThreadPoolExecutor(3) as clerks:
        done = [number for some in clerks.map(issue_all, [office] * 3, ids) for number in some]

    assert sorted(done) == [f"OUT-2026-{number:04}" for number in range(1, 3 * EACH + 1)]
    require_whole(office, 3 * EACH)


def test_two_clerks_who_issue_one_letter_issue_it_once(office: Office) -> None:
    letter = drafted(office)

    def attempt(name: str) -> str:
        try:
            return by(office, name).do(letters_out.issue, letter.id).result.number
        except (Conflict, IllegalTransition):
            return "refused"

    with ThreadPoolExecutor(2) as clerks:
        outcomes = sorted(clerks.map(attempt, ("Anna", "Olli")))

    assert outcomes == ["OUT-2026-0001", "refused"]
    require_whole(office, 1)


def test_two_clerks_who_register_at_once_take_numbers_in_turn(office: Office) -> None:
    ids = [received(office).id for _ in range(6)]

    def register(letter_id: LetterId) -> str:
        return office.do(letters_in.register, letter_id).result.number

    with ThreadPoolExecutor(3) as clerks:
        numbers = sorted(clerks.map(register, ids))

    assert numbers == [f"IN-2026-{number:04}" for number in range(1, 7)]


@contextmanager
def statements(office: Office) -> Iterator[list[str]]:
    """Collect every statement that the writer of an office executes meanwhile."""
    told: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        told.append(statement)

    with office.database.write() as unit:
        engine = unit.connection.engine
    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield told
    finally:
        event.remove(engine, "before_cursor_execute", hear)


@on_sqlite
def test_issuing_takes_no_more_statements_than_it_must(office: Office) -> None:
    asked = registered(office)
    letter = drafted(office, answers=asked.id)

    with statements(office) as told:
        office.do(letters_out.issue, letter.id)

    assert len(told) <= STATEMENTS_OF_ISSUE, told


@on_sqlite
def test_registering_takes_no_more_statements_than_it_must(office: Office) -> None:
    letter = received(office)

    with statements(office) as told:
        office.do(letters_in.register, letter.id)

    assert len(told) <= STATEMENTS_OF_REGISTERING, told
