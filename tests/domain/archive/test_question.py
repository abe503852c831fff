"""Any text is a question; what is more than words is understood in every language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.fields import Field
from app.domain.archive.question import MOST_CLAUSES, Clause, Reader

READER = Reader(date(2026, 3, 10), {"huone": "room"})


def read(text: str) -> tuple[Clause, ...]:
    return READER.read(text + " ")


def test_words_phrases_and_what_may_not_be_are_told_apart() -> None:
    asked = read('vuokra "sähkö ja vesi" -luonnos -”kaksi sanaa”')

    assert [(one.words, one.is_phrase, one.is_wanted) for one in asked] == [
        ("vuokra", False, True),
        ("sähkö ja vesi", True, True),
        ("luonnos", False, False),
        ("kaksi sanaa", True, False),
    ]


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ("type:lasku", Field.TYPE, "lasku"),
        ("TYYPPI:lasku", Field.TYPE, "lasku"),
        ('lähettäjä:"Voima Oy"', Field.SENDER, "Voima Oy"),
        ("แท็ก:รถ", Field.TAG, "รถ"),
        ("viite=RF12", Field.REFERENCE, "RF12"),
        ("in:inbox", Field.STATE, "inbox"),
        ("on:sinetöity", Field.IS, "sinetöity"),
        ("huone:B2", Field.OWN, "B2"),
    ],
)
def test_fields_are_known_in_every_language(said: str, field: Field, words: str) -> None:
    (clause,) = read(said)

    assert (clause.field, clause.words) == (field, words)
    assert clause.own == ("room" if field is Field.OWN else "")


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("amount:100", 100_000, 100_000),
        ("summa:>1 234,50", 1_234_501, 9_999_999_999_999_999),
        ("ยอด<=20.5", 0, 20_500),
        ("amount:100..200", 100_000, 200_000),
        ("asn:5..", 5, 9_999_999_999),
        ("day:<2026-01-01", 0, 20_259_999),
        ("day:last month", 20_260_200, 20_260_299),
        ('day:"viime kuussa"', 20_260_200, 20_260_299),
        ("year:2569", 20_260_000, 20_269_999),
        ("vuosi:2024..2025", 20_240_000, 20_259_999),
        ("due:<=today", 0, 20_260_310),
    ],
)
def test_numbers_and_days_become_spans(said: str, low: int, high: int) -> None:
    (clause,) = read(said)

    assert (clause.low, clause.high) == (low, high)


def test_words_that_can_be_days_or_amounts_are_both() -> None:
    last_month, year, amount = read("viime kuussa 2025 1 234,50")

    assert last_month.days is not None
    assert last_month.words == "viime kuussa"
    assert year.days is not None
    assert (amount.amount, amount.days) == (1_234_500, None)


@pytest.mark.parametrize("said", ["foo:bar", "in:kitchen", "amount:abc", "day:someday", "is:red"])
def test_what_is_no_field_or_no_value_is_read_as_words(said: str) -> None:
    assert [one.field for one in read(said)] == [Field.ANY, Field.ANY]
    assert " ".join(one.words for one in read(said)) == said.replace(":", " ")


def test_only_an_unfinished_last_word_may_be_longer() -> None:
    assert [one.is_open for one in READER.read("vuokra las")] == [False, True]
    assert [one.is_open for one in READER.read("vuok* las ")] == [True, False]
    assert [one.is_open for one in READER.read("vuokra -las")] == [False, False]


@given(st.text(max_size=200) | st.text('-:"<>=.*“ aä1..', max_size=60))
def test_no_text_makes_a_question_fail(text: str) -> None:
    assert len(READER.read(text)) <= MOST_CLAUSES
