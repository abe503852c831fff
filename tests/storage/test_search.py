"""Everything with a name, a number or an amount is found, the newest first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.shared.money import Money
from app.domain.shared.search import SearchItem, question
from app.storage.database import Database
from tests.chances import few

DAY = date(2026, 3, 10)
CAFE = SearchItem("contact", 1, "Kahvila Äämu Oy", "Tampere", "FI12345671 aamu@example.com")
BILL = SearchItem(
    "invoice", 2, "INV-2026-00001", "Kahvila Äämu Oy", amounts=(Money(68656, "EUR"),), day=DAY
)
THAI = SearchItem("product", 3, "กาแฟคั่วบด", "250 g", "ใบกำกับภาษีอย่างย่อ")


@pytest.fixture(autouse=True)
def known(database: Database) -> None:
    with database.write() as unit:
        unit.search.put_many((CAFE, BILL, THAI))


def found(database: Database, words: str, *kinds: str) -> list[int]:
    with database.read() as unit:
        return [hit.entity_id for hit in unit.search.find(words, 20, kinds)]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("kahvila", [2, 1]),
        ("KAHVILA aam", [2, 1]),
        ("aamu tampere", [1]),
        ("kahv aamu", []),
        ("686,56", [2]),
        ("686.56", [2]),
        ("inv 686,56", [2]),
        ("inv 686,57", []),
        ("INV-2026-00001", [2]),
        ("inv-2026-000", [2]),
        ("2026-00002", []),
        ("example.com", [1]),
        ("ภาษี", [3]),
        ("ใบกำกับภาษี", [3]),
        ("ก", [3]),
        ("กาแฟ 250", [3]),
        ("แกาฟ", []),
        ("", []),
        ('"', []),
    ],
)
def test_words_find_what_they_should(database: Database, words: str, ids: list[int]) -> None:
    assert found(database, words) == ids


def test_a_kind_can_be_asked_for(database: Database) -> None:
    assert found(database, "kahvila", "contact") == [1]
    assert found(database, "kahvila", "contact", "invoice") == [2, 1]
    assert found(database, "kahvila", "document") == []


def test_a_changed_record_is_found_by_its_new_words_only(database: Database) -> None:
    with database.write() as unit:
        unit.search.put(SearchItem("contact", 1, "Kahvila Ilta Oy"))

    assert found(database, "ilta") == [1]
    assert found(database, "tampere") == []


def test_a_removed_record_is_not_found(database: Database) -> None:
    with database.write() as unit:
        unit.search.remove("contact", 1)
        unit.search.remove("contact", 99)

    assert found(database, "kahvila") == [2]


def test_the_newest_come_first_and_reading_stops_at_the_limit(database: Database) -> None:
    days = [DAY + timedelta(days=number % 7) for number in range(50)]
    with database.write() as unit:
        unit.search.put_many(
            SearchItem("invoice", 100 + number, f"N{number}", "Lumo", day=day)
            for number, day in enumerate(days)
        )

    with database.read() as unit:
        hits = unit.search.find("lumo", 20)

    assert [hit.day for hit in hits] == sorted(days, reverse=True)[:20]


def test_a_hit_shows_what_was_put(database: Database) -> None:
    with database.read() as unit:
        (hit,) = unit.search.find("686,56", 5)

    assert (hit.kind, hit.title, hit.detail, hit.day) == (
        "invoice",
        "INV-2026-00001",
        "Kahvila Äämu Oy",
        DAY,
    )


TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=few(60))
@given(words=st.text())
def test_no_question_raises(database: Database, words: str) -> None:
    found(database, words)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=few(40))
@given(title=TEXT)
def test_any_text_is_found_by_itself(database: Database, title: str) -> None:
    with database.write() as unit:
        unit.search.put(SearchItem("document", 9, title))

    assert 9 in found(database, title) or not question(title)


def test_a_pasted_page_is_a_question_too(database: Database) -> None:
    assert found(database, "kahvila " * 5000) == [2, 1]
    assert found(database, "ก" * 5000) == []


def test_all_ids_of_a_kind_are_given_whatever_their_number(database: Database) -> None:
    many = tuple(
        SearchItem("invoice", place, f"Lumo {place}", day=date(2026, 1, 1))
        for place in range(1, 40)
    )
    with database.write() as unit:
        unit.search.put_many((*many, SearchItem("contact", 99, "Lumo Oy")))

        assert sorted(unit.search.ids("lumo", "invoice")) == list(range(1, 40))
        assert list(unit.search.ids("lumo 7", "contact")) == []
        assert list(unit.search.ids(" ", "invoice")) == []


def test_a_record_of_the_last_day_of_the_calendar_is_found(database: Database) -> None:
    with database.write() as unit:
        unit.search.put(SearchItem("invoice", 1, "Huilu", day=date.max))
        unit.search.put(SearchItem("invoice", 2, "Huilu", day=date(2026, 3, 10)))

        assert [one.entity_id for one in unit.search.find("huilu", 2**63 - 1)] == [1, 2]
        assert unit.search.find("huilu", -1) == ()
