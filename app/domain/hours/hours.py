"""Hours: entries of work, and weeks that are submitted, approved and locked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from app.domain.hours.measuring import ONE_DAY, WEEK, minutes_between
from app.domain.hours.refused import (
    WeekLocked,
    WeekNotApproved,
    WeekNotDecided,
    WeekNotOpen,
    WeekNotSubmitted,
)
from app.domain.shared.ids import ContactId, EmployeeId, TimeEntryId, TimeWeekId
from app.domain.shared.refusals import IllegalTransition

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

    @property
    def minutes(self) -> int:
        """The minutes worked; none while the clock runs."""
        if self.ended_at is None:
            return 0
        return minutes_between(self.began_at, self.ended_at) - self.pause


@dataclass(frozen=True, slots=True)
class Overtime:
    """Minutes above the regular ones, and by which factor in percent they are paid (150)."""

    kind: OvertimeKind
    minutes: int
    percent: int


@dataclass(frozen=True, slots=True)
class Sums:
    """What the entries of a week come to, in minutes."""

    due: int
    worked: int
    overtime: tuple[Overtime, ...]
    paid: int


@dataclass(frozen=True, slots=True)
class TimeWeek:
    """A week of one person, Monday to Sunday; ``due`` minutes are agreed for it.

    ``worked`` and ``overtime`` are fixed when it is approved; ``paid`` are the minutes of overtime
    that are paid, and so stand on no account of hours.
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
    paid: int = 0

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + WEEK - ONE_DAY

    @property
    def difference(self) -> int:
        """The minutes worked above what was due, below nothing where it was less."""
        return self.worked - self.due

    def require_open(self) -> None:
        """Raise WeekLocked or WeekNotOpen unless its hours may be changed."""
        if self.state is WeekState.LOCKED:
            raise WeekLocked(**self._facts())
        if self.state is not WeekState.OPEN:
            raise WeekNotOpen(**self._facts())

    def reckoned(self, sums: Sums) -> TimeWeek:
        """Return the open week with what its entries come to; raises WeekNotOpen, WeekLocked."""
        self.require_open()
        return replace(
            self,
            version=self.version + 1,
            due=sums.due,
            worked=sums.worked,
            overtime=sums.overtime,
            paid=sums.paid,
        )

    def submit(self, at: datetime, who: str) -> TimeWeek:
        """Return the week as its person says it is right; raises WeekNotOpen, WeekLocked."""
        self.require_open()
        return replace(
            self,
            version=self.version + 1,
            state=WeekState.SUBMITTED,
            submitted_at=at,
            submitted_by=who,
            decided_at=None,
            decided_by="",
        )

    def take_back(self) -> TimeWeek:
        """Return the week open again, not decided on; raises WeekNotSubmitted, WeekLocked."""
        self._require(WeekState.SUBMITTED, WeekNotSubmitted)
        return replace(
            self,
            version=self.version + 1,
            state=WeekState.OPEN,
            submitted_at=None,
            submitted_by="",
        )

    def approve(self, at: datetime, who: str, note: str = "") -> TimeWeek:
        """Return the approved week; raises WeekNotSubmitted, WeekLocked."""
        self._require(WeekState.SUBMITTED, WeekNotSubmitted)
        return self._decided(WeekState.APPROVED, at, who, note)

    def reopen(self, at: datetime, who: str, note: str) -> TimeWeek:
        """Return the week open again, and why; raises WeekNotDecided, WeekLocked."""
        if self.state is WeekState.OPEN:
            raise WeekNotDecided(**self._facts())
        if self.state is WeekState.LOCKED:
            raise WeekLocked(**self._facts())
        return self._decided(WeekState.OPEN, at, who, note)

    def lock(self) -> TimeWeek:
        """Return the week as payroll has taken it; raises WeekNotApproved, WeekLocked."""
        self._require(WeekState.APPROVED, WeekNotApproved)
        return replace(self, version=self.version + 1, state=WeekState.LOCKED)

    def _require(self, state: WeekState, refusal: type[IllegalTransition]) -> None:
        if self.state is WeekState.LOCKED:
            raise WeekLocked(**self._facts())
        if self.state is not state:
            raise refusal(**self._facts())

    def _decided(self, state: WeekState, at: datetime, who: str, note: str) -> TimeWeek:
        return replace(
            self,
            version=self.version + 1,
            state=state,
            decided_at=at,
            decided_by=who,
            note=note.strip(),
        )

    def _facts(self) -> dict[str, object]:
        return {"monday": self.monday, "state": self.state.value}
