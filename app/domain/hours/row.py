"""Rows of the lists of hours: entries, and weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.hours.hours import WeekState, WorkKind
from app.domain.shared.ids import EmployeeId, TimeEntryId, TimeWeekId
from app.domain.shared.paging import View


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of the list of entries; ``state`` is that of its week."""

    id: TimeEntryId
    week_id: TimeWeekId
    employee_id: EmployeeId
    name: str
    day: date
    began_at: datetime
    ended_at: datetime | None
    pause: int
    minutes: int
    kind: WorkKind
    note: str
    customer: str
    state: WeekState
    is_clocked: bool


@dataclass(frozen=True, slots=True)
class Sought:
    """Which entries a list shows beside its words: of a person, of some days, of weeks so far."""

    employee_id: EmployeeId | None = None
    first: date | None = None
    last: date | None = None
    state: WeekState | None = None


EVERYTHING = Sought()


class EntrySort(Enum):
    """What the list of entries can be sorted by."""

    BEGAN_AT = "began_at"
    NAME = "name"


NEWEST_ENTRIES = View(sort=EntrySort.BEGAN_AT.value, is_descending=True)


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One row of the list of weeks."""

    id: TimeWeekId
    version: int
    employee_id: EmployeeId
    name: str
    monday: date
    state: WeekState
    worked: int
    due: int
    overtime: int
    submitted_at: datetime | None
    decided_by: str


class WeekSort(Enum):
    """What the list of weeks can be sorted by."""

    MONDAY = "monday"
    NAME = "name"
    STATE = "state"


NEWEST_WEEKS = View(sort=WeekSort.MONDAY.value, is_descending=True)
