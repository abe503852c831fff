"""On every day one record of a person holds, whatever was written in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.employees.dating import holding, holds, later, spot
from app.domain.employees.employee import EmployeeRecord, PersonName, Profile
from app.domain.shared.ids import EmployeeId

BEGIN = date(2024, 1, 1)


def a_record(number: int, day: date) -> EmployeeRecord:
    profile = Profile(PersonName("Anna", str(number)))
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return EmployeeRecord(EmployeeId(1), number, day, None, now, "Anna", "", profile, None)


def written(days: list[date]) -> list[EmployeeRecord]:
    """Return the records of changes that were written one after the other."""
    records: list[EmployeeRecord] = []
    for number, day in enumerate(days, start=1):
        place = spot(records, day)
        if place.cut is not None:
            at = records.index(place.cut)
            records[at] = replace(place.cut, valid_until=day)
        records.append(replace(a_record(number, day), valid_until=place.valid_until))
    return records


DAYS = st.lists(st.integers(0, 60).map(lambda n: BEGIN + timedelta(n)), min_size=1, max_size=12)


@given(DAYS)
def test_each_day_from_the_first_has_one_record_the_last_written_of_its_day(
    days: list[date],
) -> None:
    records = written(days)

    for offset in range(70):
        day = BEGIN + timedelta(offset)
        held = [one for one in records if holds(one, day)]
        if day < min(days):
            assert held == []
            continue
        begun = max(one for one in days if one <= day)
        last = max(at for at, one in enumerate(days, start=1) if one == begun)
        assert [one.number for one in held] == [last]
        assert holding(records, day) == held[0]


def test_before_the_first_record_that_first_one_is_what_is_known() -> None:
    records = written([BEGIN + timedelta(5), BEGIN + timedelta(2)])

    found = holding(records, BEGIN)
    assert found is not None and found.number == 2
    assert [one.number for one in later(records, BEGIN + timedelta(3))] == [1]
