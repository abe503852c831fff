from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.hours.measuring import Stretch
from app.domain.hours.writing import Written, read_hours, read_time, stretch_of, written_of


@pytest.mark.parametrize(
    ("typed", "mark", "minutes"),
    [
        ("8:15", ".", 495),
        ("8,25", ",", 495),
        ("8.25", ".", 495),
        ("8.15", ",", 495),
        ("8", ".", 480),
        ("8 h", ".", 480),
        ("8 h 15", ".", 495),
        ("8h15min", ".", 495),
        ("0,5", ",", 30),
        ("7.333", ".", 440),
        ("24", ".", 1440),
        ("", ".", 0),
        ("๘:๑๕", ".", 495),
    ],
)
def test_a_figure_is_read_as_the_language_writes_it(typed: str, mark: str, minutes: int) -> None:
    assert read_hours(typed, mark) == Written(minutes=minutes)


@pytest.mark.parametrize(
    ("typed", "stretches"),
    [
        ("8-16.30", (Stretch(time(8), time(16, 30)),)),
        ("8.00–16:30/30", (Stretch(time(8), time(16, 30), 30),)),
        ("0800-1630", (Stretch(time(8), time(16, 30)),)),
        ("8-12 12.30-16", (Stretch(time(8), time(12)), Stretch(time(12, 30), time(16)))),
        ("22-6; 8-9", (Stretch(time(22), time(6)), Stretch(time(8), time(9)))),
        ("16-24", (Stretch(time(16), time(0)),)),
    ],
)
def test_times_of_the_clock_are_read(typed: str, stretches: tuple[Stretch, ...]) -> None:
    assert read_hours(typed, ",") == Written(stretches)


@pytest.mark.parametrize(
    "typed", ["x", "25", "8:60", "8-", "8-25", "-8", "8-16 x", "1e3", "8,25,5", "8.5-", "99:00"]
)
def test_what_cannot_be_read_is_nothing(typed: str) -> None:
    assert read_hours(typed, ",") is None


@given(st.text(max_size=30), st.sampled_from(".,"))
def test_nothing_typed_breaks_it(typed: str, mark: str) -> None:
    found = read_hours(typed, mark)

    assert found is None or 0 <= found.minutes <= 24 * 60


@given(st.integers(1, 1000), st.times(), st.integers(0, 60))
def test_so_many_minutes_are_written_and_read_again(minutes: int, begins: time, pause: int) -> None:
    one = stretch_of(minutes, begins.replace(second=0, microsecond=0), pause)

    assert read_hours(written_of((one,)), ",") == Written((one,))


@pytest.mark.parametrize("typed", ["16.30", "16:30", "1630", " 16,30 "])
def test_a_time_of_the_clock_is_read(typed: str) -> None:
    assert read_time(typed) == time(16, 30)
    assert read_time("25") is None
    assert read_time("x") is None
