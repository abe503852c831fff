"""A document is kept as long as its law asks, and not a day less."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.retention import (
    Clock,
    RetentionClass,
    earliest_day,
    ground_of,
    is_due,
    kept_until,
)
from tests.domain.archive.papers import a_document


def a_class(years: int, clock: Clock) -> RetentionClass:
    return RetentionClass("x", {"en": "X"}, years, clock)


@pytest.mark.parametrize(
    ("clock", "years", "year_starts", "last"),
    [
        (Clock.YEAR_END, 8, 1, date(2034, 12, 31)),
        (Clock.FISCAL_YEAR_END, 10, 1, date(2036, 12, 31)),
        (Clock.FISCAL_YEAR_END, 10, 7, date(2036, 6, 30)),
        (Clock.FISCAL_YEAR_END, 10, 5, date(2036, 4, 30)),
        (Clock.YEAR_OF_FISCAL_END, 6, 1, date(2032, 12, 31)),
        (Clock.YEAR_OF_FISCAL_END, 6, 4, date(2032, 12, 31)),
        (Clock.YEAR_OF_FISCAL_END, 6, 3, date(2033, 12, 31)),
        (Clock.EVENT, 10, 1, date(2040, 5, 31)),
        (Clock.EVENT_YEAR_END, 6, 1, date(2036, 12, 31)),
        (Clock.RECEIVED, 2, 1, date(2028, 3, 10)),
    ],
)
def test_the_clock_runs_from_where_the_law_says(
    clock: Clock, years: int, year_starts: int, last: date
) -> None:
    document = a_document(day=date(2026, 3, 15), event_on=date(2030, 5, 31))

    assert kept_until(document, a_class(years, clock), year_starts) == last
    assert not is_due(document, a_class(years, clock), year_starts, last)
    assert is_due(document, a_class(years, clock), year_starts, last + timedelta(days=1))


def test_what_waits_for_its_event_or_is_kept_for_ever_is_never_due() -> None:
    document = a_document(day=date(1990, 1, 1))

    for kept in (a_class(1, Clock.EVENT), a_class(1, Clock.EVENT_YEAR_END), None):
        assert kept_until(document, kept, 1) is None
    assert not is_due(document, a_class(0, Clock.FOREVER), 1, date(2999, 1, 1))


def test_a_leap_day_ends_on_the_last_of_february() -> None:
    document = a_document(event_on=date(2028, 2, 29))

    assert kept_until(document, a_class(1, Clock.EVENT), 1) == date(2029, 2, 28)


@given(
    day=st.dates(date(1990, 1, 1), date(2080, 12, 31)),
    years=st.integers(0, 30),
    clock=st.sampled_from([Clock.YEAR_END, Clock.FISCAL_YEAR_END, Clock.YEAR_OF_FISCAL_END]),
    year_starts=st.integers(1, 12),
)
def test_nothing_is_due_before_its_years_are_full(
    day: date, years: int, clock: Clock, year_starts: int
) -> None:
    last = kept_until(a_document(day=day), a_class(years, clock), year_starts)

    assert last is not None
    assert last >= date(day.year + years, day.month, min(day.day, 28))
    assert last.year <= day.year + years + 1


def test_of_several_grounds_the_longest_counts() -> None:
    document = a_document(day=date(2026, 3, 15))
    short, long = a_class(3, Clock.YEAR_END), a_class(8, Clock.YEAR_END)

    ground = ground_of(document, (short, long), 1)

    assert ground is not None
    assert (ground.begun_on, ground.until) == (date(2026, 12, 31), date(2034, 12, 31))
    assert not ground.is_over(date(2034, 12, 31))
    assert ground.is_over(date(2035, 1, 1))
    waiting = ground_of(document, (long, a_class(1, Clock.EVENT)), 1)
    assert waiting is not None
    assert waiting.until is None
    assert not waiting.is_over(date(2999, 1, 1))
    assert ground_of(document, (), 1) is None


@given(
    day=st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    event=st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    years=st.integers(0, 30),
    clock=st.sampled_from(Clock),
    today=st.dates(date(1995, 1, 1), date(2090, 12, 31)),
)
def test_nothing_that_is_due_is_younger_than_what_is_looked_through(
    day: date, event: date, years: int, clock: Clock, today: date
) -> None:
    kept = a_class(years, clock)
    received = datetime(day.year, day.month, day.day, tzinfo=UTC)
    document = a_document(day=day, event_on=event, received_at=received)

    if is_due(document, kept, 4, today):
        asked = event if clock in (Clock.EVENT, Clock.EVENT_YEAR_END) else day
        assert asked <= earliest_day(kept, today)
