"""Exchange: what an entry of another currency is at home balances, whatever the rate."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.accounting.exchange import (
    SMALLEST,
    DayRate,
    at_home,
    booked_at_home,
    holds_on,
    rounded,
)
from app.domain.accounting.journal import Posting
from app.domain.shared.ids import AccountId
from app.domain.shared.money import Money

DAY = date(2026, 3, 10)
MINORS = st.lists(st.integers(-(10**9), 10**9).filter(bool), min_size=1, max_size=6)
RATES = st.decimals(Decimal("0.00000001"), 200, places=8)


def sides_of(minors: list[int]) -> list[Posting]:
    """Return a claim against sides of these amounts."""
    against = [Posting(AccountId(at), Money(minor, "USD")) for at, minor in enumerate(minors, 2)]
    return [Posting(AccountId(1), Money(-sum(minors), "USD")), *against]


@given(MINORS, RATES)
def test_what_is_booked_at_home_balances_and_the_claim_is_at_the_rate(
    minors: list[int], rate: Decimal
) -> None:
    sides = sides_of(minors)

    made = booked_at_home(sides, rate, "EUR")

    assert sum(side.amount.minor for side in made) == 0
    claim = sum(side.amount.minor for side in made if side.account_id == 1)
    assert claim == at_home(sides[0].amount, rate, "EUR").minor


@given(MINORS, RATES, st.integers(-(10**9), 10**9))
def test_what_is_fixed_stays(minors: list[int], rate: Decimal, fixed: int) -> None:
    sides = [*sides_of(minors), Posting(AccountId(99), Money(1, "USD"))]

    made = booked_at_home(sides, rate, "EUR", {AccountId(99): Money(fixed, "EUR")})

    assert sum(side.amount.minor for side in made) == 0
    assert sum(side.amount.minor for side in made if side.account_id == 99) == fixed


def test_the_original_amount_is_kept_in_words() -> None:
    made = booked_at_home(sides_of([-10000]), Decimal("0.5"), "EUR")

    assert [(side.amount.minor, side.text) for side in made] == [
        (5000, "100.00 USD"),
        (-5000, "-100.00 USD"),
    ]


def test_a_rate_holds_for_a_week_after_its_day() -> None:
    rate = DayRate("USD", DAY, Decimal(1), "ECB")

    assert [holds_on(rate, DAY + timedelta(days=days)) for days in (-1, 0, 7, 8)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_rate_has_the_places_that_are_kept() -> None:
    assert rounded(Decimal(1) / Decimal(3)) == Decimal("0.33333333")
    assert rounded(SMALLEST / 2) == SMALLEST
