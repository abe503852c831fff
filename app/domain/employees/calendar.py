"""Work calendars: on which days of a week is worked, how long, and which days are holidays."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.shared.ids import CalendarId

DAYS_OF_WEEK = 7


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
