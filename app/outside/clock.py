"""The clock: the only place that asks the machine what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol


class Clock(Protocol):
    """Tells the moment (aware UTC) and the business day."""

    def now(self) -> datetime:
        """Return the moment, in UTC."""

    def today(self) -> date:
        """Return the business day where the office is."""


class SystemClock:
    """The machine's own clock and time zone."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return self.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands on one day at noon UTC: for tests, demos and ``--today``."""

    day: date

    def now(self) -> datetime:
        return datetime.combine(self.day, time(12), tzinfo=UTC)

    def today(self) -> date:
        return self.day


@dataclass(frozen=True, slots=True)
class DayClock:
    """A business day that was chosen, with the machine's own moments for the audit."""

    day: date

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return self.day
