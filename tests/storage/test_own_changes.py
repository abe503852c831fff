"""What a person asks to have changed lies sealed, and is saved as it was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.employees.employee import Employee
from app.domain.employees.own_changes import Asked, ChangeState, Details, OwnChange
from app.domain.shared.ids import EmployeeId, OwnChangeId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database

MAIJA = Employee(EmployeeId(7), 1, "1", date(2024, 5, 1))
NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
ASKED = Asked(Details(), Details(phone="+358 9 123"), "Uusi numero")
WAITING = OwnChange(OwnChangeId(1), 1, MAIJA.id, ChangeState.ASKED, NOW, ASKED)


@pytest.fixture
def kept(database: Database) -> Database:
    with database.write() as unit:
        unit.employees.add(MAIJA)
        unit.own_changes.add(WAITING)
    return database


def test_who_was_let_in_reads_what_was_asked_and_who_was_not_sees_that_it_waits(
    kept: Database,
) -> None:
    with kept.read() as unit:
        assert unit.own_changes.waiting() == (replace(WAITING, asked=None),)
        unit.wall.let_in(MAIJA.id)

        assert unit.own_changes.of(MAIJA.id) == (WAITING,)
        assert unit.own_changes.get(WAITING.id) == WAITING


def test_a_change_is_saved_once_as_it_was_read(kept: Database) -> None:
    after = WAITING.decided(ChangeState.REFUSED, "Anna", NOW, "Ei")

    with kept.write() as unit:
        unit.wall.let_in()
        unit.own_changes.save(WAITING, after)

        assert unit.own_changes.current(after.id, 2) == after
        assert unit.own_changes.waiting() == ()
        with pytest.raises(Conflict):
            unit.own_changes.save(WAITING, after)
        with pytest.raises(Conflict):
            unit.own_changes.current(after.id, 1)
        with pytest.raises(NotFound):
            unit.own_changes.get(OwnChangeId(9))


def test_what_was_not_read_is_carried_to_the_next_version(kept: Database) -> None:
    with kept.write() as unit:
        (unread,) = unit.own_changes.of(MAIJA.id)
        unit.own_changes.save(unread, unread.moved(ChangeState.WITHDRAWN))

    with kept.read() as unit:
        unit.wall.let_in()
        assert unit.own_changes.get(WAITING.id) == WAITING.moved(ChangeState.WITHDRAWN)
