"""A topic stands by what its last round found; a round goes on where it was left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin import health
from app.domain.admin.health import EVERY, MOST_FINDINGS, Findings, Round, Sign, Topic, line_of

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
PAGE = health.PAGE.at("office.db", file="office.db", reason="page 3")
ORPHAN = health.ORPHAN.at("archive", count=2)


def test_what_was_never_read_is_worth_a_look() -> None:
    line = line_of(Round(Topic.FILES, AT))

    assert (line.sign, line.told[0].code) == (Sign.LOOK, "health.unchecked")


def test_damage_is_bad_and_what_is_not_lost_is_worth_a_look() -> None:
    damaged = Round(Topic.FILES, AT).went_on(AT, 0, (PAGE,))
    untidy = Round(Topic.DOCUMENTS, AT).went_on(AT, 0, (ORPHAN,))

    assert (line_of(damaged).sign, line_of(untidy).sign) == (Sign.BAD, Sign.LOOK)
    assert health.worst((line_of(untidy), line_of(damaged))) is Sign.BAD
    assert health.worst(()) is Sign.GOOD


def test_it_is_told_since_when_until_it_is_gone() -> None:
    first = Round(Topic.FILES, AT).went_on(AT, 0, (PAGE,))
    again = first.went_on(AT + EVERY, 0, (PAGE,))
    gone = again.went_on(AT + 2 * EVERY, 0, ())

    assert (again.since, gone.since) == (AT, None)
    assert line_of(gone).sign is Sign.GOOD


def test_damage_is_told_before_the_round_comes_to_its_end_and_the_old_until_then() -> None:
    under_way = Round(Topic.DOCUMENTS, AT).went_on(AT, 7, (PAGE,))
    old = Round(Topic.DOCUMENTS, AT).went_on(AT, 0, (ORPHAN,)).went_on(AT, 7, ())

    assert line_of(under_way).sign is Sign.BAD
    assert line_of(old).told == (ORPHAN,)


def test_a_round_is_due_after_a_week_while_under_way_and_when_the_clock_went_back() -> None:
    ended = Round(Topic.CHAIN, AT).went_on(AT, 0, ())

    assert Round(Topic.CHAIN, AT).is_due(AT)
    assert not ended.is_due(AT + EVERY - timedelta(seconds=1))
    assert ended.is_due(AT + EVERY)
    assert ended.is_due(AT - timedelta(seconds=1))
    assert ended.went_on(AT, 5, ()).is_due(AT)


@given(st.lists(st.integers(0, 300), max_size=5))
def test_all_is_counted_and_some_is_kept(sizes: list[int]) -> None:
    found = Findings()
    for size in sizes:
        found = found.with_more((PAGE,) * size)

    assert found.count == sum(sizes)
    assert len(found.some) == min(found.count, MOST_FINDINGS)
