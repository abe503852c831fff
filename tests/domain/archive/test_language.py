"""Text becomes tokens in its order; words are listed by what they may be forms of."""

from __future__ import annotations

from functools import cache
from itertools import permutations

import pytest

from app.domain.archive.language import (
    heads,
    is_compound,
    is_word,
    keys,
    listed_keys,
    same,
    tokens_of,
)
from app.domain.shared.search import folded, phrase_of
from tests.domain.archive.wordforms import (
    APART,
    ENGLISH,
    FINNISH,
    THAI,
    UNSEEN,
    families,
    sentences,
)

_keys, _listed, _heads = cache(keys), cache(listed_keys), cache(heads)


def finds(asked: str, word: str) -> bool:
    """Tell whether a word asked for finds another one, as the list of words does."""
    other, asked_for = folded(word), folded(asked)
    if other in same(asked_for) or not _keys(asked_for).isdisjoint(_listed(other)):
        return True
    return any(
        key.startswith(head) and is_compound(key, head)
        for head in _heads(asked_for)
        for key in _listed(other)
    )


def pairs(told: str) -> list[tuple[str, str]]:
    """Return every word or form with every form and compound that it must find."""
    found = []
    for word, forms in families(told).items():
        plain = [word, *(form for form in forms if not form.startswith("+"))]
        compounds = [form[1:].rpartition("-")[2] for form in forms if form.startswith("+")]
        found += [*permutations(plain, 2), *((one, other) for one in plain for other in compounds)]
    return found


@pytest.mark.parametrize(("told", "least"), [(FINNISH, 0.99), (UNSEEN, 0.96), (ENGLISH, 1.0)])
def test_forms_and_compounds_find_each_other(told: str, least: float) -> None:
    wanted = pairs(told)

    missed = [pair for pair in wanted if not finds(*pair)]

    assert len(wanted) >= 90
    assert 1 - len(missed) / len(wanted) >= least, missed


def test_hardly_anything_else_is_found() -> None:
    told = families(FINNISH + UNSEEN)
    of = {form.lstrip("+"): word for word, forms in told.items() for form in (word, *forms)}
    spaced = [form for form in of if "-" not in form]

    found = [(one, other) for one in spaced for other in spaced if finds(one, other)]
    wrong = [(one, other) for one, other in found if of[one] != of[other]]

    assert 1 - len(wrong) / len(found) >= 0.98, wrong


def test_thai_is_found_inside_every_sentence_and_in_no_other() -> None:
    told = sentences(THAI)
    texts = [text for some in told.values() for text in some]

    asked = {word: phrase_of(word, is_open=False) for word in told}
    found = {
        (word, text)
        for word, phrase in asked.items()
        for text in texts
        if phrase and follows(phrase.tokens, tuple(tokens_of((text,))))
    }

    assert len(texts) >= 60
    assert found == {(word, text) for word in told for text in texts if word in text}


def follows(run: tuple[str, ...], tokens: tuple[str, ...]) -> bool:
    """Tell whether tokens stand one after the other among others."""
    return any(tokens[at : at + len(run)] == run for at in range(len(tokens)))


def test_words_that_look_alike_are_kept_apart() -> None:
    mixed = [line for line in APART.split("\n") if line and finds(*line.split())]

    assert mixed == []


def test_texts_are_read_on_as_far_as_is_wanted() -> None:
    assert list(tokens_of(("Yksi kaksi", "kolme"), 2)) == ["yksi", "kaksi"]
    assert list(tokens_of(("บิล",))) == ["บิ", "ิล", "ล"]


def test_numbers_and_thai_have_no_forms() -> None:
    assert not any(map(is_word, ("2026", "b2", "ai", "ใบ", "x" * 41)))
    assert keys("2026") == heads("2026") == frozenset()
