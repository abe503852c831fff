"""The tables of notes and follow-ups have every field of what they keep."""

from __future__ import annotations

from dataclasses import fields

from app.domain.correspondence.notes import FollowUp, Note
from app.storage.note_tables import follow_up, note

ABOUT = {"about_kind", "about_id"}


def test_every_field_has_its_column() -> None:
    for kind, table in ((Note, note), (FollowUp, follow_up)):
        named = {field.name for field in fields(kind)} - {"about"}

        assert set(table.c.keys()) == named | ABOUT
