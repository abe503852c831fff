"""Counts: the difference is that of the moment of counting, explained, approved, posted once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.shared.ids import CountId, CountLineId, LocationId, ProductId
from app.domain.shared.quantities import Quantity, Rate
from app.domain.shared.refusals import IllegalTransition, Invalid, NotFound
from app.domain.stock.count import (
    Count,
    CountKind,
    CountLine,
    CountState,
    Rest,
    Tally,
    check_counted,
    check_moment,
    line_at,
)
from app.domain.stock.count_refusals import (
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
from tests.domain.strategies import decimals

DAY = date(2026, 3, 10)
NINE = datetime(2026, 3, 10, 9, tzinfo=UTC)
HALF_PAST = NINE + timedelta(minutes=30)
SPOT = Spot(ProductId(3), LocationId(5))
OTHER = Spot(ProductId(4), LocationId(5))
LINES = (CountLine(CountLineId(1), SPOT), CountLine(CountLineId(2), OTHER))
PLANNED = Count(
    id=CountId(9),
    version=1,
    state=CountState.PLANNED,
    kind=CountKind.FULL,
    warehouse_id=LocationId(1),
    lines=LINES,
    number="CNT-2026-00001",
    limit=Rate(Decimal(2)),
)
COUNTING = PLANNED.started(NINE)


def pieces(value: int | str) -> Quantity:
    return Quantity(Decimal(value))


def tally(counted: int | str, book: int | str, who: str = "Aino") -> Tally:
    return Tally(pieces(counted), pieces(book), HALF_PAST, who)


def told(count: Count, counted: int | str, book: int | str, who: str = "Aino") -> Count:
    return count.with_line(count.counted(CountLineId(1), tally(counted, book, who)))


def reviewed(counted: int | str = 117, book: int | str = 120) -> Count:
    return told(COUNTING, counted, book).reviewed(Rest.LEAVE)


def because(count: Count) -> Count:
    return count.explained({one.id: "Broken" for one in count.differing})


def test_the_difference_is_that_of_the_moment_of_counting() -> None:
    count = because(reviewed()).approved("Maija")

    posted = count.posted(DAY)

    assert posted.line(CountLineId(1)).difference == -3
    assert posted.state is CountState.POSTED
    assert posted.posted_on == DAY
    assert posted.approved_by == "Maija"


def test_a_count_is_posted_once() -> None:
    posted = because(reviewed()).approved("Maija").posted(DAY)

    with pytest.raises(PostedAlready) as refused:
        posted.posted(DAY)

    assert refused.value.facts["number"] == "CNT-2026-00001"


def test_a_difference_needs_a_reason() -> None:
    with pytest.raises(Invalid) as refused:
        reviewed().posted(DAY)

    (problem,) = refused.value.problems
    assert problem.field == "lines.0.reason"
    assert problem.facts["difference"] == "-3"


@pytest.mark.parametrize(
    ("counted", "book", "is_above"),
    [(117, 120, True), (118, 120, False), (98, 100, False), (1, 0, True), (0, 0, False)],
)
def test_a_second_person_approves_what_is_above_the_limit(
    counted: int, book: int, *, is_above: bool
) -> None:
    count = because(reviewed(counted, book))

    assert bool(count.above) is is_above
    if is_above:
        with pytest.raises(DifferenceNotApproved):
            count.posted(DAY)
        count = count.approved("Maija")
    assert count.posted(DAY).state is CountState.POSTED


def test_who_counted_cannot_approve() -> None:
    with pytest.raises(OwnApproval):
        because(reviewed()).approved("Aino")


def test_nobody_has_to_approve_where_there_is_no_limit() -> None:
    count = because(replace(reviewed(), limit=None))

    assert count.posted(DAY).state is CountState.POSTED


def test_what_is_counted_once_more_was_not_approved() -> None:
    approved = because(reviewed()).approved("Maija")

    again = approved.with_line(approved.counted(CountLineId(1), tally(110, 115), again=True))

    assert again.approved_by == ""
    assert again.line(CountLineId(1)).earlier == (pieces(117),)
    assert again.line(CountLineId(1)).difference == -5


def test_a_line_is_counted_by_one_clerk_and_once_more_only_knowingly() -> None:
    count = told(COUNTING, 117, 120)

    with pytest.raises(CountedAlready) as refused:
        told(count, 118, 120, "Maija")
    with pytest.raises(NotCounted):
        count.counted(CountLineId(2), tally(1, 1), again=True)
    with pytest.raises(NotFound):
        count.counted(CountLineId(7), tally(1, 1))

    assert refused.value.facts["who"] == "Aino"


def test_lines_are_left_only_knowingly() -> None:
    with pytest.raises(NothingCounted):
        COUNTING.reviewed(Rest.LEAVE)
    with pytest.raises(LinesLeft):
        told(COUNTING, 1, 1).reviewed()

    assert told(COUNTING, 1, 1).reviewed(Rest.LEAVE).uncounted == LINES[1:]


def test_a_blind_count_hides_the_books_until_it_is_looked_at() -> None:
    blind = replace(COUNTING, is_blind=True)

    assert blind.hides_books
    assert not COUNTING.hides_books
    assert not told(blind, 1, 1).reviewed(Rest.LEAVE).hides_books


def test_a_cancelled_count_stays_cancelled() -> None:
    cancelled = COUNTING.cancelled("Fire drill")

    assert cancelled.reason == "Fire drill"
    with pytest.raises(NotInState):
        cancelled.started(NINE)
    with pytest.raises(NotInState):
        cancelled.cancelled("")
    with pytest.raises(PostedAlready):
        because(reviewed()).approved("Maija").posted(DAY).cancelled("")


def test_a_spot_has_one_line() -> None:
    assert line_at(COUNTING, OTHER) == LINES[1]
    assert line_at(COUNTING, replace(OTHER, location_id=LocationId(6))) is None


@pytest.mark.parametrize(
    ("counted", "tracking", "code"),
    [
        ("-1", Tracking.NONE, "counts.negative"),
        ("0.0000001", Tracking.NONE, "number.too-many-places"),
        ("NaN", Tracking.NONE, "number.not-a-number"),
        ("1000000000000", Tracking.NONE, "number.too-large"),
        ("2", Tracking.SERIAL, "counts.not-one"),
        ("1", Tracking.SERIAL, ""),
        ("0", Tracking.NONE, ""),
        ("1.000001", Tracking.LOT, ""),
    ],
)
def test_a_wrong_quantity_is_told(counted: str, tracking: Tracking, code: str) -> None:
    found = check_counted(pieces(counted), tracking)

    assert [one.code for one in found] == ([code] if code else [])


def test_a_moment_lies_between_the_start_and_now() -> None:
    before = check_moment(NINE - timedelta(days=1), COUNTING, HALF_PAST)
    to_come = check_moment(HALF_PAST, COUNTING, NINE)

    assert [one.code for one in before] == ["counts.before-start"]
    assert [one.code for one in to_come] == ["counts.in-future"]
    assert check_moment(HALF_PAST, COUNTING, HALF_PAST) == ()


@given(decimals(0, 1000, 6), decimals(0, 1000, 6), decimals(0, 100, 2))
def test_what_is_above_the_limit_is_more_than_its_share_of_the_books(
    counted: Decimal, book: Decimal, limit: Decimal
) -> None:
    line = CountLine(CountLineId(1), SPOT, Quantity(counted), Quantity(book))

    is_above = line.is_above(Rate(limit))

    apart = abs(counted - book)
    assert is_above is (apart > 0 and (book == 0 or apart * 100 > limit * book))
    assert line.percent == (apart * 100 / book if book else None)


class CountingWhileGoodsMove(RuleBasedStateMachine):
    """Goods move at any time; whatever does, posting changes the books by what was miscounted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = replace(PLANNED, limit=None, lines=LINES[:1])
        self.book = Decimal(120)
        self.shelf = Decimal(117)
        self.seen: Decimal | None = None
        self.posted = 0

    @rule(pieces=st.integers(1, 20))
    def goods_come(self, pieces: int) -> None:
        self.book += pieces
        self.shelf += pieces

    @rule(pieces=st.integers(1, 20))
    def goods_go(self, pieces: int) -> None:
        some = min(pieces, int(self.shelf), int(self.book))
        self.book -= some
        self.shelf -= some

    @rule()
    def begin(self) -> None:
        self._try(lambda: self.count.started(NINE))

    @rule(who=st.sampled_from(["Aino", "Maija"]), again=st.booleans())
    def tally(self, who: str, *, again: bool) -> None:
        found = Tally(Quantity(self.shelf), Quantity(self.book), HALF_PAST, who)

        def counted() -> Count:
            line = self.count.counted(CountLineId(1), found, again=again)
            self.seen = self.shelf - self.book
            return self.count.with_line(line)

        self._try(counted)

    @rule()
    def look(self) -> None:
        self._try(self.count.reviewed)

    @rule()
    def explain(self) -> None:
        self._try(lambda: because(self.count))

    @precondition(lambda self: self.posted == 0)
    @rule()
    def post(self) -> None:
        before = self.count
        self._try(lambda: self.count.posted(DAY))
        if before is not self.count:
            self.posted += 1
            self.book += self.count.line(CountLineId(1)).difference

    @rule()
    def cancel(self) -> None:
        self._try(lambda: self.count.cancelled("No time"))

    def _try(self, move: object) -> None:
        assert callable(move)
        try:
            self.count = move()
        except (IllegalTransition, Invalid, CountedAlready, NotCounted, NothingCounted, LinesLeft):
            return

    @invariant()
    def the_difference_is_what_was_seen(self) -> None:
        assert self.count.line(CountLineId(1)).difference == (self.seen or 0)

    @invariant()
    def after_posting_books_and_shelf_agree(self) -> None:
        if self.posted:
            assert self.book == self.shelf


TestCountingWhileGoodsMove = CountingWhileGoodsMove.TestCase
