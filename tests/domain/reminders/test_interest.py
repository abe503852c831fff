"""Interest by day: additive over days and changes of the rate, rounded once, never negative."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.reminders.interest import (
    NoRateKnown,
    Paid,
    Rates,
    interest,
    rounded,
    shown,
    stretches,
    weight,
)
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import RatePeriod
from app.formats.packs import pack

DUE = date(2026, 1, 15)
RUN = date(2026, 3, 1)
AGREED = Rates((), agreed=Rate(Decimal("10.5")))
FIRST = date(2020, 1, 1)
DAYS = st.integers(0, 2500).map(lambda days: FIRST + timedelta(days=days))
PERCENT = st.decimals(-5, 20, places=2).map(Rate)


@st.composite
def tables(draw: st.DrawFn) -> Rates:
    """Return rates that change on some days, over a margin."""
    days = sorted(draw(st.sets(DAYS, max_size=6)) | {FIRST})
    periods = tuple(RatePeriod(day, draw(PERCENT)) for day in days)
    return Rates(periods, draw(PERCENT))


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date, date]:
    """Return a due day and two days after each other."""
    first, second, third = sorted(draw(st.lists(DAYS, min_size=3, max_size=3)))
    return first, second, third


def percent(text: str) -> Rate:
    return Rate(Decimal(text))


def test_forty_five_days_at_10_5_percent_are_12_95() -> None:
    found = tuple(stretches(DUE, RUN, 100_000, (), AGREED))

    assert interest(found, 365) == 1295
    assert [(one.days, one.minor) for one in shown(found, 365)] == [(45, 1295)]


def test_half_years_of_the_same_rate_are_one_stretch() -> None:
    days = (date(2025, 7, 1), date(2026, 1, 1), date(2026, 7, 1))
    same = Rates(tuple(RatePeriod(day, percent("2.5")) for day in days), percent("8"))

    found = tuple(stretches(date(2025, 12, 1), date(2026, 8, 1), 100_000, (), same))

    assert found == ((date(2025, 12, 2), date(2026, 8, 1), 100_000, percent("10.5")),)


def test_the_due_day_bears_no_interest() -> None:
    assert tuple(stretches(DUE, DUE, 100_000, (), AGREED)) == ()


def test_what_was_paid_bears_interest_up_to_the_day_of_its_payment() -> None:
    paid = (Paid(date(2026, 2, 4), 60_000),)

    first, second = stretches(DUE, RUN, 40_000, paid, AGREED)

    assert first == (date(2026, 1, 16), date(2026, 2, 4), 100_000, percent("10.5"))
    assert second == (date(2026, 2, 5), RUN, 40_000, percent("10.5"))


def test_what_was_paid_by_the_due_day_bears_none() -> None:
    paid = (Paid(DUE, 60_000), Paid(DUE - timedelta(days=3), 10_000))

    ((_first, _last, principal, _rate),) = stretches(DUE, RUN, 30_000, paid, AGREED)

    assert principal == 30_000


def test_a_payment_booked_after_the_day_of_the_run_does_not_lower_it() -> None:
    paid = (Paid(RUN + timedelta(days=2), 60_000),)

    ((_first, _last, principal, _rate),) = stretches(DUE, RUN, 40_000, paid, AGREED)

    assert principal == 100_000


def test_the_finnish_half_years_change_the_rate_of_business() -> None:
    law = pack("FI").reminders
    rates = Rates(law.rates.periods, law.business.margin)

    found = tuple(stretches(date(2025, 6, 20), date(2025, 7, 10), 100_000, (), rates))

    assert [(one[0], one[3]) for one in found] == [
        (date(2025, 6, 21), percent("11.5")),
        (date(2025, 7, 1), percent("10.5")),
    ]
    assert interest(found, 365) == 603


def test_a_day_before_the_table_is_refused_and_named() -> None:
    law = pack("DE").reminders
    rates = Rates(law.rates.periods, law.business.margin)

    with pytest.raises(NoRateKnown) as refused:
        tuple(stretches(date(2014, 6, 1), RUN, 100, (), rates))

    assert refused.value.facts == {"day": date(2014, 6, 2), "since": date(2014, 7, 1)}


def test_an_agreed_rate_is_capped_by_the_law_where_the_law_caps_it() -> None:
    periods = (RatePeriod(FIRST, percent("2.5")),)
    capped = Rates(periods, percent("7"), percent("16"), is_capped=True)
    cheaper = Rates(periods, percent("7"), percent("4"), is_capped=True)

    assert list(capped.within(DUE, RUN)) == [(DUE, percent("9.5"))]
    assert list(cheaper.within(DUE, RUN)) == [(DUE, percent("4"))]


def test_without_law_and_agreement_there_is_none() -> None:
    assert interest(stretches(DUE, RUN, 100_000, (), Rates(())), 365) == 0


@given(tables(), spans(), st.integers(0, 10**9))
def test_interest_is_additive_by_day(
    rates: Rates, span: tuple[date, date, date], open_minor: int
) -> None:
    due, middle, last = span

    whole = sum(weight(*one) for one in stretches(due, last, open_minor, (), rates))
    parts = sum(weight(*one) for one in stretches(due, middle, open_minor, (), rates))
    parts += sum(weight(*one) for one in stretches(middle, last, open_minor, (), rates))

    assert whole == parts


@given(tables(), spans(), st.integers(0, 10**9), st.lists(st.tuples(DAYS, st.integers(1, 10**8))))
def test_shown_days_are_gapless_and_their_shares_add_up(
    rates: Rates, span: tuple[date, date, date], open_minor: int, settled: list[tuple[date, int]]
) -> None:
    due, _middle, last = span
    paid = tuple(Paid(day, minor) for day, minor in settled)

    found = tuple(stretches(due, last, open_minor, paid, rates))
    lines = shown(found, 365)

    assert sum(line.minor for line in lines) == interest(found, 365)
    assert all(line.minor >= 0 and line.rate >= 0 for line in lines)
    assert sum(line.days for line in lines) <= (last - due).days
    if open_minor:
        assert sum(line.days for line in lines) == (last - due).days


@given(st.integers(0, 10**15))
def test_halves_are_rounded_up(exact: int) -> None:
    whole = 100 * 10**4 * 365

    found = rounded(exact, 365)

    assert 2 * (found * whole - exact) <= whole
    assert 2 * (exact - found * whole) < whole
