"""VAT codes and the day a rate holds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Category, NoRateYet, RatePeriod, VatCode

FIRST, SECOND = date(2013, 1, 1), date(2026, 1, 1)
REDUCED = VatCode(
    "reduced",
    Category.STANDARD,
    (RatePeriod(FIRST, Rate(Decimal(14))), RatePeriod(SECOND, Rate(Decimal("13.5")))),
    names={"en": "Reduced rate", "fi": "Alennettu verokanta"},
)


@pytest.mark.parametrize(
    ("day", "rate"),
    [(FIRST, "14"), (date(2025, 12, 31), "14"), (SECOND, "13.5"), (date(2099, 1, 1), "13.5")],
)
def test_a_rate_holds_from_its_first_day_to_the_next_one(day: date, rate: str) -> None:
    assert str(REDUCED.rate_on(day)) == rate


def test_before_the_first_day_there_is_no_rate() -> None:
    with pytest.raises(NoRateYet) as refused:
        REDUCED.rate_on(FIRST - timedelta(days=1))

    assert refused.value.facts["vat"] == "reduced"


@pytest.mark.parametrize(
    ("language", "name"), [("fi", "Alennettu verokanta"), ("th", "Reduced rate")]
)
def test_a_code_is_named_in_a_language_or_in_english(language: str, name: str) -> None:
    assert REDUCED.name_in(language) == name


def test_a_code_without_names_is_its_own_name() -> None:
    assert VatCode("zero", Category.ZERO, ()).name_in("fi") == "zero"


@given(st.lists(st.dates(date(1990, 1, 1), date(2090, 1, 1)), min_size=1, unique=True))
def test_the_rate_is_that_of_the_last_period_begun(days: list[date]) -> None:
    periods = [RatePeriod(day, Rate(Decimal(place))) for place, day in enumerate(sorted(days))]
    code = VatCode("x", Category.STANDARD, tuple(periods))

    for day in days:
        begun = [period.rate for period in periods if period.since <= day]
        assert code.rate_on(day) == begun[-1]
