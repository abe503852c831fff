"""Hours: entries of work, and weeks that are submitted, approved and locked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.shared.ids import ContactId, EmployeeId, TimeEntryId, TimeWeekId

KIND = "time-week"


class WorkKind(Enum):
    """What the time of an entry is."""

    WORK = "work"
    TRAVEL = "travel"
    ON_CALL = "on-call"
    TRAINING = "training"


class WeekState(Enum):
    """Where a week stands (DOMAIN: open→submitted→approved→locked; submitted, approved→open)."""

    OPEN = "open"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    LOCKED = "locked"


class OvertimeKind(Enum):
    """What hours above the regular ones are; the law of each country says which are which."""

    ADDITIONAL = "additional"
    DAILY = "daily"
    WEEKLY = "weekly"
    REST_DAY = "rest-day"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """Time that was worked: aware moments, so that midnight and the clock change count right.

    ``day`` is the day that it belongs to; ``ended_at`` is None while the clock runs. ``pause`` is
    in minutes.
    """

    id: TimeEntryId
    week_id: TimeWeekId
    employee_id: EmployeeId
    day: date
    began_at: datetime
    ended_at: datetime | None
    pause: int = 0
    kind: WorkKind = WorkKind.WORK
    note: str = ""
    customer_id: ContactId | None = None
    is_clocked: bool = False


@dataclass(frozen=True, slots=True)
class Overtime:
    """Minutes above the regular ones, and by which factor in percent they are paid (150)."""

    kind: OvertimeKind
    minutes: int
    percent: int


@dataclass(frozen=True, slots=True)
class TimeWeek:
    """A week of one person, Monday to Sunday; ``due`` minutes are agreed for it.

    ``worked`` and ``overtime`` are fixed when it is approved.
    """

    id: TimeWeekId
    version: int
    employee_id: EmployeeId
    monday: date
    state: WeekState
    due: int
    worked: int
    overtime: tuple[Overtime, ...] = ()
    submitted_at: datetime | None = None
    submitted_by: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
    note: str = ""
