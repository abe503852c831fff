"""Contractors of a year: who is reported follows the threshold of the year of payment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contacts.contact import Identifier
from app.domain.payments.contractors import (
    ContractorPayment,
    Threshold,
    check,
    nec_list,
    threshold_of,
)
from app.domain.shared.ids import ContactId, ContractorPaymentId
from app.domain.shared.money import Money
from tests.builders import TODAY, a_contact

LAW = (
    Threshold(date(1954, 1, 1), Decimal(600)),
    Threshold(date(2026, 1, 1), Decimal(2000)),
)
EIN = (Identifier("us.ein", "123456789"),)
PAYEES = {
    ContactId(number): replace(a_contact(f"Payee {number}"), id=ContactId(number), identifiers=EIN)
    for number in (1, 2)
}


def paid(who: int, dollars: int, day: date, **parts: Any) -> ContractorPayment:
    amount, nothing = Money(dollars * 100, "USD"), Money(0, "USD")
    made = ContractorPayment(ContractorPaymentId(who), 1, ContactId(who), day, amount, nothing)
    return replace(made, **parts)


@pytest.mark.parametrize(
    ("year", "reported"), [(2026, ["Payee 2"]), (2025, ["Payee 1", "Payee 2"])]
)
def test_journey_13_reports_by_the_threshold_of_the_year(year: int, reported: list[str]) -> None:
    payments = (paid(1, 1950, date(year, 3, 1)), paid(2, 2450, date(year, 5, 1)))

    found = nec_list(year, payments, PAYEES, threshold_of(year, LAW, "USD"))

    assert [row.name for row in found.reported] == reported
    assert [row.amount.minor for row in found.rows if row.name == "Payee 1"] == [195_000]


def test_payments_of_a_year_are_added_up_and_others_are_left_out() -> None:
    payments = (
        paid(1, 1000, date(2026, 1, 1)),
        paid(1, 1000, date(2026, 12, 31)),
        paid(1, 5000, date(2025, 12, 31)),
        paid(1, 7000, date(2026, 6, 1), is_archived=True),
    )

    (row,) = nec_list(2026, payments, PAYEES, threshold_of(2026, LAW, "USD")).rows

    assert (row.amount.minor, row.is_reported) == (200_000, True)


def test_tax_withheld_is_reported_whatever_was_paid() -> None:
    one = paid(1, 100, date(2026, 2, 1), withheld=Money(2400, "USD"))

    (row,) = nec_list(2026, (one,), PAYEES, threshold_of(2026, LAW, "USD")).reported

    assert row.withheld.minor == 2400


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"amount": Money(0, "USD")}, ("amount", "contractors.without-amount")),
        ({"withheld": Money(10_100, "USD")}, ("withheld", "contractors.withheld-too-much")),
        ({"withheld": Money(-1, "USD")}, ("withheld", "contractors.withheld-too-much")),
        ({"paid_on": TODAY + timedelta(1)}, ("paid_on", "contractors.day-to-come")),
    ],
)
def test_what_is_wrong_is_named_at_its_field(
    parts: dict[str, Any], problem: tuple[str, str]
) -> None:
    found = check(paid(1, 100, TODAY, **parts), PAYEES[ContactId(1)], TODAY)

    assert [(one.field, one.code) for one in found] == [problem]


def test_a_payee_is_asked_for_and_so_is_its_number() -> None:
    bare = replace(PAYEES[ContactId(1)], identifiers=())

    assert [one.code for one in check(paid(1, 1, TODAY), None, TODAY)] == [
        "contractors.without-payee"
    ]
    (warned,) = check(paid(1, 1, TODAY), bare, TODAY)
    assert warned.is_warning


@given(st.lists(st.tuples(st.sampled_from([1, 2]), st.integers(1, 5000)), max_size=20))
def test_everything_that_was_paid_is_in_some_row(made: list[tuple[int, int]]) -> None:
    payments = [paid(who, dollars, date(2026, 2, 1)) for who, dollars in made]

    found = nec_list(2026, payments, PAYEES, threshold_of(2026, LAW, "USD"))

    assert sum(row.amount.minor for row in found.rows) == sum(one.amount.minor for one in payments)
    assert all(row.is_reported == (row.amount.minor >= 200_000) for row in found.rows)
