"""How a position is offered is written as a clerk says it, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.quotes.quote import Choice, Position
from app.ui.invoices.choice_words import as_cell, position_of, shown
from app.ui.kit.texts import language, speak


@pytest.fixture
def finnish() -> Iterator[None]:
    before = language()
    speak("fi", "FI")
    yield
    speak(before, "FI")


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", Position()),
        ("o", Position(Choice.OPTIONAL)),
        ("alt 2", Position(Choice.ALTERNATIVE, "2")),
        ("Alternative Big ones", Position(Choice.ALTERNATIVE, "Big ones")),
        ("2", Position(group="2")),
        ("incl 2", Position(group="2")),
        ("nonsense", None),
    ],
)
def test_the_beginning_of_a_word_and_a_group_are_enough(
    text: str, position: Position | None
) -> None:
    assert position_of(text) == position


def test_the_words_of_the_window_are_known_and_shown(finnish: None) -> None:
    assert position_of("vaih 1") == Position(Choice.ALTERNATIVE, "1")
    assert shown("alternative 1") == "Vaihtoehto 1"


@given(st.sampled_from(Choice), st.sampled_from(("", "1", "A b")))
def test_a_cell_says_the_same_when_it_is_read_again(choice: Choice, group: str) -> None:
    position = Position(choice, group)

    assert position_of(as_cell(position)) == position
    assert position_of(shown(as_cell(position))) == position


def test_what_cannot_be_read_stays_as_it_was_typed() -> None:
    assert shown("nonsense") == "nonsense"
