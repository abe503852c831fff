"""A country's law of leave has days of rest of its own."""

from __future__ import annotations

from datetime import date

from app.domain.leave.law import EASTER_SATURDAY, LeaveLaw
from tests.leaving import a_type

FRIDAY, SUNDAY, MONDAY = date(2026, 4, 3), date(2026, 4, 5), date(2026, 4, 6)
LAW = LeaveLaw("FI", "Act", MONDAY, (EASTER_SATURDAY,), (a_type(),), ("s. 5",))


def test_the_saturday_of_easter_is_found_by_the_days_around_it() -> None:
    christmas = {date(2026, 12, 25), date(2026, 12, 26), date(2026, 12, 28)}

    found = LAW.with_rests({FRIDAY, SUNDAY, MONDAY, *christmas})

    assert found - {FRIDAY, SUNDAY, MONDAY} - christmas == {date(2026, 4, 4)}


def test_a_country_without_rests_keeps_its_holidays() -> None:
    plain = LeaveLaw("TH", "Act", MONDAY, (), (), ())

    assert plain.with_rests({FRIDAY, SUNDAY, MONDAY}) == {FRIDAY, SUNDAY, MONDAY}


def test_each_type_says_where_it_stands() -> None:
    assert LAW.source_of("annual") == "s. 5"
    assert LAW.source_of("own") == ""
