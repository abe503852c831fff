"""A catalogue keeps its records in the order they came in."""

from __future__ import annotations

from app.domain.correspondence.template import Snippet
from app.domain.shared.ids import SnippetId, new_id
from app.storage.database import Database


def test_records_stand_in_the_order_they_came_in(database: Database) -> None:
    snippets = [Snippet(SnippetId(new_id()), 1, shortcut) for shortcut in ("z", "a", "m")]
    with database.write() as unit:
        for snippet in snippets:
            unit.snippets.add(snippet)

        assert [one.shortcut for one in unit.snippets.all()] == ["z", "a", "m"]


def test_an_empty_catalogue_has_no_records(database: Database) -> None:
    with database.read() as unit:
        assert unit.templates.all() == ()
