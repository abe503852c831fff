"""Towns of postcodes."""

from __future__ import annotations

import tomllib
from itertools import pairwise

import pytest

from app import RESOURCES
from app.formats.postcodes import town_of


@pytest.mark.parametrize(
    ("postcode", "town"),
    [
        ("00100", "Helsinki"),
        ("33100", "Tampere"),
        ("33470", "Ylöjärvi"),
        ("02700", "Kauniainen"),
        ("99999", ""),
        ("3310", ""),
        ("", ""),
        ("๓๓๑๐๐", ""),
    ],
)
def test_a_finnish_postcode_has_its_town(postcode: str, town: str) -> None:
    assert town_of("FI", postcode) == town


@pytest.mark.parametrize("country", ["", "DE", "../x", "QQ"])
def test_a_country_without_data_knows_no_town(country: str) -> None:
    assert town_of(country, "33100") == ""


def test_no_postcode_belongs_to_two_towns() -> None:
    towns = tomllib.loads((RESOURCES / "postcodes" / "fi.toml").read_text("utf-8"))["towns"]
    ranges = sorted((entry[:5], entry[-5:]) for entries in towns.values() for entry in entries)

    for (_, before), (first, last) in pairwise(ranges):
        assert before < first <= last
    assert len(towns) > 120
