"""A text is folded as search folds it, and each character knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.folding import all_folded, folding
from app.domain.shared.search import PIECE, folded

WESTERN = st.text(st.sampled_from([*"aAeé äÄöÖåßæ½…“”€-_1\n™ŠžÿÑ"]))
THAI = st.text(st.sampled_from([*"กขำนาํ้์๐ฯ aZ1-–“\n"]))


def pieces(text: str) -> list[str]:
    return [found.group() for found in PIECE.finditer(text)]


@given(st.one_of(WESTERN, THAI, st.text()))
def test_a_text_is_folded_as_each_of_its_characters_is(text: str) -> None:
    whole = folding(text)

    assert pieces(whole.plain) == pieces("".join(map(folded, text)))


@given(st.one_of(WESTERN, THAI, st.text()))
def test_every_character_knows_where_it_came_from(text: str) -> None:
    whole = folding(text)

    for at, char in enumerate(whole.plain):
        origin = text[whole.place(at)]
        assert not char.isalnum() or char in folded(origin)


@pytest.mark.parametrize("text", ["Sähkö", "น้ำ", "Straße №5", "ñ½"])
def test_every_letter_of_a_text_has_a_place(text: str) -> None:
    whole = folding(text)

    assert {whole.place(at) for at in range(len(whole.plain))} == set(range(len(text)))


@given(st.lists(st.text(), min_size=1))
def test_texts_folded_together_are_each_folded_alone(texts: list[str]) -> None:
    assert list(all_folded(texts)) == [folded(text) for text in texts]
