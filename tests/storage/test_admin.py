"""The company is one row with a version."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event

from app.domain.admin.company import Company
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database

LUMO = Company("Lumo & Suoni Oy", "FI", "EUR", "fi")


def test_before_it_is_set_up_there_is_no_company(database: Database) -> None:
    with database.read() as unit, pytest.raises(NotFound):
        unit.company.get()
    with database.read() as unit, pytest.raises(NotFound):
        unit.company.currency()


def test_the_company_comes_back_as_it_was_written(database: Database) -> None:
    with database.write() as unit:
        unit.company.add(LUMO)

    with database.read() as unit:
        assert unit.company.get() == LUMO
        assert unit.company.currency() == "EUR"


def test_two_changes_of_one_version_conflict(database: Database) -> None:
    changed = replace(LUMO, name="Lumo Oy", version=LUMO.version + 1)
    with database.write() as unit:
        unit.company.add(LUMO)
        unit.company.save(LUMO, changed)

    with database.write() as unit, pytest.raises(Conflict):
        unit.company.save(LUMO, changed)


def test_the_name_is_known_once_there_is_a_company(database: Database) -> None:
    with database.write() as unit:
        assert unit.company.name() is None
        unit.company.add(LUMO)

        assert unit.company.name() == LUMO.name


def test_the_company_is_read_once_in_a_transaction_and_anew_when_it_changes(
    database: Database,
) -> None:
    with database.write() as unit:
        unit.company.add(LUMO)
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(database.rows.writer, "before_cursor_execute", note)
    with database.write() as unit:
        before, _again = (unit.company.get() for _ in range(2))
        unit.company.save(before, replace(before, version=2, name="Lumo Oy"))
        after, _again = (unit.company.get() for _ in range(2))
    event.remove(database.rows.writer, "before_cursor_execute", note)

    assert (before.name, after.name) == (LUMO.name, "Lumo Oy")
    assert sum("company.facts" in one and one.startswith("SELECT") for one in asked) == 2
