"""The books of leave: what the ledger of a person follows from, gathered for many at once."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from app.domain.employees.calendar import WorkCalendar
from app.domain.employees.contract import Contract
from app.domain.employees.employee import Employee
from app.domain.leave.asking import BOOKED, absence_of
from app.domain.leave.counting import Days, LeaveDays, fitted, leave_days
from app.domain.leave.earning import Away, Service, Week, year_of
from app.domain.leave.leave import LeaveEntry, LeaveRequest, LeaveType
from app.domain.leave.ledger import Account, Taken, due
from app.domain.leave.spans import ONE, Span
from app.domain.shared.ids import CalendarId, EmployeeId, LeaveTypeId
from app.formats.holidays import holidays_of
from app.formats.leave_laws import law
from app.services.office import Desk

MINUTES = 60


class Rests(Container[date]):
    """The holidays of a country and region as leave counts them, a year at a time."""

    def __init__(self, country: str, region: str) -> None:
        self._country, self._region = country, region
        self._years: dict[int, frozenset[date]] = {}

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        if day.year not in self._years:
            self._years[day.year] = self._of(day.year)
        return day in self._years[day.year]

    def _of(self, year: int) -> frozenset[date]:
        found = holidays_of(self._country, self._region, (year,))
        return law(self._country).with_rests(found) if found else found


class LeaveBooks:
    """Gathers what leave follows from, at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self._rests: dict[tuple[str, str], Rests] = {}

    @cached_property
    def kinds(self) -> Mapping[LeaveTypeId, LeaveType]:
        """Every type of leave, by its id."""
        return {one.id: one for one in self._store.leave_types.all()}

    @cached_property
    def _calendars(self) -> Mapping[CalendarId, WorkCalendar]:
        return {one.id: one for one in self._store.calendars.all()}

    @cached_property
    def _usual(self) -> WorkCalendar:
        return self._store.calendars.default()

    def services(self, people: Sequence[Employee]) -> dict[EmployeeId, Service]:
        """Return what the leave of many people is earned by."""
        ids = [one.id for one in people]
        contracts = self._store.contracts.between(ids, date.min, date.max)
        requests = self._store.leave_requests.of(ids, BOOKED)
        return {
            one.id: Service(
                one.starts_on,
                one.ends_on,
                tuple(self._weeks(one, contracts.get(one.id, ()))),
                tuple(self._away(requests.get(one.id, ()))),
            )
            for one in people
        }

    def service(self, employee: Employee) -> Service:
        """Return what the leave of one person is earned by."""
        return self.services((employee,))[employee.id]

    def days_of(self, request: LeaveRequest, kind: LeaveType, service: Service) -> LeaveDays:
        """Return the days of leave that a request is."""
        return leave_days(kind.counting, absence_of(request), service.days_on)

    def accounts(self, people: Sequence[Employee], kind: LeaveType) -> Iterator[Account]:
        """Yield what each of many people has of a type."""
        ids = [one.id for one in people]
        services, settled = self.services(people), self._store.leave_ledger.settled(kind.id)
        entries = self._store.leave_ledger.of(ids, kind.id)
        requests = self._store.leave_requests.of(ids, BOOKED)
        for one in people:
            service = services[one.id]
            taken = (asked for asked in requests.get(one.id, ()) if asked.type_id == kind.id)
            yield Account(
                one.id,
                kind,
                service,
                tuple(self._taken(asked, kind, service) for asked in taken),
                entries.get(one.id, ()),
                _fixed_until(kind, service, settled.get(one.id)),
            )

    def write(self, people: Sequence[Employee], kind: LeaveType, until: date) -> int:
        """Write what is due of a type until a day, and return how many rows that were."""
        settled = self._store.leave_ledger.settled(kind.id)
        rows: list[LeaveEntry] = []
        days: dict[date, list[EmployeeId]] = {}
        for account in self.accounts(people, kind):
            day = max(until, settled.get(account.employee_id, until))
            rows.extend(due(account, day))
            days.setdefault(day, []).append(account.employee_id)
        self._store.leave_ledger.add(self.stamped(one) for one in rows)
        for day, written in days.items():
            self._store.leave_ledger.settle(written, kind.id, day)
        return len(rows)

    def stamped(self, entry: LeaveEntry) -> LeaveEntry:
        """Return a row with when and by whom it was written."""
        return replace(entry, recorded_at=self._desk.now, who=self._desk.who.name)

    def _taken(self, asked: LeaveRequest, kind: LeaveType, service: Service) -> Taken:
        days = self.days_of(asked, kind, service)
        return Taken(asked.id, fitted(days, asked.days, asked.first_on))

    def _weeks(self, employee: Employee, contracts: Sequence[Contract]) -> Iterator[Week]:
        """Yield how a person works; who has no contract yet works the usual week."""
        if not contracts:
            yield Week(Span(employee.starts_on, date.max), self._days(self._usual, None))
        for one in contracts:
            calendar = self._calendars.get(one.calendar_id or CalendarId(0))
            span = Span(one.starts_on, one.ends_on or date.max)
            hours = None if calendar else one.hours
            yield Week(span, self._days(calendar or self._usual, hours))

    def _days(self, calendar: WorkCalendar, hours: Decimal | None) -> Days:
        """Return the days of a calendar; agreed hours without one go by the usual days."""
        place = (calendar.country, calendar.region)
        rests = self._rests.setdefault(place, Rests(*place))
        if not hours or not calendar.week:
            return Days(calendar.minutes, rests)
        share = hours * MINUTES / calendar.week
        return Days(tuple(round(one * share) for one in calendar.minutes), rests)

    def _away(self, requests: Sequence[LeaveRequest]) -> Iterator[Away]:
        """Yield the absences that count as work for so many days only.

        Who reads has no say in it: all that is about health counts together, by the fewest days.
        """
        for one in requests:
            span = Span(one.first_on, one.last_on)
            if one.is_health:
                if self._health is not None:
                    yield Away(span, None, self._health, is_health=True)
            elif (
                kind := self.kinds.get(one.type_id or LeaveTypeId(0))
            ) and kind.as_work is not None:
                yield Away(span, kind.id, kind.as_work)

    @cached_property
    def _health(self) -> int | None:
        of_health = [one.as_work for one in self.kinds.values() if one.is_health]
        return min((one for one in of_health if one is not None), default=None)


def _fixed_until(kind: LeaveType, service: Service, settled: date | None) -> date:
    """Return the day before which what was earned is not reckoned anew: two years of leave ago."""
    if settled is None:
        return date.min
    this = year_of(kind, service.starts_on, max(settled, service.starts_on))
    return year_of(kind, service.starts_on, this.first - ONE).first
