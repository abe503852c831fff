"""Country packs: what they hold, and how a broken one is named."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

import pytest

from app import RESOURCES
from app.domain.accounting.chart import STATEMENT_OF, AccountKind, AccountUse
from app.domain.accounting.sales import sales_accounts
from app.domain.admin.pack import CountryPack
from app.domain.shared.languages import PAPER_LANGUAGES
from app.formats.packs import COUNTRIES, UnknownCountry, pack, read
from app.formats.reader import BrokenPack

TAX = RESOURCES / "tax" / "fi.toml"
CHART = RESOURCES / "charts" / "fi.toml"


@pytest.fixture(params=COUNTRIES)
def country(request: pytest.FixtureRequest) -> CountryPack:
    return pack(str(request.param))


def rates_on(country: CountryPack, day: date) -> list[str]:
    return [str(vat.rate_on(day)) for vat in country.vat[:4]]


def test_every_country_has_a_pack_that_keeps_the_rules(country: CountryPack) -> None:
    assert country.country in COUNTRIES
    assert country.names["en"] and country.currency
    assert set(country.languages) <= set(PAPER_LANGUAGES)
    assert "{N" in country.series["invoice"]


def test_every_chart_says_where_each_sale_is_booked(country: CountryPack) -> None:
    accounts = sales_accounts(country.chart(count(1).__next__))

    for code in country.vat_codes():
        assert accounts.sales_of(code) and accounts.output_vat_of(code)


def test_every_account_has_a_number_a_name_and_a_plain_place(country: CountryPack) -> None:
    numbers = [account.number for account in country.accounts]

    assert len(numbers) >= 50
    assert len(set(numbers)) == len(numbers)
    assert {account.kind for account in country.accounts} == set(AccountKind)
    assert all(account.names.get("en") for account in country.accounts)


def test_every_chart_has_one_account_for_what_the_house_posts(country: CountryPack) -> None:
    uses = [account.use for account in country.accounts if account.use and not account.vat]

    assert sorted(use.value for use in uses) == sorted(use.value for use in AccountUse)


def test_the_standard_choices_of_finland_come_first() -> None:
    assert rates_on(pack("FI"), date(2026, 3, 10)) == ["25.5", "13.5", "10", "0"]


@pytest.mark.parametrize(
    ("day", "rates"),
    [
        (date(2024, 8, 31), ["24", "14", "10", "0"]),
        (date(2024, 9, 1), ["25.5", "14", "10", "0"]),
        (date(2025, 12, 31), ["25.5", "14", "10", "0"]),
        (date(2026, 1, 1), ["25.5", "13.5", "10", "0"]),
    ],
)
def test_finnish_rates_change_on_their_day(day: date, rates: list[str]) -> None:
    assert rates_on(pack("FI"), day) == rates


def test_german_rates_were_lower_for_half_a_year() -> None:
    germany = pack("DE")

    assert rates_on(germany, date(2026, 3, 10))[:2] == ["19", "7"]
    codes = germany.vat_codes()
    assert str(codes["standard"].rate_on(date(2020, 12, 31))) == "16"


def test_thailand_has_seven_per_cent_and_buddhist_years() -> None:
    thailand = pack("TH")

    assert str(thailand.vat[0].rate_on(date(2026, 3, 15))) == "7"
    assert "{BBBB}" in thailand.series["invoice"]


def test_the_united_states_have_a_code_without_tax_and_places_with_it() -> None:
    rates = rates_on(pack("US"), date(2026, 3, 10))

    assert rates == ["0", "8.25", "8.875", "10.25"]


def test_finnish_accounts_have_finnish_and_swedish_names() -> None:
    finland = pack("FI")

    assert len(finland.accounts) > 120
    assert all({"fi", "sv", "en"} <= account.names.keys() for account in finland.accounts)


def test_a_pack_gives_its_invoices_their_reference() -> None:
    references = [pack(code).reference_of("20260001") for code in COUNTRIES]

    assert references == ["202600017", "", "RF85202600017", ""]


def test_a_country_without_a_pack_is_refused() -> None:
    with pytest.raises(UnknownCountry):
        pack("ZZ")


def broken(tmp_path: Path, before: str, after: str, chart: Path = CHART) -> BrokenPack:
    copy = tmp_path / "fi.toml"
    text = TAX.read_text("utf-8")
    assert before in text
    copy.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(BrokenPack) as refused:
        read(copy, chart)
    return refused.value


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ('currency = "EUR"', "", "currency"),
        ('currency = "EUR"', 'currency = "XXX"', "currency"),
        ('currency = "EUR"', "currency = 1", "currency"),
        ("terms_days = 14", "terms_days = true", "terms_days"),
        ('languages = ["fi", "sv", "en"]', 'languages = ["fi", 1]', "languages"),
        ('category = "S"', 'category = "Q"', "vat.0.category"),
        ('rate = "25.5"', 'rate = "much"', "vat.0.rates.2.rate"),
        ('rate = "25.5"', 'rate = "255"', "vat.standard.rates"),
        ("since = 2024-09-01", "since = 2001-09-01", "vat.standard.rates"),
        ('code = "reduced"', 'code = "standard"', "vat.standard"),
        ('invoice = "{YYYY}{N:4}"', 'invoice = "{YYYY}"', "series.invoice"),
        ('"fi.ovt"', '"fi.nonsense"', "identifiers"),
        ('"street"', '"moon"', "buyer"),
        ("year_starts = 1", "year_starts = 13", "year_starts"),
        ("country", "= country", ""),
    ],
)
def test_a_broken_pack_is_named_to_the_entry(
    tmp_path: Path, before: str, after: str, where: str
) -> None:
    refused = broken(tmp_path, before, after)

    assert refused.facts["where"] == where
    assert refused.facts["file"] == "fi.toml" and refused.facts["why"]


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ('number = "1030"', 'number = "1010"', "accounts.1010"),
        ('number = "1030"', 'number = "A1"', "accounts.A1"),
        ('use = "payables", ', "", "accounts"),
        ('use = "bank"', 'use = "receivables"', "accounts.receivables"),
        ('kind = "asset"', 'kind = "box"', "accounts.0.kind"),
    ],
)
def test_a_broken_chart_is_named_to_the_account(
    tmp_path: Path, before: str, after: str, where: str
) -> None:
    chart = tmp_path / "chart.toml"
    chart.write_text(CHART.read_text("utf-8").replace(before, after, 1), "utf-8")

    with pytest.raises(BrokenPack) as refused:
        read(TAX, chart)

    assert refused.value.facts["where"] == where


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BrokenPack) as refused:
        read(tmp_path / "none.toml", CHART)

    assert refused.value.facts["file"] == "none.toml"


def test_every_line_of_the_finnish_chart_has_a_name_in_each_language() -> None:
    finland = pack("FI")
    named = [one.names for one in finland.accounts] + [one.names for one in finland.reports]

    nameless = [
        (names["en"], language)
        for names in named
        for language in ("en", "fi", "sv", "th")
        if not names.get(language)
    ]

    assert nameless == []


def test_every_account_stands_on_a_line_of_its_statement(country: CountryPack) -> None:
    lines = country.report_lines()

    wrong = [
        one.number
        for one in country.accounts
        if lines[one.report].statement is not STATEMENT_OF[one.kind]
    ]

    assert wrong == []
    assert {one.report for one in country.accounts} == set(lines)


def test_thai_american_and_german_rates_hold_on_their_days() -> None:
    day = date(2026, 3, 10)

    assert pack("TH").vat_codes()["standard"].rate_on(day) == 7
    assert pack("DE").vat_codes()["standard"].rate_on(day) == 19
    assert all(vat.rate_on(day) == 0 for vat in pack("US").vat if vat.category.value != "S")
