"""The law of late payment: whose rates, which fees, and what is to be known before a run."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.payments.claims import Owed
from app.domain.reminders.law import Debtor, FeeRule, Per, ToldRate
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import RatePeriod
from app.formats.packs import COUNTRIES, pack

MARCH = date(2026, 3, 1)
OWN_RATE = Rate(Decimal("2.6"))
OWN = (RatePeriod(date(2026, 7, 1), OWN_RATE),)
NEXT = RatePeriod(date(2027, 1, 1), Rate(Decimal("2.5")))


def test_finland_asks_businesses_for_40_euros_once_and_consumers_for_5_a_letter() -> None:
    law = pack("FI").reminders

    business, consumer = law.of(Debtor.BUSINESS), law.of(Debtor.CONSUMER)

    assert [str(one) for one in (business.margin, consumer.margin)] == ["8", "7"]
    assert business.fee == FeeRule(Decimal(40), per=Per.CLAIM, is_once=True, from_level=2)
    assert consumer.fee == FeeRule(
        Decimal(5), Decimal(5), Per.LETTER, is_once=False, from_level=1, after_days=14
    )
    assert consumer.is_capped


def test_germany_asks_only_businesses_for_the_flat_fee() -> None:
    law = pack("DE").reminders

    assert [str(one) for one in (law.business.margin, law.consumer.margin)] == ["9", "5"]
    assert law.business.fee.amount == Decimal(40)
    assert law.consumer.fee.amount == Decimal(0)
    assert law.order == (Owed.FEE, Owed.INTEREST, Owed.PRINCIPAL)


def test_thailand_has_five_percent_and_the_united_states_what_was_agreed() -> None:
    assert pack("TH").reminders.rates.periods[-1].rate == Decimal(5)
    assert pack("US").reminders.rates.periods == ()
    assert [one.code for one in pack("US").reminders.warnings(MARCH, MARCH, "US")] == [
        "reminders.interest-by-contract"
    ]


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_names_its_law_in_the_languages_of_papers(country: str) -> None:
    law = pack(country).reminders

    assert all(law.basis.get(language) for language in ("en", "fi", "th", "de"))
    assert law.basis_in("xx") == law.basis["en"]


def test_a_run_after_the_table_is_warned_of_until_the_office_writes_the_rate() -> None:
    law = pack("FI").reminders
    day = date(2027, 2, 1)

    (found,) = pack("DE").reminders.warnings(day, date(2027, 2, 1), "DE")
    assert (found.code, found.facts["until"], found.is_warning) == (
        "reminders.rates-outdated",
        "2026-12-31",
        True,
    )
    assert law.warnings(day, date(2027, 2, 1), "FI", (*OWN, NEXT)) == ()
    assert (
        law.warnings(date(2027, 8, 1), date(2027, 8, 1), "FI", (*OWN, NEXT))[0].code == found.code
    )


def test_a_rate_that_nobody_checked_is_warned_of_until_the_office_writes_it() -> None:
    law = pack("FI").reminders
    day = date(2026, 8, 1)

    assert law.warnings(date(2026, 6, 30), date(2026, 11, 23), "FI") == ()
    (found,) = law.warnings(day, date(2026, 11, 23), "FI")
    assert (found.code, found.field, found.is_warning) == (
        "reminders.rate-not-checked",
        "base",
        True,
    )
    assert (found.facts["rate"], found.facts["since"]) == ("2.5", "2026-07-01")
    assert law.warnings(day, date(2026, 11, 23), "FI", OWN) == ()
    assert [one.rate for one in law.rates.with_own(OWN).periods[-2:]] == [Decimal("2.5"), OWN_RATE]


@pytest.mark.parametrize("country", ["FI", "DE"])
def test_the_half_years_of_2026_are_known(country: str) -> None:
    table = pack(country).reminders.rates
    days = (date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31))

    found = [one.rate for one in map(table.on, days) if one is not None]

    wanted = {"FI": ["2.5", "2.5", "2.5", "2.5"], "DE": ["1.27", "1.27", "1.52", "1.52"]}
    assert found == [Decimal(one) for one in wanted[country]]
    assert all(isinstance(one, ToldRate) and one.source for one in table.periods)


def test_a_table_that_nobody_checked_for_a_year_is_warned_of() -> None:
    law = pack("TH").reminders

    found = law.warnings(date(2028, 1, 1), date(2028, 1, 1), "TH")

    assert [one.code for one in found] == ["reminders.rates-unchecked"]


def test_what_the_office_writes_never_changes_what_the_table_knows() -> None:
    table = pack("FI").reminders.rates
    early = RatePeriod(date(2026, 1, 1), Rate(Decimal(20)))

    assert table.with_own((early,)).periods == table.periods
    assert table.with_own((NEXT,)).periods == (*table.periods, NEXT)
    assert table.with_own(OWN).periods == (*table.periods[:-1], *OWN)
    assert pack("TH").reminders.rates.with_own(OWN) == pack("TH").reminders.rates
