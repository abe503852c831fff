"""Numbers of documents and entries: taken in the fiscal year of their day."""

from __future__ import annotations

from datetime import date

from app.domain.accounting.periods import FiscalYear, fiscal_year_for
from app.domain.admin.company import Company
from app.domain.shared.numbering import Series, SeriesClosed, first_year
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
                raise SeriesClosed(**self._why_not(kind, day, year)) from None
            self._open(year)
            return self._desk.store.numbers.take(kind, day, year.name, branch)

    def _why_not(self, kind: str, day: date, year: FiscalYear) -> dict[str, object]:
        """Return the facts of a year that is not kept here: its numbers were given elsewhere."""
        rows = (one for one in self._desk.store.numbers.rows() if one.kind == kind)
        firsts = [begun for one in rows if (begun := first_year(one.year)) is not None]
        starts = self._company.year_starts
        facts: dict[str, object] = {"kind": kind, "year": year.name, "day": day}
        if not firsts:
            return facts
        return facts | {"since": date(min(firsts), starts, 1), "why": "before-the-books"}

    def _now(self) -> FiscalYear:
        return fiscal_year_for(self._desk.today, self._company.year_starts)

    def _open(self, year: FiscalYear) -> None:
        known = {(one.kind, one.year, one.branch) for one in self._desk.store.numbers.rows()}
        for kind, pattern in pack(self._company.country).series.items():
            if (kind, year.name, self._company.branch) not in known:
                fresh = Series(kind, year.name, self._company.branch, pattern)
                self._desk.store.numbers.open(fresh)
