"""Who is there on a day, by name, as forms offer them."""

from __future__ import annotations

from datetime import timedelta

from app.domain.employees.employee import Department, Leaving
from app.domain.shared.ids import DepartmentId
from app.services import departments, employees
from app.services.office import Office, no_progress
from app.services.people import People
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import a_form


@on_sqlite
def test_names_are_of_those_who_have_not_left(office: Office) -> None:
    anna = office.do(employees.add, a_form("Anna")).result
    boon = office.do(employees.add, a_form("Boon")).result
    office.do(employees.leave, boon.id, 1, TODAY, Leaving.AGREED)
    shop = office.do(departments.add, Department(DepartmentId(0), 1, "Shop")).result

    with office.database.read() as unit:
        people = People(office.desk(unit, no_progress))
        assert people.names(TODAY) == {anna.id: "Anna Salonen", boon.id: "Boon Salonen"}
        assert people.names(TODAY + timedelta(1)) == {anna.id: "Anna Salonen"}
        assert people.name(boon.id, TODAY) == "Boon Salonen"
        assert people.name(None, TODAY) == people.department_name(None) == ""
        assert people.department_name(shop.id) == "Shop"
