"""Timekeeping: what a desk knows of people's time, and how their weeks are reckoned and kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from functools import cached_property

from app.domain.employees.employee import Employee
from app.domain.hours.hours import TimeEntry, TimeWeek, WeekState
from app.domain.hours.measuring import (
    DAY,
    HOUR,
    ONE_DAY,
    Stretch,
    monday_of,
    require_measure,
    span_of,
)
from app.domain.hours.refused import DayTooLong, NotEmployedThen, Overlapping, ToCome
from app.domain.shared.ids import ContactId, EmployeeId, TimeWeekId, new_id
from app.outside.zones import zone_named
from app.services.office import Desk
from app.services.time_sheets import TimeSheets, sums_of


class Timekeeping:
    """Reckons, keeps and refuses hours at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store

    @cached_property
    def zone(self) -> tzinfo:
        """The time zone of the office."""
        return zone_named(self.sheets.law.zone)

    @cached_property
    def sheets(self) -> TimeSheets:
        """What reckons weeks."""
        return TimeSheets(self._desk)

    def person(self, employee_id: EmployeeId) -> Employee:
        """Return the head of a person's file; raises NotFound."""
        return self._store.work_days.person(employee_id)

    def aware(self, moment: datetime) -> datetime:
        """Return a moment; one without a zone is what the clock here showed."""
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=self.zone)

    def day_of(self, moment: datetime) -> date:
        """Return the day on which a moment lies here."""
        return moment.astimezone(self.zone).date()

    def week(self, employee_id: EmployeeId, day: date) -> TimeWeek:
        """Return the week of a person that a day lies in; a new one is written.

        Raises NotFound, NotEmployedThen.
        """
        monday = monday_of(day)
        self._require_employed(self.person(employee_id), day)
        found = self._store.time_weeks.of(employee_id, monday)
        if found is not None:
            return found
        fresh = TimeWeek(TimeWeekId(new_id()), 1, employee_id, monday, WeekState.OPEN, 0, 0)
        self._store.time_weeks.add(fresh)
        return fresh

    def span(self, day: date, worked: Stretch) -> tuple[datetime, datetime]:
        """Return between which moments somebody worked; raises what its measure says, ToCome."""
        if day > self._desk.today + ONE_DAY:
            raise ToCome(day=day)
        began, ended = span_of(day, worked, self.zone)
        require_measure(began, ended, worked.pause)
        return began, ended

    def require_free(self, entry: TimeEntry) -> None:
        """Raise Overlapping where the person worked at that time already."""
        span = (entry.began_at, entry.ended_at)
        other = self._store.time_entries.overlapping(entry.employee_id, span, entry.id)
        if other is not None:
            began = other.began_at.astimezone(self.zone)
            ended = other.ended_at.astimezone(self.zone) if other.ended_at else None
            until = f"{ended:%H:%M}" if ended else "…"
            raise Overlapping(day=other.day, began=f"{began:%H:%M}", ended=until)

    def require_customer(self, customer_id: ContactId | None) -> None:
        """Raise NotFound where work is said to be for a customer that there is not."""
        if customer_id is not None:
            self._store.contacts.get(customer_id)

    def reckon(self, before: TimeWeek) -> TimeWeek:
        """Write what the entries of an open week come to; raises DayTooLong, WeekNotOpen."""
        sheet = self.sheets.sheet(before.employee_id, before.monday)
        for day in sheet.days:
            if day.worked > DAY:
                raise DayTooLong(hours=day.worked // HOUR, day=day.day)
        after = before.reckoned(sums_of(sheet))
        self._store.time_weeks.save(before, after)
        return after

    def _require_employed(self, person: Employee, day: date) -> None:
        is_over = person.ends_on is not None and day > person.ends_on
        if day < person.starts_on or is_over:
            raise NotEmployedThen(number=person.number, day=day)


def named_so(names: Mapping[EmployeeId, str], words: str) -> tuple[EmployeeId, ...] | None:
    """Return those whose names hold every word, or none where there is no word."""
    asked = words.casefold().split()
    if not asked:
        return None
    return tuple(
        one for one, name in names.items() if all(word in name.casefold() for word in asked)
    )
