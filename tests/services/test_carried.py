"""What leaves the office by a question leaves a row, whoever asks; what stays leaves none."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.admin.users import SecondPair
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import contacts, door, exports, people_exports, statements
from app.services.carried import CARRIED, CARRY_OUT, is_carried
from app.services.office import Office
from app.services.people_exports import ListOn
from app.services.permissions import SELF_SERVICE, Actor, NotAllowed, Permission
from app.services.second_looks import Waits
from app.storage.audit import audit
from app.storage.database import Database
from tests.builders import TODAY
from tests.employing import as_role
from tests.pairs import paired
from tests.trade import opened_books


def opened(database: Database) -> Office:
    """Return an office with books, as Anna sees it."""
    office = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(office)
    return office


def rows(office: Office) -> list[tuple[str, str]]:
    """Return the commands and arguments of the audit, the newest last."""
    with office.database.read() as unit:
        told = unit.connection.execute(
            select(audit.c.command, audit.c.arguments).order_by(audit.c.seq)
        )
        return [(one.command, one.arguments) for one in told]


def test_every_export_by_a_question_is_carried_out() -> None:
    every = {way.name: way.mark for way in door.doorways() if not way.mark.is_command}

    assert set(every) >= CARRIED
    exported = {name for name, mark in every.items() if is_carried(name, mark)}
    by_right = {n for n, mark in every.items() if mark.permission is Permission.OFFICE_EXPORT}
    assert exported == CARRIED | by_right
    assert len(exported) > 20


def test_a_list_that_a_window_exports_is_noted_with_its_file(
    database: Database, tmp_path: Path
) -> None:
    office = opened(database)
    before = len(rows(office))

    office.ask(exports.contacts, View(), tmp_path / "all.csv", replace=True)
    office.ask(contacts.find, "Aamu")

    (row,) = rows(office)[before:]
    assert row[0] == CARRY_OUT
    assert "exports.contacts" in row[1]
    assert "all.csv" in row[1]


def test_who_may_not_export_is_refused_and_nothing_is_noted(
    database: Database, tmp_path: Path
) -> None:
    office = opened(database)
    before = len(rows(office))

    with pytest.raises(NotAllowed):
        as_role(office, SELF_SERVICE).ask(statements.export_open_items, tmp_path / "open.csv")

    assert len(rows(office)) == before


def test_what_waits_for_a_second_person_has_not_left_yet(
    database: Database, tmp_path: Path
) -> None:
    anna = paired(database, SecondPair.PRIVATE_EXPORT)

    with pytest.raises(Waits):
        anna.ask(people_exports.people, tmp_path / "people.csv", ListOn(View()))

    assert CARRY_OUT not in [command for command, _ in rows(anna)]
