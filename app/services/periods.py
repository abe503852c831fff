"""Periods: until when something is due, by the calendar of the company's own country."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property

from app.domain.admin.company import Company
from app.domain.shared import working_days
from app.domain.shared.working_days import Due
from app.formats.holidays import holidays_of
from app.formats.packs import pack
from app.services.office import Desk


class Periods:
    """Counts days as the law of the company's country does, with the holidays of its region."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def due(self, day: date, days: int) -> Due:
        """Return the last day of a period of calendar days from a day, which does not count."""
        counted = day + timedelta(days=days)
        years = {counted.year, counted.year + 1}
        company = self._company
        holidays = holidays_of(company.country, company.address.region, years)
        on = working_days.next_working_day(counted, holidays)
        return Due(counted, on, pack(company.country).period_law)

    @cached_property
    def _company(self) -> Company:
        return self._desk.store.company.get()
