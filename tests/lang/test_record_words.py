"""Every kind of record that the office notes has words."""

from __future__ import annotations

from app.lang.record_words import kind_of, record_text
from app.lang.texts import say_in


def test_a_record_is_told_by_its_kind() -> None:
    assert kind_of("contact:12") == "contact"
    assert record_text("contact:12", say_in("fi")) == "Yhteystieto"
    assert record_text("erasure:1", say_in("en")) == "Erasure of a person"
    assert record_text("strange_thing:1", say_in("fi")) == "strange thing"
