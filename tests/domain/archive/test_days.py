"""Days are understood as people write them, in three languages and two eras."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.archive.days import Days, days

TUESDAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("today", (2026, 3, 10), (2026, 3, 10)),
        ("Eilen", (2026, 3, 9), (2026, 3, 9)),
        ("this week", (2026, 3, 9), (2026, 3, 15)),
        ("viime viikolla", (2026, 3, 2), (2026, 3, 8)),
        ("last-month", (2026, 2, 1), (2026, 2, 28)),
        ("เดือนนี้", (2026, 3, 1), (2026, 3, 31)),
        ("viime vuonna", (2025, 1, 1), (2025, 12, 31)),
        ("ปีนี้", (2026, 1, 1), (2026, 12, 31)),
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2569", (2026, 1, 1), (2026, 12, 31)),
        ("3.2026", (2026, 3, 1), (2026, 3, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("5.3.2026", (2026, 3, 5), (2026, 3, 5)),
        ("2026-03-05", (2026, 3, 5), (2026, 3, 5)),
        ("05/03/2569", (2026, 3, 5), (2026, 3, 5)),
    ],
)
def test_days_are_read_as_they_are_written(
    said: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert days(said, TUESDAY) == Days(date(*first), date(*last))


@pytest.mark.parametrize("said", ["", "lasku", "31.2.2026", "13.2026", "9999", "12", "1.1.0000"])
def test_what_is_no_day_is_none(said: str) -> None:
    assert days(said, TUESDAY) is None


def test_last_month_of_january_is_december() -> None:
    assert days("last month", date(2026, 1, 5)) == Days(date(2025, 12, 1), date(2025, 12, 31))
