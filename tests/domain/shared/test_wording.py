"""Only what a dictionary can judge is a word of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.wording import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dear customer, thank you!", ["Dear", "customer", "thank", "you"]),
        ("Don’t write “well-known” twice", ["Don’t", "write", "well-known", "twice"]),
        ("linja-auto (mökillä)", ["linja-auto", "mökillä"]),
        ("OUT-2026-0001 maija@example.fi https://example.fi www.example.fi", []),
        ("NATO A ja B", ["ja"]),
        ("::greet foo_bar 12kpl", []),
        ("Hyvä \ufffc, \ufffclle kiitos", ["Hyvä", "kiitos"]),
        ("สวัสดีครับ Backdesk", ["Backdesk"]),
        ("one\u2028two\u00a0three", ["one", "two", "three"]),
        ("x" * 65 + " yes", ["yes"]),
        ("", []),
    ],
)
def test_words_are_those_that_a_dictionary_can_judge(text: str, words: list[str]) -> None:
    assert [word.text for word in words_in(text)] == words


@given(st.text())
def test_words_stand_where_they_are_said_to_stand(text: str) -> None:
    for word in words_in(text):
        assert text[word.start : word.end] == word.text
