"""Counts: what lies there is counted while goods move on, reviewed, approved and posted once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from app.domain.shared.ids import CountId, CountLineId, LocationId, ProductId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity, Rate, quantity
from app.domain.shared.refusals import Invalid, NotFound, refused_at
from app.domain.stock.count_refusals import (
    BEFORE_START,
    IN_FUTURE,
    NEGATIVE,
    NOT_ONE,
    WITHOUT_REASON,
    CountedAlready,
    DifferenceNotApproved,
    LinesLeft,
    NotCounted,
    NothingCounted,
    NotInState,
    OwnApproval,
    PostedAlready,
)
from app.domain.stock.item import Tracking
from app.domain.stock.move import Spot

KIND = "stock-count"
"""The kind of record, as links, the search and number series name it."""
NOTHING = Quantity(Decimal(0))
MOST_TURNS = 50
"""So many products are in one cyclic count unless another number is asked for."""


class CountKind(Enum):
    """What is counted: all, what is due by its turn, or what was chosen."""

    FULL = "full"
    CYCLIC = "cyclic"
    CHOSEN = "chosen"


class CountState(Enum):
    """Where a count stands (DOMAIN: planned→counting→review→posted; cancelled)."""

    PLANNED = "planned"
    COUNTING = "counting"
    REVIEW = "review"
    POSTED = "posted"
    CANCELLED = "cancelled"


class Rest(Enum):
    """What becomes of lines nobody counted: they are to be counted, or stay as the books say."""

    COUNT = "count"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a count is of: all, at most so many products whose turn it is, or what is chosen.

    Chosen are products, places, or these products in these places. Of a blind one who counts does
    not see what the books say.
    """

    kind: CountKind = CountKind.FULL
    products: tuple[ProductId, ...] = ()
    places: tuple[LocationId, ...] = ()
    most: int = MOST_TURNS
    planned_on: date | None = None
    is_blind: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found at one moment: how much, what the books said then, and who counted."""

    counted: Quantity
    book: Quantity
    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class CountLine:
    """What was found at a spot; ``book`` is what the books said at ``counted_at``.

    The difference is ``counted`` − ``book``, whatever moves later. ``earlier`` holds what was
    counted before, the oldest first.
    """

    id: CountLineId
    spot: Spot
    counted: Quantity | None = None
    book: Quantity | None = None
    counted_at: datetime | None = None
    counted_by: str = ""
    reason: str = ""
    earlier: tuple[Quantity, ...] = ()

    @property
    def difference(self) -> Quantity:
        """What was found above (or, negative, below) the books; nothing while not counted."""
        if self.counted is None or self.book is None:
            return NOTHING
        return Quantity(self.counted - self.book)

    @property
    def percent(self) -> Decimal | None:
        """The difference in per cent of the books; none where the books knew of nothing."""
        return abs(self.difference) * 100 / self.book if self.book else None

    def is_above(self, limit: Rate | None) -> bool:
        """Say whether the difference is above a limit in per cent; no limit is never passed."""
        if limit is None or not self.difference:
            return False
        return not self.book or abs(self.difference) * 100 > limit * self.book

    def told(self, tally: Tally) -> CountLine:
        """Return the line as it was counted; what was counted before is kept behind it."""
        earlier = self.earlier if self.counted is None else (*self.earlier, self.counted)
        return replace(
            self,
            counted=tally.counted,
            book=tally.book,
            counted_at=tally.at,
            counted_by=tally.who,
            earlier=earlier,
        )


@dataclass(frozen=True, slots=True)
class Count:
    """A count; while it is blind, who counts does not see what the books say.

    ``limit`` is the difference in per cent above which a second person approves, as the rules of
    the office were when it was planned; none where nobody has to.
    """

    id: CountId
    version: int
    state: CountState
    kind: CountKind
    warehouse_id: LocationId
    lines: tuple[CountLine, ...]
    number: str = ""
    is_blind: bool = False
    limit: Rate | None = None
    planned_on: date | None = None
    started_at: datetime | None = None
    posted_on: date | None = None
    made_by: str = ""
    approved_by: str = ""
    reason: str = ""

    def line(self, line_id: CountLineId) -> CountLine:
        """Return a line; raises NotFound."""
        found = next((one for one in self.lines if one.id == line_id), None)
        if found is None:
            raise NotFound(record="stock-count-line", id=line_id)
        return found

    @property
    def uncounted(self) -> tuple[CountLine, ...]:
        """The lines nobody has counted."""
        return tuple(one for one in self.lines if one.counted is None)

    @property
    def differing(self) -> tuple[CountLine, ...]:
        """The lines where something else lay than the books said."""
        return tuple(one for one in self.lines if one.difference)

    @property
    def above(self) -> tuple[CountLine, ...]:
        """The lines whose difference a second person has to approve."""
        return tuple(one for one in self.lines if one.is_above(self.limit))

    @property
    def hides_books(self) -> bool:
        """Say whether what the books say stays hidden for now."""
        return self.is_blind and self.state in {CountState.PLANNED, CountState.COUNTING}

    def require(self, *states: CountState) -> None:
        """Raise PostedAlready or NotInState unless the count is in one of these states."""
        if self.state in states:
            return
        if self.state is CountState.POSTED:
            raise PostedAlready(record=KIND, number=self.number, day=self.posted_on)
        raise NotInState(record=KIND, number=self.number, state=self.state)

    def started(self, at: datetime) -> Count:
        """Return the count that is under way."""
        self.require(CountState.PLANNED)
        return self._moved(CountState.COUNTING, started_at=at)

    def counted(self, line_id: CountLineId, tally: Tally, *, again: bool = False) -> CountLine:
        """Return a line as it was counted, the first time or ``again``.

        Again it is counted also while differences are looked at. Raises CountedAlready, NotCounted.
        """
        states = (CountState.COUNTING, CountState.REVIEW)
        self.require(*(states if again else states[:1]))
        line = self.line(line_id)
        if again and line.counted is None:
            raise NotCounted(line=line.id)
        if not again and line.counted is not None:
            raise CountedAlready(
                who=line.counted_by, at=line.counted_at, value=line.counted, line=line.id
            )
        return line.told(tally)

    def with_line(self, changed: CountLine) -> Count:
        """Return the count with one line changed; what was approved was another difference."""
        lines = tuple(changed if one.id == changed.id else one for one in self.lines)
        return replace(self, lines=lines, approved_by="")

    @property
    def looked_at_anew(self) -> Count:
        """The count of which a line was counted once more while its differences were looked at."""
        return replace(self, version=self.version + 1, approved_by="")

    def reviewed(self, rest: Rest = Rest.COUNT) -> Count:
        """Return the count whose differences are looked at; raises NothingCounted, LinesLeft."""
        self.require(CountState.COUNTING)
        left = len(self.uncounted)
        if left == len(self.lines):
            raise NothingCounted(number=self.number)
        if left and rest is Rest.COUNT:
            raise LinesLeft(count=left, number=self.number)
        return self._moved(CountState.REVIEW)

    def explained(self, reasons: Mapping[CountLineId, str]) -> Count:
        """Return the count whose differences have these reasons, each one for its line."""
        self.require(CountState.REVIEW)
        lines = tuple(replace(one, reason=reasons.get(one.id, one.reason)) for one in self.lines)
        return replace(self, version=self.version + 1, lines=lines)

    def approved(self, who: str) -> Count:
        """Return the count that a second person approved; raises OwnApproval, Invalid."""
        self.require(CountState.REVIEW)
        if who in {one.counted_by for one in self.differing}:
            raise OwnApproval(who=who)
        self._require_reasons()
        return self._moved(CountState.REVIEW, approved_by=who)

    def posted(self, day: date) -> Count:
        """Return the posted count; raises PostedAlready, Invalid, DifferenceNotApproved."""
        self.require(CountState.REVIEW)
        self._require_reasons()
        if self.above and not self.approved_by:
            raise DifferenceNotApproved(count=len(self.above), percent=self.limit)
        return self._moved(CountState.POSTED, posted_on=day)

    def cancelled(self, reason: str) -> Count:
        """Return the count that was given up; nothing of it is booked."""
        self.require(CountState.PLANNED, CountState.COUNTING, CountState.REVIEW)
        return self._moved(CountState.CANCELLED, reason=reason)

    @property
    def without_reason(self) -> tuple[Problem, ...]:
        """The lines that differ and do not say why, each at its field."""
        return tuple(
            WITHOUT_REASON.at(f"lines.{place}.reason", difference=line.difference)
            for place, line in enumerate(self.lines)
            if line.difference and not line.reason.strip()
        )

    def _require_reasons(self) -> None:
        if missing := self.without_reason:
            raise Invalid(missing)

    def _moved(self, state: CountState, **parts: object) -> Count:
        moved: Callable[..., Count] = replace
        return moved(self, version=self.version + 1, state=state, **parts)


def line_at(count: Count, spot: Spot) -> CountLine | None:
    """Return the line of a spot, or none."""
    return next((one for one in count.lines if one.spot == spot), None)


def check_counted(counted: Quantity, tracking: Tracking) -> tuple[Problem, ...]:
    """Return what is wrong with a counted quantity: below nothing, too many places, two serials."""
    wrong = refused_at("counted", lambda: quantity(counted))
    if wrong:
        return wrong
    if counted < 0:
        return (NEGATIVE.at("counted", value=counted),)
    if tracking is Tracking.SERIAL and counted not in (0, 1):
        return (NOT_ONE.at("counted", value=counted),)
    return ()


def check_moment(at: datetime, count: Count, now: datetime) -> tuple[Problem, ...]:
    """Return what is wrong with the moment of counting: it has not come, or was before the start.

    A clock that was set back since makes its own moments early; who counts now names no moment.
    """
    if at > now:
        return (IN_FUTURE.at("counted_at", at=at.isoformat()),)
    if count.started_at and at < count.started_at:
        started = count.started_at.isoformat()
        return (BEFORE_START.at("counted_at", at=at.isoformat(), started=started),)
    return ()
