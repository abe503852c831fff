"""Every series of every country has a name that a clerk knows."""

from __future__ import annotations

import pytest

from app.formats.packs import COUNTRIES, pack
from app.lang.formats import formats_in
from app.lang.messages import sentence
from app.lang.series_words import SERIES, series_name
from app.lang.texts import say_in


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_series_of_a_country_has_a_name(country: str) -> None:
    assert not set(pack(country).series) - set(SERIES)


def test_a_series_is_named_in_the_readers_language() -> None:
    assert series_name("credit-note", say_in("fi")) == "Hyvityslaskut"
    assert series_name("of-yesterday", say_in("fi")) == "of-yesterday"


def test_a_gap_is_told_of_the_series_by_its_name() -> None:
    facts = {"kind": "credit-note", "year": "2026", "first": 4, "last": 6}
    told = sentence("health.gap", facts, say_in("fi"), formats_in("fi"))
    assert "Hyvityslaskut 2026" in told.what
