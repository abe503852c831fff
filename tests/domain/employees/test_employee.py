"""A person comes, works and leaves by the days of the employment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.employees.employee import (
    Employee,
    EndsBeforeStart,
    HasLeft,
    HasNotLeft,
    Leaving,
    PersonName,
    Standing,
)
from app.domain.shared.ids import EmployeeId

ANNA = Employee(EmployeeId(1), 1, "EMP-1", date(2024, 2, 29))


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2024, 2, 28), Standing.COMING),
        (date(2024, 2, 29), Standing.EMPLOYED),
        (date(2025, 2, 28), Standing.EMPLOYED),
        (date(2025, 3, 1), Standing.LEFT),
    ],
)
def test_the_first_and_the_last_day_are_days_of_work(day: date, standing: Standing) -> None:
    left = ANNA.leave(date(2025, 2, 28), Leaving.RESIGNED)

    assert left.standing(day) is standing


def test_nobody_leaves_twice_or_before_the_first_day() -> None:
    left = ANNA.leave(ANNA.starts_on, Leaving.PROBATION)

    with pytest.raises(HasLeft):
        left.leave(date(2025, 1, 1), Leaving.RESIGNED)
    with pytest.raises(EndsBeforeStart):
        ANNA.leave(date(2024, 2, 28), Leaving.RESIGNED)
    with pytest.raises(HasNotLeft):
        ANNA.stay()
    assert left.stay() == replace(ANNA, version=3)


def test_a_name_is_written_given_name_first_and_sorted_by_the_family() -> None:
    name = PersonName("Maija", "Äijälä")

    assert (name.written, name.sorted) == ("Maija Äijälä", "Äijälä Maija")
    assert PersonName("", "สมชาย").written == "สมชาย"
