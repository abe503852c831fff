"""Ranking: starts of words first, every word must fit."""

from __future__ import annotations

import pytest

from app.ui.kit.ranking import best, plain, rank


@pytest.mark.parametrize(
    ("words", "better", "worse"),
    [
        ("inv", "New invoice", "Convince somebody"),
        ("new", "New contact", "Renew"),
        ("contact", "Contact", "Contacts of others"),
        ("con", "Contacts", "Take the icon"),
        ("nc", "New contact", "Sync"),
    ],
)
def test_the_start_of_a_word_fits_better_than_its_middle(
    words: str, better: str, worse: str
) -> None:
    assert rank(words, better) > rank(words, worse)


def test_every_word_must_fit() -> None:
    assert rank("new contact", "New contact") > 0
    assert rank("new supplier", "New contact") == 0


def test_case_and_accents_do_not_matter_but_thai_marks_do() -> None:
    assert plain("Äänekoski") == "aanekoski"
    assert rank("aane", "Äänekoski") > 0
    assert plain("ที่") == "ที่"


def test_nothing_typed_fits_everything_in_its_own_order() -> None:
    assert list(best("", ["b", "a"], str, 5)) == ["b", "a"]


def test_only_so_many_are_shown() -> None:
    assert list(best("a", ["xa", "a", "ab"], str, 2)) == ["a", "ab"]
