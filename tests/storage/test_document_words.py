"""The words of documents are listed once, and found by their forms, beginnings and spelling."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.storage.database import Database
from app.storage.document_words import MOST_LONGER, DocumentWords
from tests.storage.plans import statements_of

TOLD = "laskun laskut ostolaskujen lasta toimitusehdot ehtoja invoices vuokra vuokrasopimus 2026 ใบ"


@pytest.fixture
def words(database: Database) -> Iterator[DocumentWords]:
    with database.write() as unit:
        unit.document_index.words.add(TOLD.split())
        unit.document_index.words.add(TOLD.split())
        yield unit.document_index.words


@pytest.mark.parametrize(
    ("asked", "forms"),
    [
        ("lasku", {"laskun", "laskut", "ostolaskujen"}),
        ("laskujen", {"laskun", "laskut", "ostolaskujen"}),
        ("ehto", {"ehtoja", "toimitusehdot"}),
        ("ehdot", {"ehtoja", "toimitusehdot"}),
        ("invoice", {"invoices"}),
        ("2026", set()),
        ("puuttuu", set()),
    ],
)
def test_a_word_stands_for_its_forms_and_compounds(
    words: DocumentWords, asked: str, forms: set[str]
) -> None:
    assert set(words.forms(asked)) == forms


def test_a_beginning_stands_for_the_shortest_words_first(words: DocumentWords) -> None:
    assert words.begun("vuokr") == ("vuokra", "vuokrasopimus")
    assert words.begun("x") == ()


@pytest.mark.parametrize(
    ("misspelt", "right"),
    [("invoises", "invoices"), ("vuokea", "vuokra"), ("toimtusehdtt", "toimitusehdot")],
)
def test_a_misspelt_word_is_near_the_right_one(
    words: DocumentWords, misspelt: str, right: str
) -> None:
    assert words.near(misspelt)[0] == right


def test_any_number_of_words_is_listed_by_two_statements(database: Database) -> None:
    many = [
        f"sana{'abcdefghij'[n % 10]}{'abcdefghij'[n // 10 % 10]}{'xyz' * (n // 100)}"
        for n in range(900)
    ]
    with database.write() as unit:
        with statements_of(unit.connection) as first:
            unit.document_index.words.add(many)
        with statements_of(unit.connection) as again:
            unit.document_index.words.add(many)

        assert len(unit.document_index.words.begun("sanaa")) == MOST_LONGER
    assert (len(first), len(again)) == (2, 1)


def test_what_is_spelt_quite_otherwise_is_not_near(words: DocumentWords) -> None:
    assert words.near("kukkaruukku") == words.near("2027") == ()
