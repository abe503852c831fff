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
        assert unit.drafts.kept("invoice", 7, "Anna") == TYPED
        assert unit.drafts.kept("contact", 7, "Anna") is None


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
        unit.drafts.drop("invoice", 7, "Anna")

    with database.read() as unit:
        assert unit.drafts.all() == (other,)


def test_two_people_who_type_of_one_record_take_nothing_from_each_other(database: Database) -> None:
    begun = TYPED.at.replace(hour=9)
    theirs = replace(TYPED, who="Boon", body={"note": "Tack!"}, since=begun)
    mine = replace(TYPED, since=TYPED.at)
    with database.write() as unit:
        unit.drafts.keep(mine)
        unit.drafts.keep(theirs)

    with database.read() as unit:
        assert unit.drafts.of("invoice", 7) == (theirs, mine)
        assert unit.drafts.all("Boon") == (theirs,)
    with database.write() as unit:
        unit.drafts.drop("invoice", 7, "Anna")
    with database.read() as unit:
        assert unit.drafts.all() == (theirs,)


def test_of_a_record_that_is_gone_nobody_keeps_a_draft(database: Database) -> None:
    other = replace(TYPED, entity=8)
    with database.write() as unit:
        for one in (TYPED, replace(TYPED, who="Boon"), other):
            unit.drafts.keep(one)

    with database.write() as unit:
        unit.drafts.drop_all("invoice", 7)

    with database.read() as unit:
        assert unit.drafts.all() == (other,)


def test_of_who_is_gone_and_of_what_was_erased_no_draft_stays(database: Database) -> None:
    theirs = replace(TYPED, who="Boon", entity=8)
    dialog = replace(TYPED, form="kit.note-dialog")
    other = replace(TYPED, entity=9)
    with database.write() as unit:
        for one in (TYPED, theirs, dialog, other):
            unit.drafts.keep(one)

        assert unit.drafts.drop_of("Boon") == 1
        unit.drafts.drop_about(7)

        assert unit.drafts.all() == (other,)
