"""The alarm grows louder as the day comes nearer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.employees.alarms import Alarm, AlarmKind, window
from app.domain.shared.ids import EmployeeId

TODAY = date(2024, 2, 29)


@pytest.mark.parametrize(("days", "level"), [(-1, 0), (0, 7), (7, 7), (8, 14), (15, 30), (30, 30)])
def test_a_day_is_told_in_steps(days: int, level: int) -> None:
    alarm = Alarm(AlarmKind.TERM, EmployeeId(1), "Anna", TODAY + timedelta(days))

    assert alarm.level(TODAY) == level


def test_the_window_ends_where_the_calendar_does() -> None:
    assert window(TODAY) == (date(2023, 3, 1), date(2024, 3, 30))
    assert window(date.max)[1] == date.max
    assert window(date.min)[0] == date.min
