"""Days are read as others write them, and what is no day is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.foreign_days import day_of

DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("2026-03-10", "FI"),
        ("2026-03-10 17:09:34 -0300", "FI"),
        ("2026-03-10T08:00:00Z", "FI"),
        ("2026/3/10", "FI"),
        ("10.3.2026", "FI"),
        (" 10/03/2026 14:05 ", "FI"),
        ("3/10/2026", "US"),
        ("10.3.2026", "US"),
        ("10/3/2569", "TH"),
        ("2569-03-10", "TH"),
    ],
)
def test_a_day_is_read_as_its_country_writes_it(text: str, country: str) -> None:
    assert day_of(text, country) == DAY


@pytest.mark.parametrize("text", ["", "soon", "31.2.2026", "2026-13-01", "10.3.26", "=TODAY()"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_of(text, "FI") is None


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2399, 12, 31)))
def test_every_day_comes_back_from_its_iso_text(day: date) -> None:
    assert day_of(day.isoformat(), "FI") == day
