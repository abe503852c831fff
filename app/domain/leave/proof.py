"""The proof of a balance: every row of a ledger until a day, with what was left after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.leave.counting import NOTHING
from app.domain.leave.leave import EntryKind, LeaveEntry, LeaveType
from app.domain.leave.spans import Span
from app.domain.shared.ids import EmployeeId, LeaveRequestId
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal

WITHOUT_REASON = Rule("leave.without-reason")
NO_CHANGE = Rule("leave.no-change")
WRONG_DAYS_MOVED = Rule("leave.wrong-days-moved", "most")
EXPIRES_BEFORE = Rule("leave.expires-before")
MOST_MOVED = 999


class NothingToPayOut(Refusal):
    """Leave is paid out when an employment ends, and something is left."""

    code = "leave.nothing-to-pay-out"


class NotByHand(Refusal):
    """Only what was settled by hand is taken back by hand; the rest follows from its causes."""

    code = "leave.not-by-hand"


BY_HAND = (EntryKind.OPENING, EntryKind.ADJUSTED, EntryKind.PAID_OUT)
"""The rows that somebody settled; every other follows from the employment and the leaves."""


@dataclass(frozen=True, slots=True)
class Settling:
    """What is settled by hand: days more or fewer from a day on, why, and how long they last."""

    day: date
    days: Decimal
    reason: str
    expires_on: date | None = None
    is_opening: bool = False


def settling_problems(one: Settling) -> tuple[Problem, ...]:
    """Return what is wrong with what is settled by hand."""
    return tuple(_problems(one))


def _problems(one: Settling) -> Iterator[Problem]:
    if not one.days:
        yield NO_CHANGE.at("days")
    elif not one.days.is_finite() or abs(one.days) > MOST_MOVED or one.days != round(one.days, 2):
        yield WRONG_DAYS_MOVED.at("days", most=MOST_MOVED)
    if not one.reason.strip() and not one.is_opening:
        yield WITHOUT_REASON.at("reason")
    if one.expires_on is not None and one.expires_on < one.day:
        yield EXPIRES_BEFORE.at("expires_on")


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A row, what was left after it, and the leave it is of; ``is_due``: not written down yet."""

    entry: LeaveEntry
    left: Decimal
    span: Span | None = None
    is_due: bool = False

    @property
    def id(self) -> int:
        """The id of the row."""
        return self.entry.id

    @property
    def kind(self) -> str:
        """Why the row stands there, in a word."""
        return self.entry.kind.value

    @property
    def day(self) -> date:
        """The day from which it counts."""
        return self.entry.day

    @property
    def reason(self) -> str:
        """The rule with its facts, or what somebody wrote."""
        return self.entry.reason

    @property
    def is_granting(self) -> bool:
        """Whether days are granted by it that were carried."""
        return self.entry.kind is EntryKind.CARRIED and self.entry.days > 0

    @property
    def expires_on(self) -> date | None:
        """The last day on which its days can be taken."""
        return self.entry.expires_on

    @property
    def leave(self) -> tuple[date, date] | None:
        """The first and last day of the leave that it is of."""
        return (self.span.first, self.span.last) if self.span else None


@dataclass(frozen=True, slots=True)
class Proof:
    """Why so many days are left on a day; ``source`` is where the rule of the type stands."""

    employee_id: EmployeeId
    name: str
    number: str
    starts_on: date
    kind: LeaveType
    day: date
    lines: tuple[ProofLine, ...]
    source: str = ""

    @property
    def left(self) -> Decimal:
        """What is left on the day."""
        return self.lines[-1].left if self.lines else NOTHING


def proof_lines(
    entries: Iterable[tuple[LeaveEntry, bool]], day: date, leaves: dict[LeaveRequestId, Span]
) -> Iterator[ProofLine]:
    """Yield each row until a day in the order of time; of one day those that add come first."""
    left = NOTHING
    until = [one for one in entries if one[0].day <= day]
    for entry, is_due in sorted(until, key=lambda one: (one[0].day, -one[0].days, one[0].id)):
        left += entry.days
        leave = leaves.get(entry.request_id) if entry.request_id else None
        yield ProofLine(entry, left, leave, is_due)
