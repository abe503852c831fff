"""Documents are found by their words, the newest first, and forgotten when they are gone."""

from __future__ import annotations

from dataclasses import replace

from app.domain.archive.document import Document, Version, VersionKind
from app.domain.archive.indexed import Indexed
from app.domain.archive.matching import AllOf, AnyOf, Match, Part, Run
from app.domain.archive.record import Filing
from app.services.registering import begun
from app.storage.database import Database
from app.storage.unit import Unit
from tests.databases import on_sqlite
from tests.domain.archive.papers import AT
from tests.storage.plans import plans_of


def kept(unit: Unit, title: str, *pages: str) -> Document:
    record = unit.archive.add(Filing(f"{title}.pdf", "application/pdf"), (b"x",), AT)
    one = begun(record, title)
    version = Version(1, record.id, VersionKind.ORIGINAL, AT, "Maija")
    unit.documents.add_all([(one, version, ())])
    unit.document_index.put(Indexed(one, pages=pages))
    return one


def run(*words: str, part: Part | None = None, is_open: bool = False) -> Run:
    return Run(words, part, is_open)


def found(unit: Unit, asked: Match, most: int = 10) -> list[int]:
    index = unit.document_index
    return list(index.documents(index.newest(asked, most)))


def test_the_newest_document_that_holds_a_word_comes_first(database: Database) -> None:
    with database.write() as unit:
        first = kept(unit, "Sähkö", "maaliskuu")
        second = kept(unit, "Vuokra", "Maaliskuu 2026")

        assert found(unit, run("maaliskuu")) == [second.id, first.id]
        assert found(unit, run("sahko")) == [first.id]


def test_a_changed_document_keeps_its_place_and_a_removed_one_is_gone(database: Database) -> None:
    with database.write() as unit:
        first, second = kept(unit, "Sähkö"), kept(unit, "Sähkö")
        unit.document_index.put(Indexed(replace(first, note="kuitti"), pages=("sähkö",)))

        assert found(unit, run("sahko")) == [second.id, first.id]
        assert found(unit, run("kuitti")) == [first.id]

        unit.document_index.remove(first.id)
        assert found(unit, run("sahko")) == [second.id]


def test_a_text_of_any_length_is_found(database: Database) -> None:
    with database.write() as unit:
        one = kept(unit, "Kirja", "sana " * 20_000 + "loppu")

        assert found(unit, run("loppu")) == [one.id]


def test_parts_phrases_beginnings_and_exceptions_are_told_apart(database: Database) -> None:
    with database.write() as unit:
        one = kept(unit, "Sähkö ja vesi", "vesi ja sähkö")
        two = kept(unit, "Vesi", "sähkölasku 2026")

        assert found(unit, run("sahko", part=Part.TITLE)) == [one.id]
        assert found(unit, run("sahko", "ja", "vesi")) == [one.id]
        assert found(unit, run("202", is_open=True)) == [two.id]
        assert found(unit, AnyOf((run("ja"), run("2026")))) == [two.id, one.id]
        assert found(unit, AllOf((run("vesi"),), (run("sahkolasku"),))) == [one.id]
        assert found(unit, AllOf((), (run("sahkolasku"),))) == [one.id]
        assert found(unit, AllOf(())) == [two.id, one.id]
        assert found(unit, AnyOf(())) == []


def test_what_answers_is_counted_as_far_as_is_wanted(database: Database) -> None:
    with database.write() as unit:
        documents = [kept(unit, f"Lasku {number}") for number in range(5)]
        index, asked = unit.document_index, run("lasku")

        assert (index.count(asked, 3), index.count(asked, 10)) == (3, 5)
        assert {one.year for one in index.cards(index.newest(asked, 4))} == {AT.year}
        assert [one.title for one in index.cards(index.newest(asked, 1))] == ["Lasku 4"]
        assert sorted(index.all(asked)) == sorted(one.id for one in documents)
        lowest = index.newest(asked, 2)[-1]
        assert len(index.newest(asked, 10, lowest)) == 2


def test_the_words_of_a_document_are_listed(database: Database) -> None:
    with database.write() as unit:
        kept(unit, "Laskut", "vuokrasopimus")

        assert unit.document_index.words.forms("lasku") == ("laskut",)


@on_sqlite
def test_a_question_reads_the_newest_and_stops(database: Database) -> None:
    with database.write() as unit:
        for number in range(20):
            kept(unit, f"Lasku {number}")
        with plans_of(unit.connection) as plans:
            places = unit.document_index.newest(run("lasku"), 2)
            unit.document_index.cards(places)

    plan = " ".join(plans)
    assert "SEARCH document_entry USING INTEGER PRIMARY KEY" in plan
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan
