"""Departments stand one within another, never in a circle."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.employees.employee import Department
from app.domain.shared.ids import DepartmentId, EmployeeId
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import departments
from app.services.office import Office
from tests.databases import on_sqlite

NEW = DepartmentId(0)


@on_sqlite
def test_departments_are_added_and_changed(office: Office) -> None:
    shop = office.do(departments.add, Department(NEW, 1, " Shop ")).result
    kitchen = office.do(departments.add, Department(NEW, 1, "Kitchen", shop.id)).result

    renamed = office.do(departments.change, replace(kitchen, name="Bakery")).result

    assert office.ask(departments.rows) == (shop, renamed)
    assert (shop.name, renamed.version) == ("Shop", 2)
    with pytest.raises(Conflict):
        office.do(departments.change, kitchen)


@on_sqlite
def test_a_circle_a_second_name_and_none_are_refused(office: Office) -> None:
    shop = office.do(departments.add, Department(NEW, 1, "Shop")).result
    kitchen = office.do(departments.add, Department(NEW, 1, "Kitchen", shop.id)).result

    def codes(one: Department) -> list[str]:
        return [problem.code for problem in office.ask(departments.check, one)]

    assert codes(replace(shop, parent_id=kitchen.id)) == ["departments.circle"]
    assert codes(replace(kitchen, name="shop")) == ["departments.name-taken"]
    assert codes(replace(kitchen, name=" ")) == ["departments.no-name"]
    with pytest.raises(Invalid):
        office.do(departments.change, replace(shop, parent_id=kitchen.id))
    with pytest.raises(NotFound):
        office.do(departments.add, Department(NEW, 1, "Bar", head_id=EmployeeId(1)))
