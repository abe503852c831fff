"""Germany's annual leave: whole after six months, else twelfths, half a day rounded up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.leave.germany import earned_in_germany, full_months, twelfths
from app.domain.leave.leave import Accrual, EntryKind
from app.domain.leave.ledger import Account
from app.domain.leave.spans import Span
from tests.leaving import ANNA, a_service, a_type, settled

ANNUAL = a_type(Accrual.DE_ANNUAL, ((0, "20"),))


def of_year(starts_on: date, ends_on: date | None, year: int = 2026) -> Decimal:
    service = a_service(starts_on, ends_on)
    found = {one.period: one for one in earned_in_germany(ANNUAL, service, date(year, 12, 31))}
    return found[str(year)].days if str(year) in found else Decimal(0)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "days"),
    [
        (date(2020, 1, 1), None, "20"),
        (date(2026, 1, 1), None, "20"),
        (date(2026, 6, 30), None, "20"),
        (date(2026, 7, 1), None, "10"),
        (date(2026, 10, 1), None, "5"),
        (date(2026, 10, 15), None, "3.33"),
        (date(2020, 1, 1), date(2026, 3, 31), "5"),
        (date(2020, 1, 1), date(2026, 6, 30), "10"),
        (date(2020, 1, 1), date(2026, 7, 1), "20"),
        (date(2026, 2, 1), date(2026, 7, 31), "10"),
        (date(2026, 1, 1), date(2026, 7, 31), "20"),
        (date(2025, 10, 1), date(2026, 2, 28), "3.33"),
        (date(2026, 12, 15), None, "0"),
    ],
)
def test_the_whole_year_or_its_twelfths(starts_on: date, ends_on: date | None, days: str) -> None:
    assert of_year(starts_on, ends_on) == Decimal(days)


@pytest.mark.parametrize(
    ("months", "days"), [(1, "2"), (5, "8.33"), (7, "12"), (10, "17"), (12, "20")]
)
def test_half_a_day_and_more_is_a_whole_one(months: int, days: str) -> None:
    assert twelfths(Decimal(20), months) == Decimal(days)


def test_months_are_counted_from_the_first_day_of_the_employment() -> None:
    assert full_months(Span(date(2026, 1, 15), date(2026, 2, 14))) == 1
    assert full_months(Span(date(2026, 1, 15), date(2026, 2, 13))) == 0
    assert full_months(Span(date(2026, 1, 1), date(2026, 12, 31))) == 12


@given(st.dates(date(2023, 1, 1), date(2026, 12, 31)), st.integers(0, 700))
def test_the_ledger_never_grants_more_than_a_year_has(starts_on: date, lasts: int) -> None:
    service = a_service(starts_on, date.fromordinal(starts_on.toordinal() + lasts))
    rows = list(earned_in_germany(ANNUAL, service, date(2028, 12, 31)))

    account = settled(Account(ANNA, ANNUAL, service), date(2028, 12, 31))

    assert all(0 < one.days <= 20 for one in rows)
    granted = [one.days for one in account.entries if one.kind is EntryKind.ACCRUED]
    assert granted == [one.days for one in rows]
