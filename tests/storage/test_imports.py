"""Imports are remembered: their runs, what they made, how their columns were read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.shared.ids import ImportId, new_id
from app.domain.shared.imports import ImportKind, ImportRun
from app.domain.shared.refusals import NotFound
from app.storage.database import Database
from app.storage.imports import Item

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def a_run(kind: ImportKind = ImportKind.CONTACTS) -> ImportRun:
    return ImportRun(
        ImportId(new_id()), kind, NOW, "Maija", "x.csv", "a" * 64, created=2, refused=1, twins=0
    )


def test_a_run_and_what_it_made_come_back(database: Database) -> None:
    run = a_run()
    with database.write() as unit:
        unit.imports.add(run, "nimi|maa", ("name", "country"))
        unit.imports.add_items(run.id, [Item(3, 12, "k3"), Item(2, 11, "k2")])

    with database.read() as unit:
        assert unit.imports.get(run.id) == run
        assert unit.imports.all() == (run,)
        assert unit.imports.records(run.id) == (11, 12)
        assert unit.imports.known(ImportKind.CONTACTS, ["k2", "k9"]) == {"k2": 11}
        assert unit.imports.known(ImportKind.PRODUCTS, ["k2"]) == {}


def test_columns_are_remembered_from_the_newest_run_of_the_kind(database: Database) -> None:
    with database.write() as unit:
        unit.imports.add(a_run(), "nimi|maa", ("name", ""))
        unit.imports.add(a_run(), "nimi|maa", ("name", "country"))

    with database.read() as unit:
        assert unit.imports.columns(ImportKind.CONTACTS, "nimi|maa") == ("name", "country")
        assert unit.imports.columns(ImportKind.PRODUCTS, "nimi|maa") == ()


def test_what_was_taken_back_is_not_known_any_more(database: Database) -> None:
    run = a_run()
    with database.write() as unit:
        unit.imports.add(run, "nimi", ("name",))
        unit.imports.add_items(run.id, [Item(2, 11, "k2")])
        unit.imports.take_back(run, replace(run, taken_back_at=NOW))

        noted = [change.record for change in unit.changes.noted]

    with database.read() as unit:
        assert unit.imports.get(run.id).taken_back_at == NOW
        assert unit.imports.known(ImportKind.CONTACTS, ["k2"]) == {}
        assert unit.imports.columns(ImportKind.CONTACTS, "nimi") == ("name",)
    assert noted == [f"import:{run.id}", f"import:{run.id}"]


def test_a_run_that_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as unit, pytest.raises(NotFound):
        unit.imports.get(ImportId(1))
