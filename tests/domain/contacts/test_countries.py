"""Countries."""

from __future__ import annotations

from app.domain.contacts.countries import NAMES, is_postcode


def test_every_country_of_the_world_has_a_name() -> None:
    assert len(NAMES) == 250
    assert all(len(code) == 2 and code.isupper() and name for code, name in NAMES.items())


def test_a_country_without_a_known_form_takes_any_postcode() -> None:
    assert is_postcode("no. 1", "AE")
