"""The words of rates: every rate that comes with the program is called by words."""

from __future__ import annotations

import pytest

from app.formats.packs import COUNTRIES
from app.formats.payrolls import payroll_of
from app.lang.rate_words import RATES, rate_name
from app.lang.texts import say_in


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_rate_of_a_country_has_its_words(country: str) -> None:
    assert {one.code for one in payroll_of(country).rates} <= RATES.keys()


def test_a_rate_of_the_office_is_called_by_its_code() -> None:
    assert rate_name("fi.accident", say_in("fi")) == "Työnantajan tapaturmavakuutus"
    assert rate_name("own.rate", say_in("fi")) == "own.rate"
