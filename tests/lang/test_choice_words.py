"""Choices are told in words, not by the word of a button that is spelt alike."""

from __future__ import annotations

from app.lang.choice_words import choice_text
from app.lang.texts import say_in


def test_a_choice_is_told_in_the_language_of_the_reader() -> None:
    assert choice_text("submitted", say_in("fi")) == "jätetty"
    assert choice_text("output_vat", say_in("en")) == "VAT on sales"
    assert choice_text("never-heard", say_in("fi")) == "Never heard"
