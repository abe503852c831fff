"""The sheet of a week, and what a person's account of hours stands at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.hours.due import DayDue
from app.domain.hours.hours import Overtime, TimeEntry, TimeWeek, WeekState
from app.domain.hours.overtime import OvertimeRules
from app.domain.shared.ids import EmployeeId


@dataclass(frozen=True, slots=True)
class SheetDay:
    """A day of a sheet: what was worked, and what was due."""

    due: DayDue
    entries: tuple[TimeEntry, ...] = ()

    @property
    def day(self) -> date:
        return self.due.day

    @property
    def worked(self) -> int:
        """The minutes worked."""
        return sum(one.minutes for one in self.entries)

    @property
    def began_at(self) -> datetime | None:
        """When work began on the day."""
        return min((one.began_at for one in self.entries), default=None)

    @property
    def ended_at(self) -> datetime | None:
        """When work ended on the day; none while the clock runs."""
        if any(one.ended_at is None for one in self.entries):
            return None
        return max((one.ended_at for one in self.entries if one.ended_at), default=None)


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """A week of a person as it is written and read; ``week`` is None where nothing was written.

    ``rules`` are those by which its overtime was reckoned.
    """

    employee_id: EmployeeId
    name: str
    monday: date
    week: TimeWeek | None
    days: tuple[SheetDay, ...]
    overtime: tuple[Overtime, ...]
    rules: OvertimeRules

    @property
    def worked(self) -> int:
        """The minutes worked: of an approved week as they were approved."""
        return sum(day.worked for day in self.days)

    @property
    def due(self) -> int:
        """The minutes due."""
        if self.week is not None and self.week.state in {WeekState.APPROVED, WeekState.LOCKED}:
            return self.week.due
        return sum(day.due.due for day in self.days)

    @property
    def is_open(self) -> bool:
        """Say whether hours may be written."""
        return self.week is None or self.week.state is WeekState.OPEN


@dataclass(frozen=True, slots=True)
class PersonWeek:
    """How a person's week stands; ``state`` is None where nothing was written.

    ``balance`` is the account of hours after the weeks that have ended.
    """

    id: EmployeeId
    name: str
    state: WeekState | None
    worked: int
    due: int
    paid: int
    balance: int
    is_running: bool = False


@dataclass(frozen=True, slots=True)
class HoursBalance:
    """The account of hours of a person at the end of a week.

    ``worked`` less ``due`` less what is ``paid`` as overtime is what stands on the account.
    """

    employee_id: EmployeeId
    name: str
    weeks: int
    worked: int
    due: int
    paid: int
    last: date | None = None

    @property
    def minutes(self) -> int:
        """What stands on the account; below nothing where the person owes hours."""
        return self.worked - self.due - self.paid


@dataclass(frozen=True, slots=True)
class PaidHours:
    """What payroll takes of a person's approved weeks: minutes worked, and overtime by rate."""

    employee_id: EmployeeId
    weeks: tuple[date, ...]
    worked: int
    due: int
    overtime: tuple[Overtime, ...]


def added(overtime: Iterable[Overtime]) -> tuple[Overtime, ...]:
    """Return overtime with equal kinds and percentages added up, in their order."""
    sums: dict[tuple[object, int], Overtime] = {}
    for one in overtime:
        key = (one.kind, one.percent)
        held = sums.get(key)
        minutes = one.minutes + (held.minutes if held else 0)
        sums[key] = Overtime(one.kind, minutes, one.percent)
    return tuple(sums.values())
