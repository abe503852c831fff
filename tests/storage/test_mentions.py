"""Words that name a person are found and removed in every table, keys of lists with them."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.archive.document import Link
from app.domain.correspondence.notes import Note, NoteKind
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import NoteId
from app.storage.database import Database
from app.storage.mentions import FREE, KEYS
from app.storage.released import WORDS
from app.storage.types import metadata
from app.storage.unit import Unit
from tests.builders import a_contact
from tests.trade import LUMO

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
VALUES = ("Aino Kanerva", "+358 40 123")


def written(unit: Unit) -> None:
    unit.company.add(LUMO)
    about = Link("contact", 7)
    for number, text in enumerate(("Aino  KANERVA", "358-40-123", "aino kanerva_", "Aino")):
        unit.notes.add(Note(NoteId(number), 1, NoteKind.NOTE, text, "Maija", AT, about))
    unit.drafts.keep(FormDraft("note", 9, 1, {"a": [{"b": "To Aino Kanerva!"}]}, "Maija", AT))


def test_every_column_that_is_searched_is_there() -> None:
    for tables in (FREE, WORDS):
        for name, columns in tables.items():
            assert set(columns) <= set(metadata.tables[name].columns.keys())
    assert not FREE.keys() & WORDS.keys()
    keys = {column for columns in WORDS.values() for column in columns if column.endswith("_key")}
    assert keys <= KEYS.keys() | {"reference_key"}


def test_what_names_somebody_is_replaced_in_texts_and_in_json(database: Database) -> None:
    with database.write() as unit:
        written(unit)
        assert unit.mentions.count(VALUES, FREE) == 3

        touched = unit.mentions.remove(VALUES, "X", FREE)

        assert {0, 1} <= touched
        assert [unit.notes.get(NoteId(one)).text for one in range(4)] == [
            *("X", "X", "aino kanerva_", "Aino")
        ]
        (draft,) = unit.drafts.all()
        assert draft.body == {"a": [{"b": "To X!"}]}
        assert unit.mentions.count(VALUES, FREE) == 0
        assert unit.mentions.remove((), "X", FREE) == frozenset()


def test_what_others_are_known_by_is_not_looked_for(database: Database) -> None:
    with database.write() as unit:
        unit.company.add(LUMO)
        one = a_contact()
        unit.contacts.add(one, AT)

        told = (one.name, LUMO.name, "Aino Kanerva")
        assert unit.mentions.only_of("contact", one.id, told) == {one.name, "Aino Kanerva"}
        assert unit.mentions.only_of("contact", 99, told) == {"Aino Kanerva"}
