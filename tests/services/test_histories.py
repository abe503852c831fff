"""What was changed of a person is told as the office may know it."""

from __future__ import annotations

from dataclasses import replace

from app.domain.employees.employee import Department
from app.domain.employees.form import Since
from app.domain.shared.ids import DepartmentId
from app.services import departments, employees
from app.services.histories import PRIVATE, Difference
from app.services.office import Office
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import CLERK, a_form, as_role, hire
from tests.employing import PRIVATE as FACTS


@on_sqlite
def test_each_change_names_its_facts_the_last_written_first(office: Office) -> None:
    shop = office.do(departments.add, Department(DepartmentId(0), 1, "Shop")).result
    person = office.do(employees.add, a_form()).result
    form = a_form(position="Head", department_id=shop.id)
    office.do(employees.change, person.id, 1, form, Since(TODAY, "promoted"))

    last, first = office.ask(employees.history, person.id)

    assert last.differences == (
        Difference("position", "Accountant", "Head"),
        Difference("department", "", "Shop"),
    )
    assert (last.reason, last.who, last.is_first) == ("promoted", "Maija", False)
    assert first.is_first and first.valid_until == TODAY


@on_sqlite
def test_what_is_private_is_told_as_changed_to_whom_may_read_it_only(office: Office) -> None:
    person = hire(office)
    moved = replace(FACTS, phone="+358 9 1")
    office.do(employees.keep_private, person.id, person.version, moved)

    told = office.ask(employees.history, person.id)[0]
    masked = as_role(office, CLERK).ask(employees.history, person.id)[0]

    assert told.differences == (Difference(PRIVATE),)
    assert masked.differences == ()
    assert "+358" not in str(told)
