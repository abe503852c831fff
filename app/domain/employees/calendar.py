"""Work calendars: on which days of a week is worked, how long, and which days are holidays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.shared.ids import CalendarId
from app.domain.shared.problems import Problem, Rule

DAYS_OF_WEEK = 7
MINUTES_OF_DAY = 24 * 60
USUAL = (450, 450, 450, 450, 450, 0, 0)
"""Seven and a half hours from Monday to Friday: a week where nobody wrote another."""

NO_NAME = Rule("calendars.no-name")
WRONG_MINUTES = Rule("calendars.wrong-minutes", "minutes")


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """A week of work: minutes of each weekday, Monday first; holidays of a country and region."""

    id: CalendarId
    version: int
    name: str
    minutes: tuple[int, int, int, int, int, int, int]
    country: str
    region: str = ""
    is_default: bool = False

    def minutes_on(self, day: date) -> int:
        """Return how long is worked on the weekday of a day; holidays are not looked at."""
        return self.minutes[day.weekday()]

    @property
    def week(self) -> int:
        """Return how many minutes a whole week has."""
        return sum(self.minutes)


def check(calendar: WorkCalendar) -> tuple[Problem, ...]:
    """Return what is wrong with a calendar, each at its field."""
    return tuple(_faults(calendar))


def _faults(calendar: WorkCalendar) -> Iterator[Problem]:
    if not calendar.name.strip():
        yield NO_NAME.at("name")
    for place, minutes in enumerate(calendar.minutes):
        if not 0 <= minutes <= MINUTES_OF_DAY:
            yield WRONG_MINUTES.at(f"minutes.{place}", minutes=minutes)
