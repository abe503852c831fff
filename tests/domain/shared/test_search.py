"""Text and questions become the same tokens, whatever is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.money import Money
from app.domain.shared.search import Phrase, SearchItem, question


def test_words_are_compared_without_case_and_accents() -> None:
    assert question("HÄMEENKATU") == question("hameenkatu")


def test_only_the_last_word_may_be_unfinished() -> None:
    first, last = question("kahvila aam")

    assert first.phrases == (Phrase(("kahvila",), is_open=False),)
    assert last.phrases == (Phrase(("aam",), is_open=True),)


def test_thai_is_cut_into_overlapping_pairs() -> None:
    item = SearchItem("contact", 1, "กาแฟ")

    assert list(item.tokens())[1:] == ["กา", "าแ", "แฟ", "ฟ"]
    assert question("าแฟ")[0].phrases == (Phrase(("าแ", "แฟ")),)


def test_sara_am_is_found_however_it_was_typed() -> None:
    assert question("น้ำ") == question("น\u0e4d\u0e49า")


@pytest.mark.parametrize(
    "typed", ["686,56", "686.56", "-686,56", "€686.56", "686,560"[:-1], "686.56€"]
)
def test_an_amount_is_a_token_however_it_is_typed(typed: str) -> None:
    tokens = set(SearchItem("invoice", 1, "", amounts=(Money(68656, "EUR"),)).tokens())

    assert any(set(phrase.tokens) <= tokens for phrase in question(typed)[0].phrases)


@pytest.mark.parametrize("typed", ["1 234,50", "1.234,50", "1,234.5", "1234.50", "1'234,50"])
def test_thousands_may_be_grouped(typed: str) -> None:
    tokens = set(SearchItem("invoice", 1, "", amounts=(Money(123450, "EUR"),)).tokens())

    assert any(set(phrase.tokens) <= tokens for phrase in question(typed)[0].phrases)


def test_a_day_is_not_an_amount() -> None:
    assert question("10.3.2026")[0].phrases == (Phrase(("10", "3", "2026"), is_open=True),)


@given(st.text())
def test_any_question_becomes_plain_tokens(words: str) -> None:
    tokens = [
        token for term in question(words) for phrase in term.phrases for token in phrase.tokens
    ]

    assert all(token and not set(token) & set("\"'\\ *:()\0\n") for token in tokens)


@given(st.text())
def test_a_text_answers_a_question_in_its_own_words(text: str) -> None:
    told = tuple(SearchItem("contact", 1, text).tokens())

    for term in question(text):
        assert any(_answers(told, phrase) for phrase in term.phrases)


def _answers(told: tuple[str, ...], phrase: Phrase) -> bool:
    asked = phrase.tokens
    places = range(len(told) - len(asked) + 1)
    return any(_follows(told[at : at + len(asked)], phrase) for at in places)


def _follows(told: tuple[str, ...], phrase: Phrase) -> bool:
    *before, last = phrase.tokens
    ends = told[-1].startswith(last) if phrase.is_open else told[-1] == last
    return list(told[:-1]) == before and ends
