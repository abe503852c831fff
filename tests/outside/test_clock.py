"""Clocks tell aware moments and the office's day."""

from __future__ import annotations

from datetime import UTC, date, timedelta

from app.outside.clock import DayClock, FixedClock, SystemClock


def test_the_systems_clock_tells_aware_utc_and_a_day_near_it() -> None:
    clock = SystemClock()

    assert clock.now().tzinfo is UTC
    assert abs(clock.today() - clock.now().date()) <= timedelta(days=1)


def test_a_fixed_clock_stands() -> None:
    clock = FixedClock(date(2026, 3, 10))

    assert clock.now() == clock.now()
    assert clock.today() == date(2026, 3, 10)


def test_a_chosen_day_keeps_real_moments() -> None:
    clock = DayClock(date(2020, 1, 1))

    assert clock.today() == date(2020, 1, 1)
    assert clock.now().year > 2020
