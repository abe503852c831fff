"""A list of people is as of a day: those who work then, in the order that is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.employees.dating import Spot
from app.domain.employees.employee import Department, Employee, Leaving, Standing
from app.domain.shared.ids import DepartmentId, EmployeeId, new_id
from app.domain.shared.paging import View
from app.storage.database import Database
from app.storage.unit import Unit
from tests.employing import a_profile
from tests.storage.test_employees import a_record

DAY = date(2026, 3, 10)
KITCHEN = Department(DepartmentId(5), 1, "Kitchen")


def add_people(unit: Unit) -> dict[str, EmployeeId]:
    """Write a head, a cook led by her, one who comes and one who left."""
    unit.departments.add(KITCHEN)
    head = _add(unit, "EMP-2", "Åberg", date(2020, 1, 1))
    cook = _add(unit, "EMP-10", "Aalto", date(2021, 1, 1), manager=head)
    coming = _add(unit, "EMP-3", "Tuleva", date(2026, 4, 1), known=date(2026, 3, 1))
    left = _add(unit, "EMP-1", "Mennyt", date(2019, 1, 1), ends=date(2025, 12, 31))
    return {"head": head, "cook": cook, "coming": coming, "left": left}


def _add(
    unit: Unit,
    number: str,
    family: str,
    starts: date,
    *,
    manager: EmployeeId | None = None,
    ends: date | None = None,
    known: date | None = None,
) -> EmployeeId:
    leaving = Leaving.RESIGNED if ends else None
    person = Employee(EmployeeId(new_id()), 1, number, starts, ends, leaving)
    unit.employees.add(person)
    profile = a_profile("Anna", family, department_id=manager and KITCHEN.id, manager_id=manager)
    record = replace(a_record(person.id, 1, known or starts), profile=profile)
    unit.employees.add_record(record, Spot(None, None))
    return person.id


def test_those_who_left_are_shown_when_they_are_asked_for(database: Database) -> None:
    with database.write() as unit:
        people = add_people(unit)
        lists = unit.employee_lists

        assert list(lists.spine(View(sort="number"), DAY)) == [
            people["head"],
            people["coming"],
            people["cook"],
        ]
        assert list(lists.spine(View(only=("left",)), DAY)) == [people["left"]]
        assert list(lists.spine(View(only=("employed",)), date(2019, 6, 1))) == [people["left"]]
        assert lists.counts(DAY) == {Standing.COMING: 1, Standing.EMPLOYED: 2, Standing.LEFT: 1}


def test_a_row_names_the_department_and_who_leads(database: Database) -> None:
    with database.write() as unit:
        people = add_people(unit)
        (row,) = unit.employee_lists.rows([people["cook"]], DAY)

        assert (row.name, row.department, row.manager) == ("Anna Aalto", "Kitchen", "Anna Åberg")
        assert row.standing is Standing.EMPLOYED
        assert unit.employee_lists.managers(DAY)[people["cook"]] == people["head"]


def test_the_order_is_that_of_the_column_and_its_opposite(database: Database) -> None:
    with database.write() as unit:
        people = add_people(unit)
        lists = unit.employee_lists
        for sort in ("name", "department", "position", "starts_on", "ends_on"):
            up = list(lists.spine(View(sort=sort), DAY))
            down = list(lists.spine(View(sort=sort, is_descending=True), DAY))
            assert up == down[::-1]

        first = lists.first(View(sort="department"), 1, DAY, [people["head"], people["cook"]])
        assert list(first) == [people["cook"]]
