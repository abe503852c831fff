"""Payrolls of countries: every file is read, rates have sources, a broken file is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.payroll.rates import Rates, check_rate, is_left_open
from app.formats.packs import COUNTRIES, UnknownCountry, pack
from app.formats.payrolls import payroll_of, read_payroll
from app.formats.reader import BrokenPack

COMPONENT = """
country = "FI"
rates = []
[[components]]
code = "salary"
kind = "earning"
names = { en = "Salary" }
formula = "FORMULA"
codes = {}
source = ""
rank = 1
"""


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_has_components_that_hold_together(country: str) -> None:
    found = payroll_of(country)

    assert found.country == country
    assert "salary" in [one.code for one in found.components]


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_rate_has_its_source_and_is_sound(country: str) -> None:
    rates = payroll_of(country).rates

    assert [one.code for one in rates if not is_left_open(one) and check_rate(one)] == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_component_is_named_in_the_languages_of_its_office(country: str) -> None:
    for component in payroll_of(country).components:
        assert {"en", "fi", "th"} <= component.names.keys()


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_account_of_a_component_is_in_the_chart(country: str) -> None:
    chart = pack(country).accounts
    known = {one.number for one in chart} | {one.use.value for one in chart if one.use}
    named = {side for one in payroll_of(country).components for side in (one.debit, one.credit)}

    assert named - known == {""} & named


@pytest.mark.parametrize("country", ["FI", "TH"])
def test_the_rates_of_this_year_have_no_gap(country: str) -> None:
    found = payroll_of(country)
    rates = Rates(found.rates)

    for code in {one.code for one in found.rates}:
        assert rates.on(code, date(2026, 12, 31)).source


def test_germany_and_the_us_hand_over() -> None:
    assert {one for one in COUNTRIES if payroll_of(one).hands_over} == {"DE", "US"}


def test_a_country_without_payroll_is_unknown() -> None:
    with pytest.raises(UnknownCountry):
        payroll_of("XX")


@pytest.mark.parametrize("formula", ["pay +", "wages", "salary"])
def test_a_broken_formula_names_the_file_and_the_component(tmp_path: Path, formula: str) -> None:
    file = tmp_path / "fi.toml"
    file.write_text(COMPONENT.replace("FORMULA", formula), "utf-8")

    with pytest.raises(BrokenPack) as refused:
        read_payroll(file)

    assert refused.value.facts["file"] == "fi.toml"
