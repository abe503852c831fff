"""Worked days: on which days of a period people would work, by their contracts and calendars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from app.domain.employees.calendar import WorkCalendar
from app.domain.employees.contract import Contract
from app.domain.payroll.daily import USUAL_DAYS, days_a_week
from app.domain.payroll.payee import Span
from app.domain.shared.ids import CalendarId
from app.services.leave_books import Rests
from app.services.office import Desk


class WorkedDays:
    """Reckons the days of a period at one desk; people with the same weeks are reckoned once."""

    def __init__(self, desk: Desk, span: Span) -> None:
        self._store = desk.store
        self._span = span
        self._rests: dict[tuple[str, str], Rests] = {}
        self._found: dict[tuple[tuple[date, CalendarId], ...], frozenset[date]] = {}

    def of(self, contracts: Sequence[Contract]) -> frozenset[date]:
        """Return the days that would be worked of a whole period, holidays left out.

        Before the first contract and after the last one as in the nearest.
        """
        if not contracts:
            return frozenset()
        key = tuple((one.starts_on, self._calendar(one).id) for one in contracts)
        if key not in self._found:
            self._found[key] = frozenset(self._days(contracts))
        return self._found[key]

    def a_week(self, contracts: Sequence[Contract]) -> Decimal:
        """Return on how many days of a week somebody works by the contract that holds last."""
        return days_a_week(self._calendar(contracts[-1]).minutes) if contracts else USUAL_DAYS

    def _days(self, contracts: Sequence[Contract]) -> list[date]:
        first, found = self._span.first, []
        for day in (first + timedelta(days=at) for at in range(self._span.days)):
            begun = [one for one in contracts if one.starts_on <= day]
            calendar = self._calendar(begun[-1] if begun else contracts[0])
            place = (calendar.country, calendar.region)
            rests = self._rests.setdefault(place, Rests(*place))
            if calendar.minutes[day.weekday()] and day not in rests:
                found.append(day)
        return found

    def _calendar(self, contract: Contract) -> WorkCalendar:
        return self._calendars.get(contract.calendar_id or CalendarId(0), self._usual)

    @cached_property
    def _calendars(self) -> dict[CalendarId, WorkCalendar]:
        return {one.id: one for one in self._store.calendars.all()}

    @cached_property
    def _usual(self) -> WorkCalendar:
        return self._store.calendars.default()
