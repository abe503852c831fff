"""Rates: what holds on a day, gaps that are named, and what nobody compared with its source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.payroll.rates import RateGap, Rates, RateUnknown, check_rate
from tests.payrolls import a_rate, bands

OLD = a_rate("fi.health", "1.87", date(2025, 1, 1), valid_until=date(2025, 12, 31))
NEW = a_rate("fi.health", "1.91", date(2026, 2, 1), checked_on=None)
RATES = Rates((OLD, NEW, a_rate("fi.whole")))


def test_the_table_of_the_day_holds() -> None:
    assert RATES.on("fi.health", date(2025, 12, 31)) is OLD
    assert RATES.on("fi.health", date(2026, 2, 1)) is NEW


def test_a_gap_is_refused_with_its_days() -> None:
    with pytest.raises(RateGap) as refused:
        RATES.on("fi.health", date(2026, 1, 15))

    facts = refused.value.facts
    assert (facts["first"], facts["last"]) == (date(2026, 1, 1), date(2026, 1, 31))


def test_before_the_first_table_the_gap_has_no_first_day() -> None:
    with pytest.raises(RateGap) as refused:
        RATES.on("fi.health", date(2024, 6, 1))

    assert refused.value.facts["first"] is None


def test_an_unknown_rate_is_refused() -> None:
    with pytest.raises(RateUnknown):
        RATES.on("fi.none", date(2026, 1, 1))


def test_the_office_s_own_figure_comes_before_that_of_the_country() -> None:
    own = a_rate("fi.health", "2", date(2025, 6, 1), country="")
    rates = Rates((own, OLD, NEW))

    assert rates.on("fi.health", date(2025, 5, 31)) is OLD
    assert rates.on("fi.health", date(2026, 3, 1)) is own


def test_a_rate_nobody_checked_and_one_that_is_each_office_s_own_warn() -> None:
    found = RATES.warnings(["fi.health", "fi.whole"], date(2026, 3, 1))

    assert [(one.code, one.is_warning) for one in found] == [
        ("payroll.rate-unchecked", True),
        ("payroll.rate-of-office", True),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code": "fi health!"}, "payroll.rate-code-wrong"),
        ({"valid_until": date(2019, 1, 1)}, "payroll.rate-ends-before"),
        ({"value": None}, "payroll.rate-not-one-kind"),
        ({"bands": bands(("0", "5"))}, "payroll.rate-not-one-kind"),
        ({"value": None, "bands": bands(("5", "1"), ("5", "2"))}, "payroll.bands-wrong"),
        ({"value": None, "bands": bands(("0", "-1"))}, "payroll.bands-wrong"),
        ({"source": " "}, "payroll.source-missing"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(change: dict[str, object], code: str) -> None:
    wrong = replace(a_rate("fi.own", "1"), **change)  # type: ignore[arg-type]  # fields by name

    assert code in [one.code for one in check_rate(wrong)]


def test_a_table_that_is_right_has_no_problems() -> None:
    assert check_rate(a_rate("fi.own-rate", "1")) == ()


@given(st.integers(0, 800))
def test_every_day_has_a_table_or_lies_in_the_gap_that_is_named(days: int) -> None:
    day = date(2025, 1, 1) + timedelta(days)
    if date(2026, 1, 1) <= day <= date(2026, 1, 31):
        with pytest.raises(RateGap):
            RATES.on("fi.health", day)
    else:
        assert RATES.on("fi.health", day).valid_from <= day
