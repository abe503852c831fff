"""Nobody approves what is their own, under whichever name they come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.employees.approving import OwnApproval, is_own, require_other
from app.domain.employees.employee import Employee
from app.domain.shared.ids import EmployeeId

ANNA = Employee(EmployeeId(1), 1, "EMP-1", date(2024, 1, 1), user="Anna")


@pytest.mark.parametrize(("name", "employee_id"), [("anna ", None), ("Boss", EmployeeId(1))])
def test_a_person_is_known_by_user_name_and_as_the_person(
    name: str, employee_id: EmployeeId | None
) -> None:
    with pytest.raises(OwnApproval) as refused:
        require_other(ANNA, name, employee_id)

    assert refused.value.facts == {"who": name, "number": "EMP-1"}


def test_somebody_else_may_approve() -> None:
    require_other(ANNA, "Boon", EmployeeId(2))

    assert not is_own(replace(ANNA, user=""), "")
