"""Types of leave are named in the language of who reads."""

from __future__ import annotations

from dataclasses import replace

from tests.leaving import a_type


def test_a_type_is_named_in_a_language_else_in_english_else_at_all() -> None:
    kind = replace(a_type(), names={"en": "Annual leave", "fi": "Vuosiloma"})

    assert kind.name_in("fi") == "Vuosiloma"
    assert kind.name_in("th") == "Annual leave"
    assert replace(kind, names={"fi": "Vuosiloma"}).name_in("th") == "Vuosiloma"
