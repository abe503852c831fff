"""Numbers of documents and entries: taken in the fiscal year of their day."""

from __future__ import annotations

from datetime import date, timedelta

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
        """Return the next number; raises SeriesClosed for a year that is not to be opened."""
        year = fiscal_year_for(day, self._company.year_starts)
        branch = self._company.branch
        try:
            return self._desk.store.numbers.take(kind, day, year.name, branch)
        except SeriesClosed:
            if running := self._running(kind, year):
                return self._desk.store.numbers.take(kind, day, running.year, running.branch)
            if not self._may_open(year):
                raise SeriesClosed(**self._why_not(kind, day, year)) from None
            self._open(year)
            return self._desk.store.numbers.take(kind, day, year.name, branch)

    def _running(self, kind: str, year: FiscalYear) -> Series | None:
        """Return the series that writes the same numbers: it goes on, or they would come twice.

        It is that of the company before its branch or the month of its fiscal year was changed.
        """
        begins = first_year(year.name)
        return next(
            (
                one
                for one in self._desk.store.numbers.rows()
                if one.kind == kind
                and first_year(one.year) == begins
                and (one.branch == self._company.branch or "{BRANCH}" not in one.pattern)
            ),
            None,
        )

    def _why_not(self, kind: str, day: date, year: FiscalYear) -> dict[str, object]:
        """Return the facts of a year that is not kept here: its numbers were given elsewhere."""
        rows = (one for one in self._desk.store.numbers.rows() if one.kind == kind)
        firsts = [begun for one in rows if (begun := first_year(one.year)) is not None]
        starts = self._company.year_starts
        facts: dict[str, object] = {"kind": kind, "year": year.name, "day": day}
        if not firsts or year.first > self._desk.today:
            return facts
        return facts | {"since": date(min(firsts), starts, 1), "why": "before-the-books"}

    def _may_open(self, year: FiscalYear) -> bool:
        """Say whether a year is the running one or the next: another was a slip of the hand."""
        running = fiscal_year_for(self._desk.today, self._company.year_starts)
        following = fiscal_year_for(running.last + timedelta(days=1), self._company.year_starts)
        return year in (running, following)

    def _open(self, year: FiscalYear) -> None:
        known = {(one.kind, one.year, one.branch) for one in self._desk.store.numbers.rows()}
        for kind, pattern in pack(self._company.country).series.items():
            if (kind, year.name, self._company.branch) not in known:
                fresh = Series(kind, year.name, self._company.branch, pattern)
                self._desk.store.numbers.open(fresh)
