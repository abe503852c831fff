from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lang.sorting import sort_key


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ["Zeppelin", "Ålund", "Äänekoski", "Öhman"]),
        ("fi", ["Vallila", "Warma", "Virta", "Wirtanen", "Vuori"]),
        ("fi", ["Élan", "Elanto", "Tšekki", "Öljy"]),
        ("fi", ["Tuote 2", "Tuote 9", "tuote 10", "Tuote 10 A", "Tuote 100"]),
        ("fi", ["A-B", "A B C", "AB"]),
        ("sv", ["Vik", "Vux", "Wall", "Zorn", "Åberg", "Älg", "Öberg"]),
        ("de", ["Apfel", "Äpfel", "Arzt", "Straße", "Strasser", "Zoll"]),
        ("en", ["Apple", "apple", "Éclair", "Zoo"]),
        ("th", ["กา", "กาง", "เก่า", "แก้ว", "แกะ", "ไก่", "ขา", "ตา", "โต"]),
        ("th", ["เขา", "เข้า", "เขิน"]),
        ("th", ["Zeta", "กขค"]),
    ],
)
def test_words_stand_as_in_the_dictionary(language: str, words: list[str]) -> None:
    shuffled = [*words[1::2], *words[::2]]

    assert sorted(shuffled, key=lambda word: sort_key(word, language)) == words


@given(st.text(max_size=40), st.sampled_from(["en", "fi", "th", "de", "sv"]))
def test_every_text_has_a_key_and_different_texts_differ(text: str, language: str) -> None:
    assert sort_key(text, language) != sort_key(f"{text}a", language)


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_sort_by_value(left: int, right: int) -> None:
    assert (sort_key(f"Lot {left}", "fi") < sort_key(f"Lot {right}", "fi")) == (left < right)
