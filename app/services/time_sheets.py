"""Sheets of time: the weeks of people with what was due, what was worked, and what is overtime."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from app.domain.hours.due import Agreed, DayDue, week_due
from app.domain.hours.hours import Sums, TimeEntry, TimeWeek, WeekState
from app.domain.hours.measuring import WEEK
from app.domain.hours.overtime import OvertimeRule, OvertimeRules, paid_minutes, rules_on, split
from app.domain.hours.sheet import SheetDay, WeekSheet
from app.domain.leave.leave import Part
from app.domain.shared.ids import EmployeeId
from app.formats.holidays import holidays_of
from app.formats.hour_laws import HourLaw, hour_law
from app.services.office import Desk
from app.storage.work_days import Away

HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Ground:
    """What the weeks of some people are reckoned from: what is agreed, and who has leave."""

    agreed: Mapping[EmployeeId, Sequence[Agreed]]
    away: Sequence[Away]


class TimeSheets:
    """Reckons the weeks of people at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self._years: dict[tuple[str, str, int, int], frozenset[date]] = {}

    @cached_property
    def names(self) -> Mapping[EmployeeId, str]:
        """How people are called today, in the order of names."""
        return self._store.work_days.names(self._desk.today)

    @cached_property
    def law(self) -> HourLaw:
        """What the country says of working time."""
        return hour_law(self._country)

    def sheet(self, employee_id: EmployeeId, monday: date) -> WeekSheet:
        """Return the week of a person with its days; raises NotFound."""
        week = self._store.time_weeks.of(employee_id, monday)
        entries = self._store.time_entries.of_weeks((week.id,)) if week else ()
        ground = self.ground((employee_id,), monday, monday + WEEK)
        return self.sheet_of(employee_id, (monday, week), entries, ground)

    def sheet_of(
        self,
        employee_id: EmployeeId,
        of: tuple[date, TimeWeek | None],
        entries: Sequence[TimeEntry],
        ground: Ground,
    ) -> WeekSheet:
        """Return the sheet of a week from what was read of it."""
        monday, week = of
        dues = self.dues(employee_id, monday, ground)
        days = tuple(
            SheetDay(due, tuple(one for one in entries if one.day == due.day)) for due in dues
        )
        agreed = ground.agreed.get(employee_id, ())
        agreement = next((one.agreement for one in agreed if one.first <= monday + WEEK), "")
        rules = self._rules(monday, agreement)
        is_fixed = week is not None and week.state in {WeekState.APPROVED, WeekState.LOCKED}
        overtime = split([(day.due, day.worked) for day in days], rules)
        return WeekSheet(
            employee_id,
            self.names.get(employee_id, ""),
            monday,
            week,
            days,
            week.overtime if week is not None and is_fixed else overtime,
            rules,
        )

    def dues(self, employee_id: EmployeeId, monday: date, ground: Ground) -> tuple[DayDue, ...]:
        """Return what is due of a person on each day of a week."""
        agreed = ground.agreed.get(employee_id, ())
        held = next((one for one in agreed if one.first <= monday + WEEK), None)
        country = held.country if held is not None and held.country else self._country
        region = held.region if held is not None else ""
        days = {monday + timedelta(days=place) for place in range(7)}
        holidays = self._holidays(country, region, monday) & days
        mine = [one for one in ground.away if one.employee_id == employee_id]
        away = {day: sum((_part_of(one, day) for one in mine), Decimal(0)) for day in days}
        return week_due(monday, agreed, holidays, away)

    def _holidays(self, country: str, region: str, monday: date) -> frozenset[date]:
        """Return the holidays of the years that a week lies in, reckoned once for all people."""
        key = (country, region, monday.year, (monday + WEEK).year)
        if key not in self._years:
            self._years[key] = holidays_of(country, region, {*key[2:]})
        return self._years[key]

    def ground(self, people: Sequence[EmployeeId], first: date, last: date) -> Ground:
        """Return what the weeks of people between two days are reckoned from."""
        days = self._store.work_days
        return Ground(days.agreed(people, last), days.away(people, first, last))

    def _rules(self, day: date, agreement: str) -> OvertimeRules:
        return rules_on(day, agreement, self._own, self.law.overtime)

    @cached_property
    def _own(self) -> Sequence[OvertimeRule]:
        return self._store.overtime_rules.all()

    @cached_property
    def _country(self) -> str:
        return self._store.company.get().country


def sums_of(sheet: WeekSheet) -> Sums:
    """Return what the entries of a sheet come to."""
    due = sum(day.due.due for day in sheet.days)
    paid = paid_minutes(sheet.overtime, sheet.rules)
    return Sums(due, sheet.worked, sheet.overtime, paid)


def _part_of(leave: Away, day: date) -> Decimal:
    """Return which part of a day a leave takes."""
    if not leave.first_on <= day <= leave.last_on:
        return Decimal(0)
    is_half = (day == leave.first_on and leave.first_part is not Part.WHOLE) or (
        day == leave.last_on and leave.last_part is not Part.WHOLE
    )
    return HALF if is_half else Decimal(1)
