"""A rise changes prices from a day on, rounded as they were, and none falls below zero by it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.recurring.rise import Rise, check_rise, raised, steps
from app.domain.shared.quantities import Rate, UnitPrice
from tests.domain.recurring.plans import a_form, a_rent
from tests.domain.strategies import decimals

SINCE = date(2026, 7, 1)


def by(percent: str, **parts: Any) -> Rise:
    return Rise(SINCE, Rate(Decimal(percent)), **parts)


def price(text: str) -> UnitPrice:
    return UnitPrice(Decimal(text))


def test_a_rise_in_per_cent_is_rounded_half_up_to_the_decimals_of_the_currency() -> None:
    content = a_form(a_rent("99.95"), a_rent("0.125")).content

    found = [line.price for line in raised(content, by("3"), 2).lines]

    assert found == [price("102.95"), price("0.129")]


def test_new_prices_change_only_the_lines_they_are_written_for() -> None:
    content = a_form(a_rent("100"), a_rent("20")).content

    (step,) = steps(content, Rise(SINCE, prices=(None, price("25"))), 2)

    assert (step.place, step.before, step.after) == (1, price("20"), price("25"))


def test_a_line_that_takes_the_price_of_its_product_is_left_to_it() -> None:
    content = a_form(a_rent(None), a_rent("20")).content

    found = raised(content, by("10"), 2)

    assert [line.price for line in found.lines] == [None, price("22")]


@pytest.mark.parametrize(
    ("rise", "field", "code"),
    [
        (by("0"), "percent", "recurring.rise-empty"),
        (by("-100"), "percent", "recurring.rise-out-of-range"),
        (by("-130"), "percent", "recurring.rise-out-of-range"),
        (by("1001"), "percent", "recurring.rise-out-of-range"),
        (by("5", prices=(price("5"),)), "percent", "recurring.rise-twice"),
        (by("5", notice_days=-1), "notice_days", "recurring.notice-out-of-range"),
        (by("0.00001"), "percent", "number.too-many-places"),
        (Rise(SINCE, prices=(price("-1"),)), "prices.0", "recurring.price-below-zero"),
        (Rise(SINCE, prices=(price("1.0000001"),)), "prices.0", "number.too-many-places"),
    ],
)
def test_a_rise_that_cannot_be_is_told_at_its_field(rise: Rise, field: str, code: str) -> None:
    problems = check_rise(a_form().content, rise)

    assert [(one.field, one.code) for one in problems] == [(field, code)]


def test_a_rise_of_prices_that_all_come_from_products_is_told() -> None:
    (problem,) = check_rise(a_form(a_rent(None)).content, by("5"))

    assert problem.code == "recurring.no-own-price"


@given(decimals(0, 100_000, 2), decimals(-99, 900, 2))
def test_no_price_is_below_zero_after_a_rise_that_was_allowed(
    before: Decimal, percent: Decimal
) -> None:
    content = a_form(a_rent(str(before))).content
    rise = by(str(percent))

    if not check_rise(content, rise):
        (line,) = raised(content, rise, 2).lines
        assert line.price is not None
        assert line.price >= 0
        assert abs(line.price - before * (100 + percent) / 100) <= Decimal("0.005")


@given(st.sampled_from(("0", "10")))
def test_headings_have_no_price_to_raise(percent: str) -> None:
    heading = a_rent("0", quantity=Decimal(0))

    assert steps(a_form(heading).content, by(percent), 2) == ()
