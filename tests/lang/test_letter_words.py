from __future__ import annotations

import re

import pytest

from app.lang.letter_words import WORDS, letter_words
from app.lang.texts import say_in

SLOT = re.compile(r"\{\w+\}")


@pytest.mark.parametrize(("language", "word"), [("de", "Anlagen"), ("sv-FI", "Bilagor")])
def test_a_letter_has_the_words_of_its_language(language: str, word: str) -> None:
    assert letter_words(language, say_in(language))("Enclosures") == word


@pytest.mark.parametrize("language", ["en", "fi", "th", "fr"])
def test_other_languages_are_spoken_as_everywhere(language: str) -> None:
    say = say_in(language)

    assert letter_words(language, say) is say


@pytest.mark.parametrize("language", WORDS)
def test_slots_stay_in_their_words(language: str) -> None:
    kept = {
        text for text, said in WORDS[language].items() if SLOT.findall(text) != SLOT.findall(said)
    }

    assert kept == set()


def test_tables_say_the_same_words() -> None:
    german, swedish = (set(WORDS[language]) for language in ("de", "sv"))

    assert german <= swedish


def test_every_word_is_one_that_the_program_says() -> None:
    say = say_in("fi")

    assert [text for text in WORDS["sv"] if say(text) == text] == []
