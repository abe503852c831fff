"""Holidays are those of the law books, and a country loads alone."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from app.formats.holidays import holidays_of, is_region


@pytest.mark.parametrize(
    ("country", "region", "day"),
    [
        ("FI", "", date(2026, 6, 19)),
        ("FI", "", date(2026, 12, 24)),
        ("FI", "", date(2027, 5, 6)),
        ("DE", "", date(2026, 10, 3)),
        ("DE", "BY", date(2026, 6, 4)),
        ("DE", "Bayern", date(2026, 6, 4)),
        ("TH", "", date(2026, 4, 13)),
        ("TH", "", date(2026, 12, 7)),
        ("US", "", date(2026, 7, 3)),
        ("US", "CA", date(2026, 11, 27)),
    ],
)
def test_people_rest_on_the_holidays_of_the_law(country: str, region: str, day: date) -> None:
    assert day in holidays_of(country, region, {day.year})


@pytest.mark.parametrize(
    ("country", "region", "day"),
    [
        ("DE", "Berlin", date(2026, 6, 4)),
        ("DE", "Nowhere", date(2026, 6, 4)),
        ("US", "", date(2026, 11, 27)),
        ("FI", "", date(2026, 3, 10)),
    ],
)
def test_people_work_where_it_is_no_holiday(country: str, region: str, day: date) -> None:
    assert day not in holidays_of(country, region, {day.year})


def test_years_are_taken_together() -> None:
    both = holidays_of("FI", "", {2026, 2027})

    assert both == holidays_of("FI", "", {2026}) | holidays_of("FI", "", {2027})


def test_a_country_that_is_not_kept_has_none() -> None:
    assert holidays_of("SE", "", {2026}) == frozenset()


def test_one_country_loads_no_other() -> None:
    asked = (
        "import sys\n"
        "from app.formats.holidays import holidays_of\n"
        "assert not any(name.startswith('holidays') for name in sys.modules)\n"
        "assert holidays_of('FI', '', {2026})\n"
        "print(*(name for name in sys.modules if name.startswith('holidays.countries.')))\n"
    )

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["holidays.countries.finland"]


def test_a_region_is_known_by_its_code_or_its_name() -> None:
    assert is_region("DE", "BY")
    assert is_region("DE", "bayern")
    assert is_region("DE", " ")
    assert is_region("FR", "anything")
    assert not is_region("DE", "Atlantis")
