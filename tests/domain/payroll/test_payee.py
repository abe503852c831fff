"""Payees: a whole period pays whole, a part of it by its days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.employees.contract import Pay, PayBasis
from app.domain.payroll.payee import Span, age_on, figures_of, paid_parts, told_of_pay
from app.domain.payroll.payroll import Period
from tests.payrolls import MARCH, a_contract, a_payee, by_hour, eur


def test_a_whole_month_pays_what_was_agreed() -> None:
    (part,) = paid_parts(a_payee(a_contract(eur("3200"))), MARCH)

    assert (part.paid, part.days) == (eur("3200"), 31)


def test_who_leaves_in_the_middle_is_paid_by_days() -> None:
    leaving = a_contract(eur("3100"), ends_on=date(2026, 3, 10))

    (part,) = paid_parts(a_payee(leaving), MARCH)

    assert part.paid == eur("1000")


def test_the_employment_s_last_day_ends_the_pay_too() -> None:
    work_days = (date(2020, 1, 1), date(2026, 3, 1))
    payee = a_payee(a_contract(eur("3100")), work_days=work_days)

    assert paid_parts(payee, MARCH)[0].paid == eur("100")


def test_a_rise_within_the_month_pays_both_parts_and_tells_both() -> None:
    old = a_contract(eur("3100"), ends_on=date(2026, 3, 10))
    new = a_contract(eur("6200"), starts_on=date(2026, 3, 11))
    payee = a_payee(old, new)

    assert figures_of(payee, MARCH)["pay"] == Decimal(1000 + 4200)
    assert [why.value for why in told_of_pay(payee, MARCH)] == [
        "3100 × 10 / 31",
        "6200 × 21 / 31",
    ]


def test_the_29th_of_february_is_a_day_of_its_month() -> None:
    leap = Span(Period.MONTH, date(2028, 2, 1), date(2028, 2, 29), date(2028, 2, 29))
    joined = a_contract(eur("2900"), starts_on=date(2028, 2, 29))

    assert paid_parts(a_payee(joined), leap)[0].paid == eur("100")


def test_a_month_s_pay_is_spread_over_weeks_by_the_year() -> None:
    week = Span(Period.TWO_WEEKS, date(2026, 3, 2), date(2026, 3, 15), date(2026, 3, 20))

    assert paid_parts(a_payee(a_contract(eur("2600"))), week)[0].paid == eur("1200")


def test_pay_by_the_hour_has_no_pay_of_itself() -> None:
    figures = figures_of(a_payee(by_hour(eur("15.50"))), MARCH)

    assert (figures["pay"], figures["hour_pay"]) == (Decimal(0), Decimal("15.50"))


def test_an_hour_is_worth_what_was_agreed_for_overtime() -> None:
    pay = Pay(eur("3477.50"), PayBasis.MONTH, overtime=eur("21.40"))

    figures = figures_of(a_payee(a_contract(eur("3477.50"), pay=pay)), MARCH)

    assert figures["hour_pay"] == Decimal("21.40")


def test_age_is_that_of_the_end_of_the_month_before() -> None:
    before = a_payee(born_on=date(1973, 3, 1))
    after = a_payee(born_on=date(1973, 2, 28))

    assert figures_of(before, MARCH)["age"] == 52
    assert figures_of(after, MARCH)["age"] == 53


def test_without_a_birth_day_there_is_no_age() -> None:
    assert "age" not in figures_of(a_payee(born_on=None), MARCH)


@pytest.mark.parametrize(("day", "age"), [(date(2026, 2, 28), 1), (date(2026, 3, 1), 2)])
def test_who_is_born_on_the_29th_of_february_is_older_on_the_first_of_march(
    day: date, age: int
) -> None:
    assert age_on(date(2024, 2, 29), day) == age


@given(st.integers(1, 31), st.integers(1, 10**7))
def test_two_parts_of_a_month_at_one_pay_add_up_to_it_within_a_cent(last: int, minor: int) -> None:
    pay = eur(str(Decimal(minor).scaleb(-2)))
    first = a_contract(pay, ends_on=date(2026, 3, last))
    rest = a_contract(pay, starts_on=date(2026, 3, min(31, last + 1)))
    parts = paid_parts(a_payee(first, *([rest] if last < 31 else [])), MARCH)

    assert abs(sum(part.paid.minor for part in parts) - minor) <= 1
