"""Every identifier that a country asks for has a name."""

from __future__ import annotations

import pytest

from app.domain.shared.identifiers import SCHEMES
from app.formats.packs import COUNTRIES, pack
from app.ui.kit.schemes import SCHEMES as NAMED
from app.ui.kit.schemes import scheme_name


@pytest.mark.parametrize("country", COUNTRIES)
def test_what_a_country_asks_for_is_named(country: str) -> None:
    found = pack(country)

    assert set(found.identifiers) | set(found.contact_identifiers) <= set(NAMED)


def test_every_scheme_has_a_name() -> None:
    assert set(SCHEMES) <= set(NAMED)


def test_a_scheme_without_a_name_is_called_by_its_key() -> None:
    assert scheme_name("xx.unknown") == "xx.unknown"
