"""Forms of Finnish words share a base, through endings, gradation and the plural."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.finnish import bases, heads, level


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("laskujen", "lasku"),
        ("laskullemme", "lasku"),
        ("laskukin", "lasku"),
        ("ehdot", "ehto"),
        ("hintojen", "hinta"),
        ("osoitteeseen", "osoite"),
        ("sopimusten", "sopimus"),
        ("asiakkaiden", "asiakas"),
        ("tyontekijoita", "tyontekija"),
        ("vuotta", "vuosi"),
        ("mahdollisuuksia", "mahdollisuus"),
        ("luvun", "luku"),
        ("tyoajan", "tyoaika"),
        ("yleisten", "yleinen"),
        ("toissa", "tyo"),
    ],
)
def test_a_form_has_its_base(form: str, base: str) -> None:
    assert level(base) in bases(form)


def test_gradation_is_levelled_before_the_last_vowels() -> None:
    grades = ("kauppa", "kaupa"), ("hinta", "hinna"), ("ehto", "ehdo"), ("tapa", "tava")

    assert all(level(strong) == level(weak) for strong, weak in grades)
    assert level("xyz") == level("xyz")


def test_a_case_is_no_head_of_a_compound() -> None:
    assert "uuten" not in heads("uuden")
    assert "lasku" in heads("lasku")


@given(st.text("aeioulkstnmrp", max_size=30))
def test_every_word_is_a_form_of_itself(word: str) -> None:
    assert level(word) in bases(word)
