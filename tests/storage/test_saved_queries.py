"""Folders are kept whole, in their order, and changed only as they were read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.archive.document import DocumentState
from app.domain.archive.row import DocumentSort, Wanted
from app.domain.archive.saved import SavedForm, SavedQuery
from app.domain.shared.ids import SavedQueryId, TagId, new_id
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database

WANTED = Wanted(states=(DocumentState.INBOX,), tag_ids=(TagId(4),), since=date(2026, 1, 1))


def a_folder(name: str, position: int = 0) -> SavedQuery:
    form = SavedForm(name, "lasku", WANTED, DocumentSort.DAY, is_descending=False)
    return SavedQuery(SavedQueryId(new_id()), 1, position, form)


def test_a_folder_comes_back_as_it_was_kept(database: Database) -> None:
    one, two = a_folder("b", 1), a_folder("a")
    with database.write() as unit:
        for folder in (one, two):
            unit.saved_queries.add(folder)

    with database.read() as unit:
        assert unit.saved_queries.all() == (two, one)
        assert unit.saved_queries.get(one.id) == one
        with pytest.raises(NotFound):
            unit.saved_queries.get(SavedQueryId(1))


def test_a_folder_is_changed_only_as_it_was_read(database: Database) -> None:
    one = a_folder("a")
    changed = replace(one, version=2, form=replace(one.form, name="b"))
    with database.write() as unit:
        unit.saved_queries.add(one)
        unit.saved_queries.save(one, changed)

        with pytest.raises(Conflict):
            unit.saved_queries.save(one, changed)
        assert unit.saved_queries.all() == (changed,)


def test_folders_are_arranged_and_removed(database: Database) -> None:
    one, two = a_folder("a"), a_folder("b", 1)
    with database.write() as unit:
        for folder in (one, two):
            unit.saved_queries.add(folder)
        unit.saved_queries.arrange([two.id, one.id])

        assert [folder.id for folder in unit.saved_queries.all()] == [two.id, one.id]

        unit.saved_queries.remove(two)
        assert [folder.id for folder in unit.saved_queries.all()] == [one.id]
