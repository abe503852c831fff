"""A person is found by name, number and position, and by nothing else."""

from __future__ import annotations

from datetime import date

from app.domain.employees.employee import PersonName, Profile
from app.domain.employees.findable import findable
from app.domain.shared.ids import EmployeeId
from tests.employing import a_form


def test_the_search_knows_name_number_position_and_nickname() -> None:
    profile = Profile(PersonName("Maija", "Salonen", "Maikki"), "Cook", work_phone="555")
    employee = a_form().as_employee(EmployeeId(3), 1)

    item = findable(employee, profile, date(2026, 1, 1))

    assert (item.title, item.detail, item.words) == ("Maija Salonen", "Cook", "Maikki")
    assert "555" not in str(item)
