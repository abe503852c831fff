"""Numbers of documents and entries: taken in the fiscal year of their day."""

from __future__ import annotations

from datetime import date

from app.domain.accounting.periods import FiscalYear, fiscal_year_for
from app.domain.admin.company import Company
from app.domain.shared.numbering import Series, SeriesClosed
from app.formats.packs import pack
from app.services.office import Desk


class Numbering:
    """Takes numbers of the fiscal year of a day; a new year's series open with its first number."""

    def __init__(self, desk: Desk, company: Company) -> None:
        self._desk = desk
        self._company = company

    def take(self, kind: str, day: date) -> str:
        """Return the next number; raises SeriesClosed for a year that was never opened."""
        year = fiscal_year_for(day, self._company.year_starts)
        branch = self._company.branch
        try:
            return self._desk.store.numbers.take(kind, day, year.name, branch)
        except SeriesClosed:
            if day < self._now().first:
                raise
            self._open(year)
            return self._desk.store.numbers.take(kind, day, year.name, branch)

    def _now(self) -> FiscalYear:
        return fiscal_year_for(self._desk.today, self._company.year_starts)

    def _open(self, year: FiscalYear) -> None:
        known = {(one.kind, one.year, one.branch) for one in self._desk.store.numbers.rows()}
        for kind, pattern in pack(self._company.country).series.items():
            if (kind, year.name, self._company.branch) not in known:
                fresh = Series(kind, year.name, self._company.branch, pattern)
                self._desk.store.numbers.open(fresh)
