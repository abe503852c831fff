"""What somebody typed is kept until it is saved or given up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from app.domain.shared.drafts import FormDraft
from app.storage.database import Database

TYPED = FormDraft(
    form="invoice",
    entity=7,
    base_version=3,
    body={"note": "Kiitos!", "lines": [{"quantity": "2"}]},
    who="Anna",
    at=datetime(2026, 3, 10, 12, tzinfo=UTC),
)


def test_a_draft_comes_back_as_it_was_typed(database: Database) -> None:
    with database.write() as unit:
        unit.drafts.keep(TYPED)

    with database.read() as unit:
        assert unit.drafts.kept("invoice", 7) == TYPED
        assert unit.drafts.kept("contact", 7) is None


def test_a_newer_draft_takes_the_place_of_the_older(database: Database) -> None:
    newer = replace(TYPED, body={"note": "Kiitos!!"}, at=TYPED.at.replace(minute=1))

    with database.write() as unit:
        unit.drafts.keep(TYPED)
        unit.drafts.keep(newer)

    with database.read() as unit:
        assert unit.drafts.all() == (newer,)


def test_a_dropped_draft_is_gone(database: Database) -> None:
    other = replace(TYPED, entity=8)
    with database.write() as unit:
        unit.drafts.keep(TYPED)
        unit.drafts.keep(other)

    with database.write() as unit:
        unit.drafts.drop("invoice", 7)

    with database.read() as unit:
        assert unit.drafts.all() == (other,)
