"""People are kept dated; what is private of them comes out for whom was let in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.employees.dating import Spot, spot
from app.domain.employees.employee import Employee, EmployeeRecord, PersonName, Private
from app.domain.shared.ids import EmployeeId, new_id
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from app.storage.unit import Unit
from tests.databases import on_sqlite
from tests.employing import PRIVATE, STARTS, a_profile

NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)
LATER = STARTS + timedelta(100)


def add_person(
    unit: Unit, number: str = "EMP-1", name: str = "Salonen", user: str = ""
) -> Employee:
    """Write a person with one record from the first day."""
    person = Employee(EmployeeId(new_id()), 1, number, STARTS, user=user)
    unit.employees.add(person)
    unit.employees.add_record(a_record(person.id), Spot(None, None))
    return person


def a_record(
    person: EmployeeId, number: int = 1, day: date = STARTS, family: str = "Salonen"
) -> EmployeeRecord:
    profile = a_profile(family=family)
    return EmployeeRecord(person, number, day, None, NOW, "Anna", "", profile, PRIVATE)


def test_a_person_is_read_as_it_was_written(database: Database) -> None:
    with database.write() as unit:
        person = add_person(unit, user="Maija")

        unit.wall.let_in()
        assert unit.employees.get(person.id) == person
        assert unit.employees.all() == (person,)
        assert unit.employee_lists.of_user(" MAIJA ") == person
        assert unit.employee_lists.of_user(" ") is None
        assert unit.employee_lists.numbered("EMP-1") == person
        assert unit.employee_lists.numbered("EMP-2") is None
        assert unit.employees.records(person.id) == (a_record(person.id),)


def test_who_stands_before_the_wall_reads_the_profile_alone(database: Database) -> None:
    with database.write() as unit:
        person = add_person(unit)

    with database.read() as unit:
        record = unit.employees.record_on(person.id, STARTS)
        assert (record.profile, record.private) == (a_profile(), None)


def test_a_later_record_cuts_the_former_off_and_takes_its_private_part_over(
    database: Database,
) -> None:
    with database.write() as unit:
        person = add_person(unit)
        records = unit.employees.records(person.id)
        new = replace(a_record(person.id, 2, LATER, "Aalto"), private=None)
        kept = unit.employees.sealed_of(records[0])
        unit.employees.add_record(new, spot(records, LATER), kept)

    with database.read() as unit:
        unit.wall.let_in()
        store = unit.employees
        before = store.record_on(person.id, LATER - timedelta(1))
        after = store.record_on(person.id, LATER)
        assert (before.profile.name.family, before.valid_until) == ("Salonen", LATER)
        assert (after.profile.name.family, after.private) == ("Aalto", PRIVATE)
        assert store.records_on([person.id], STARTS) == {person.id: before}
        assert store.record_on(person.id, date(2000, 1, 1)) == before


def test_a_change_of_what_was_changed_since_is_a_conflict(database: Database) -> None:
    with database.write() as unit:
        person = add_person(unit)
        unit.employees.save(person, replace(person, version=2, number="EMP-9"))

        with pytest.raises(Conflict):
            unit.employees.save(person, replace(person, version=2))
        with pytest.raises(NotFound):
            unit.employees.get(EmployeeId(1))
        with pytest.raises(NotFound):
            unit.employees.record_on(EmployeeId(1), STARTS)


@on_sqlite
def test_the_audit_and_the_rows_hold_nothing_private(database: Database) -> None:
    with database.write() as unit:
        person = add_person(unit)
        told = str(unit.changes.noted)
        row = str(unit.connection.exec_driver_sql("SELECT * FROM employee_record").all())

    assert PersonName("Maija", "Salonen").family in told and f"{person.id}" in told
    for secret in (PRIVATE.identity_number, PRIVATE.phone, PRIVATE.health, "Salakuja"):
        assert secret not in told and secret not in row


@on_sqlite
def test_a_person_without_anything_private_has_an_empty_private_part(database: Database) -> None:
    with database.write() as unit:
        person = Employee(EmployeeId(new_id()), 1, "EMP-1", STARTS)
        unit.employees.add(person)
        bare = replace(a_record(person.id), private=None)
        unit.employees.add_record(bare, Spot(None, None))
        unit.wall.let_in()

        assert unit.employees.record_on(person.id, STARTS).private == Private()
