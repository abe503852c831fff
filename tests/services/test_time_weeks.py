from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.employees.approving import OwnApproval
from app.domain.hours.hours import Overtime, OvertimeKind, TimeWeek, WeekState
from app.domain.hours.overtime import Limit, OvertimeRule, OvertimeRules, Step
from app.domain.hours.refused import ClockRuns, WeekLocked, WeekNotOpen, WeekNotSubmitted
from app.domain.shared.ids import EmployeeId, OvertimeRuleId, TimeWeekId
from app.domain.shared.money import money
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict
from app.services import hours, overtime_rules, time_weeks
from app.services.office import Office
from app.services.permissions import NotAllowed, Permission, Role
from app.storage.database import Database
from tests.timing import MONDAY, TUESDAY, at_desk, from_to, hire, keep_calendar

JOURNEY = ("16:15", "16:00", "17:30", "15:45", "16:30")
"""8.25, 8, 9.5, 7.75 and 8.5 hours from eight o'clock on."""
AGREED = OvertimeRule(
    OvertimeRuleId(0),
    1,
    date(2026, 1, 1),
    OvertimeRules("Agreement of the office", weekly=Limit(None, (Step(0, 150),))),
)


@pytest.fixture
def aino(office: Office, database: Database) -> EmployeeId:
    keep_calendar(database)
    return hire(database, user="Aino")


@pytest.fixture
def week(office: Office, aino: EmployeeId) -> TimeWeek:
    """Return the written week of journey 22."""
    office.do(overtime_rules.write, AGREED)
    for place, ended in enumerate(JOURNEY):
        day = MONDAY + timedelta(days=place)
        office.do(hours.write_day, aino, day, (from_to("08:00", ended),))
    return _of(office, aino)


def test_the_week_of_the_journey_is_approved_by_another_and_locked(
    office: Office, aino: EmployeeId, week: TimeWeek
) -> None:
    submitted = at_desk(office, "Aino").do(time_weeks.submit, week.id, week.version).result
    with pytest.raises(OwnApproval):
        at_desk(office, "Aino").do(time_weeks.approve, week.id, submitted.version)

    approved = office.do(time_weeks.approve, week.id, submitted.version).result
    (paid,) = office.ask(time_weeks.for_pay, date(2026, 3, 1), date(2026, 3, 31))
    (locked,) = office.do(time_weeks.lock, date(2026, 3, 1), date(2026, 3, 31)).result

    assert (approved.worked, approved.due) == (42 * 60, 37 * 60 + 30)
    assert approved.overtime == paid.overtime == (Overtime(OvertimeKind.WEEKLY, 270, 150),)
    amount = money(Decimal(270) / 60 * Decimal("21.40") * 150 / 100, "EUR")
    assert amount.amount == Decimal("144.45")
    assert (locked.state, paid.weeks) == (WeekState.LOCKED, (MONDAY,))
    with pytest.raises(WeekLocked):
        office.do(hours.write_day, aino, MONDAY, ())
    with pytest.raises(WeekLocked):
        office.do(time_weeks.reopen, week.id, locked.version)
    assert office.do(time_weeks.lock, date(2026, 3, 1), date(2026, 3, 31)).result == ()


def test_a_week_is_of_the_month_in_which_it_ends(office: Office, week: TimeWeek) -> None:
    submitted = office.do(time_weeks.submit, week.id, week.version).result
    office.do(time_weeks.approve, week.id, submitted.version)

    assert office.ask(time_weeks.for_pay, date(2026, 3, 8), date(2026, 3, 8)) != ()
    assert office.ask(time_weeks.for_pay, date(2026, 3, 1), date(2026, 3, 7)) == ()


def test_what_was_approved_stays_when_the_rules_change(
    office: Office, aino: EmployeeId, week: TimeWeek
) -> None:
    submitted = office.do(time_weeks.submit, week.id, week.version).result
    office.do(time_weeks.approve, week.id, submitted.version)
    (rule,) = office.ask(overtime_rules.held).own
    office.do(overtime_rules.change, replace(rule, is_closed=True))

    sheet = office.ask(hours.sheet, aino, MONDAY)

    assert sheet.overtime == (Overtime(OvertimeKind.WEEKLY, 270, 150),)
    assert sheet.rules.name == "Working Hours Act 872/2019"


def test_a_week_is_taken_back_handed_in_again_and_opened_again_with_a_reason(
    office: Office, week: TimeWeek
) -> None:
    submitted = office.do(time_weeks.submit, week.id, week.version).result
    taken = office.do(time_weeks.take_back, week.id, submitted.version).result
    with pytest.raises(WeekNotSubmitted):
        office.do(time_weeks.approve, week.id, taken.version)
    again = office.do(time_weeks.submit, week.id, taken.version).result
    with pytest.raises(WeekNotOpen):
        office.do(time_weeks.submit, week.id, again.version)
    approved = office.do(time_weeks.approve, week.id, again.version, "well").result

    opened = office.do(time_weeks.reopen, week.id, approved.version, "Friday is missing").result

    assert (approved.note, opened.note, opened.state) == (
        "well",
        "Friday is missing",
        WeekState.OPEN,
    )
    with pytest.raises(Conflict):
        office.do(time_weeks.submit, week.id, approved.version)


def test_a_week_whose_clock_runs_is_not_handed_in(office: Office, aino: EmployeeId) -> None:
    office.do(hours.clock_in, aino)
    week = _of(office, aino, TUESDAY)

    with pytest.raises(ClockRuns):
        office.do(time_weeks.submit, week.id, week.version)


def test_nobody_approves_without_the_right(office: Office, week: TimeWeek) -> None:
    clerk = Role("clerk", frozenset({Permission.HOURS_READ, Permission.HOURS_ENTER}))
    submitted = office.do(time_weeks.submit, week.id, week.version).result

    with pytest.raises(NotAllowed):
        at_desk(office, "Boon", clerk).do(time_weeks.approve, week.id, submitted.version)


def test_the_list_of_weeks_says_who_has_handed_in(
    office: Office, week: TimeWeek, database: Database
) -> None:
    boon = hire(database, "Boon Suwan")
    office.do(hours.write_day, boon, MONDAY, (from_to("08:00", "16:00"),))
    office.do(time_weeks.submit, week.id, week.version)

    def names(view: View) -> list[str]:
        ids = office.ask(time_weeks.spine, view)
        assert [one.id for one in office.ask(time_weeks.first, view, 9)] == list(ids)
        return [
            one.name.split()[0] for one in office.ask(time_weeks.rows, tuple(map(TimeWeekId, ids)))
        ]

    assert names(View(only=("submitted",))) == ["Aino"]
    assert names(View(sort="name")) == ["Aino", "Boon"]
    assert names(View(sort="state")) == ["Boon", "Aino"]
    assert names(View(words="boon")) == ["Boon"]
    assert office.ask(time_weeks.counts) == {"open": 1, "submitted": 1, "approved": 0, "locked": 0}


def test_the_account_of_hours_leaves_out_what_is_paid_as_overtime(
    office: Office, week: TimeWeek, database: Database
) -> None:
    boon = hire(database, "Boon Suwan")
    office.do(hours.write_day, boon, MONDAY, (from_to("08:00", "16:00"),))

    aino, boon_ = office.ask(time_weeks.balances)

    assert (aino.name, aino.minutes, aino.paid, aino.weeks) == ("Aino Virtanen", 0, 270, 1)
    assert boon_.minutes == 480 - 2250
    assert office.ask(time_weeks.balances, date(2026, 3, 7)) == ()
    assert len(office.ask(time_weeks.balances, date(2026, 3, 8))) == 2


def _of(office: Office, person: EmployeeId, day: date = MONDAY) -> TimeWeek:
    week = office.ask(hours.sheet, person, day).week
    assert week is not None
    return week


def test_everybody_who_works_here_is_told_of_also_who_wrote_nothing(
    office: Office, week: TimeWeek, database: Database
) -> None:
    hire(database, "Boon Suwan")

    aino, boon = office.ask(time_weeks.everyone, MONDAY)

    assert (aino.state, aino.worked, aino.paid, aino.balance) == (WeekState.OPEN, 2520, 270, 0)
    assert (boon.state, boon.due, boon.is_running) == (None, 2250, False)
    assert office.ask(time_weeks.everyone, date(2019, 1, 1)) == ()
