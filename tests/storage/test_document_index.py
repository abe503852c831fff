"""Documents are found by their words, the newest first, and forgotten when they are gone."""

from __future__ import annotations

from dataclasses import replace

from app.domain.archive.document import Document, Version, VersionKind
from app.domain.archive.indexed import Indexed
from app.domain.archive.record import Filing
from app.services.registering import begun
from app.storage.database import Database
from app.storage.unit import Unit
from tests.domain.archive.papers import AT


def kept(unit: Unit, title: str, *pages: str) -> Document:
    record = unit.archive.add(Filing(f"{title}.pdf", "application/pdf"), (b"x",), AT)
    one = begun(record, title)
    version = Version(1, record.id, VersionKind.ORIGINAL, AT, "Maija")
    unit.documents.add_all([(one, version, ())])
    unit.document_index.put(Indexed(one, pages=pages))
    return one


def found(unit: Unit, word: str) -> list[int]:
    asked = f'"{word}"' if unit.connection.dialect.name == "sqlite" else f"'{word}'"
    return list(unit.document_index.find(asked, 10))


def test_the_newest_document_that_holds_a_word_comes_first(database: Database) -> None:
    with database.write() as unit:
        first = kept(unit, "Sähkö", "maaliskuu")
        second = kept(unit, "Vuokra", "Maaliskuu 2026")

        assert found(unit, "maaliskuu") == [second.id, first.id]
        assert found(unit, "sahko") == [first.id]


def test_a_changed_document_keeps_its_place_and_a_removed_one_is_gone(database: Database) -> None:
    with database.write() as unit:
        first, second = kept(unit, "Sähkö"), kept(unit, "Sähkö")
        unit.document_index.put(Indexed(replace(first, note="kuitti"), pages=("sähkö",)))

        assert found(unit, "sahko") == [second.id, first.id]
        assert found(unit, "kuitti") == [first.id]

        unit.document_index.remove(first.id)
        assert found(unit, "sahko") == [second.id]


def test_a_text_of_any_length_is_found(database: Database) -> None:
    with database.write() as unit:
        one = kept(unit, "Kirja", "sana " * 20_000 + "loppu")

        assert found(unit, "loppu") == [one.id]
