from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.hours.hours import TimeEntry, TimeWeek, WeekState
from app.domain.shared.ids import EmployeeId, TimeEntryId, TimeWeekId, new_id
from app.domain.shared.paging import View
from app.storage.database import Database
from tests.timing import MONDAY, TUESDAY, hire
from tests.trade import LUMO

EIGHT = datetime(2026, 3, 2, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)


def week_of(database: Database, person: EmployeeId, worked: int) -> list[int]:
    """Write a week with two entries of an hour and return their ids."""
    week = TimeWeek(TimeWeekId(new_id()), 1, person, MONDAY, WeekState.OPEN, 2250, worked)
    ids = []
    with database.write() as unit:
        unit.time_weeks.add(week)
        for place in (0, 2):
            began = EIGHT + place * HOUR
            entry_id = TimeEntryId(new_id())
            ids.append(entry_id)
            unit.time_entries.add(
                TimeEntry(entry_id, week.id, person, MONDAY, began, began + HOUR, note="100% sure")
            )
    return [int(one) for one in ids]


def test_entries_stand_in_the_order_of_time_or_of_names(database: Database) -> None:
    with database.write() as unit:
        unit.company.add(LUMO)
    boon, aino = hire(database, "Boon Suwan"), hire(database)
    of_boon, of_aino = week_of(database, boon, 120), week_of(database, aino, 60)

    with database.read() as unit:
        lists = unit.hour_lists
        oldest = list(lists.spine(View(sort="began_at")))
        by_name = list(lists.spine(View(sort="name")))
        two = list(lists.first(View(sort="name", is_descending=True), 2))
        sure = len(lists.spine(View(words="100%"), ()))
        sign = len(lists.spine(View(words="1_0"), ()))

    assert oldest[:2] == sorted((of_boon[0], of_aino[0]))
    assert by_name == [*reversed(of_aino), *reversed(of_boon)]
    assert two == list(reversed(of_boon))
    assert (sure, sign) == (4, 0)


def test_the_account_is_the_sum_of_the_weeks(database: Database) -> None:
    with database.write() as unit:
        unit.company.add(LUMO)
    aino = hire(database)
    week_of(database, aino, 2300)

    with database.read() as unit:
        found = unit.week_lists.balances(MONDAY)
        rows = unit.week_lists.rows(tuple(unit.week_lists.spine()), TUESDAY)

    assert (found[aino].minutes, found[aino].weeks, found[aino].last) == (50, 1, MONDAY)
    assert [(one.name, one.worked) for one in rows] == [("Aino Virtanen", 2300)]
