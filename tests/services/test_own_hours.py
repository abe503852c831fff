"""One's own hours are clocked, written and handed in; nobody else's."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.hours.hours import WeekState
from app.domain.shared.ids import EmployeeId
from app.services import hours, own_hours, time_weeks
from app.services.office import Office
from app.services.own import NotOwn
from app.services.permissions import NotAllowed
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.services.own import came_in
from tests.timing import TUESDAY, SetClock, at, from_to, hire, keep_calendar

WEEK = timedelta(days=7)


@pytest.fixture
def clock(office: Office) -> SetClock:
    clock = SetClock(at(TUESDAY, "08:00"))
    office.clock = clock
    return clock


@pytest.fixture
def aino(office: Office, clock: SetClock, database: Database) -> EmployeeId:
    keep_calendar(database)
    return hire(database)


def test_ones_own_clock_runs_and_stops(office: Office, aino: EmployeeId, clock: SetClock) -> None:
    came = came_in(office, aino)
    came.do(own_hours.clock_in)
    clock.at = at(TUESDAY, "12:00")
    came.do(own_hours.clock_out)
    came.do(own_hours.clock_in)
    clock.at = at(TUESDAY, "16:00")
    came.do(own_hours.stop_clock, at(TUESDAY, "15:30").time())

    assert came.ask(own_hours.opened, TUESDAY).sheet.worked == 450


def test_ones_own_week_is_written_and_handed_in(office: Office, aino: EmployeeId) -> None:
    came = came_in(office, aino)
    came.do(own_hours.write_day, TUESDAY - WEEK, (from_to("08:00", "16:00"),))
    came.do(own_hours.copy_week, TUESDAY)
    week = came.do(own_hours.write_day, TUESDAY, (from_to("08:00", "15:00"),)).result

    sent = came.do(own_hours.submit, week.id, week.version).result
    back = came.do(own_hours.take_back, sent.id, sent.version).result

    assert (sent.state, back.state) == (WeekState.SUBMITTED, WeekState.OPEN)
    assert came.ask(own_hours.week_page, TUESDAY, "en").startswith(b"%PDF")
    with pytest.raises(NotAllowed):
        came.do(time_weeks.approve, back.id, back.version)


@on_sqlite
def test_the_week_of_somebody_else_is_not_handed_in(
    office: Office, aino: EmployeeId, database: Database
) -> None:
    other = hire(database, "Boon Srisai")
    week = office.do(hours.write_day, other, TUESDAY, (from_to("08:00", "15:00"),)).result
    came = came_in(office, aino)

    for verb in (own_hours.submit, own_hours.take_back):
        with pytest.raises(NotOwn):
            came.do(verb, week.id, week.version)
