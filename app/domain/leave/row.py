"""Leave as lists show it: what each person has left, and who is away when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.leave.leave import LeaveRequest, LeaveType
from app.domain.leave.spans import Span
from app.domain.shared.ids import DepartmentId, EmployeeId
from app.domain.shared.problems import Problem


@dataclass(frozen=True, slots=True)
class LeaveRow:
    """What a person has of a type on a day.

    ``taken`` is of the year of leave until the day, ``ahead`` what is approved after it. Of what
    is left ``expiring`` days expire after ``expires_on``.
    """

    id: EmployeeId
    number: str
    name: str
    department: str
    left: Decimal
    taken: Decimal
    ahead: Decimal
    expiring: Decimal
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request with the names that go with it; ``kind`` is None before the wall."""

    request: LeaveRequest
    name: str
    department: str
    department_id: DepartmentId | None
    kind: LeaveType | None

    @property
    def id(self) -> int:
        """The id of the request."""
        return self.request.id


@dataclass(frozen=True, slots=True)
class Outlook:
    """What becomes of a request: its days, what is left before and after, and what to know."""

    days: Decimal
    before: Decimal | None
    after: Decimal | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class AwaySpan:
    """Days on which somebody is away; of health only that. ``is_asked``: not approved yet."""

    span: Span
    kind: LeaveType | None
    is_asked: bool
    is_half: bool


@dataclass(frozen=True, slots=True)
class AwayRow:
    """A person in the calendar, and when the person is away."""

    id: EmployeeId
    name: str
    department: str
    spans: tuple[AwaySpan, ...]
    rests: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class AwayCalendar:
    """Who is away on the days of a span; on ``rests`` nobody of the row works."""

    span: Span
    rows: tuple[AwayRow, ...]

    def away_on(self, day: date) -> int:
        """Return how many are away on a day, for certain."""
        return sum(
            any(one.span.first <= day <= one.span.last and not one.is_asked for one in row.spans)
            for row in self.rows
        )
