"""Fiscal years and their periods: where a posting may still go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.shared.refusals import Refusal


class PeriodClosed(Refusal):
    """The day lies in no open fiscal year."""

    code = "accounting.period-closed"


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A year of the books; both days belong to it."""

    name: str
    first: date
    last: date
    is_closed: bool = False

    def holds(self, day: date) -> bool:
        """Say whether a day belongs to the year."""
        return self.first <= day <= self.last
