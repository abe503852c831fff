"""Portions: days share a price without a cent lost, and each part has the rate of its days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.recurring.plan import Period, Supply
from app.domain.recurring.portions import changes_within, cut, parted, placed
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Category, RatePeriod, VatCode
from tests.builders import off
from tests.domain.recurring.plans import a_form, a_rent
from tests.domain.strategies import decimals

NEW_YEAR = date(2026, 1, 1)
REDUCED = VatCode(
    "reduced",
    Category.STANDARD,
    (RatePeriod(date(2013, 1, 1), Rate(Decimal(14))), RatePeriod(NEW_YEAR, Rate(Decimal("13.5")))),
)
CODES = {"reduced": REDUCED}
OVER_NEW_YEAR = Period(date(2025, 12, 17), date(2026, 1, 16), date(2026, 1, 16))


def span(first: date, last: date) -> str:
    return f"{first}–{last}"


def reduced(price: str, **parts: Any) -> Any:
    return a_form(a_rent(price, vat="reduced", **parts)).content


def test_a_period_is_delivered_on_its_last_day_or_on_its_first() -> None:
    last = placed(reduced("1"), OVER_NEW_YEAR, Supply.LAST_DAY)
    first = placed(reduced("1"), OVER_NEW_YEAR, Supply.FIRST_DAY)

    assert (last.delivered_on, first.delivered_on) == (date(2026, 1, 16), date(2025, 12, 17))
    assert (last.period_from, last.period_to) == (date(2025, 12, 17), date(2026, 1, 16))


def test_a_line_is_parted_where_its_rate_changes() -> None:
    found = parted(reduced("310"), OVER_NEW_YEAR, CODES, 2, span)

    assert [(one.price, one.delivered_on) for one in found.lines] == [
        (Decimal("150.00"), date(2025, 12, 31)),
        (Decimal("160.00"), date(2026, 1, 16)),
    ]
    assert found.lines[1].description.endswith("\n2026-01-01–2026-01-16")


def test_a_line_whose_rate_does_not_change_stays_whole() -> None:
    content = reduced("310")
    whole = Period(NEW_YEAR, date(2026, 1, 31), date(2026, 1, 31))

    assert not changes_within(content, whole, CODES)
    assert parted(content, whole, CODES, 2, span) == content


@given(decimals(0, 100_000, 2), st.integers(1, 40))
def test_the_parts_of_a_price_are_together_the_price(price: Decimal, days: int) -> None:
    period = Period(date(2025, 12, 32 - min(days, 31)), date(2026, 1, 20), date(2026, 1, 20))

    found = parted(reduced(str(price)), period, CODES, 2, span)

    assert sum(one.price or 0 for one in found.lines) == price


def test_a_period_that_is_cut_costs_in_proportion_to_its_days() -> None:
    period = Period(NEW_YEAR, date(2026, 1, 15), date(2026, 1, 31))

    found = cut(reduced("310", discount=off("31")), period, 2)

    assert (found.lines[0].price, found.lines[0].discount.amount) == (Decimal(150), Decimal(15))


def test_a_whole_period_costs_the_whole_price() -> None:
    content = reduced("310")

    assert cut(content, OVER_NEW_YEAR, 2) is content
