"""The notes of a record stand in lines: days first, then the newest note."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.domain.correspondence.notes import FollowUp, Note, NoteKind
from app.domain.shared.ids import FollowUpId, NoteId
from app.ui.kit.remarks import day_text, note_text

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_a_follow_up_tells_its_day_person_and_purpose() -> None:
    text = day_text(FollowUp(FollowUpId(1), 1, date(2026, 3, 10), "Anna", "soita\nheti"))

    assert text.endswith("Anna   soita")


def test_a_note_tells_who_wrote_it_or_called() -> None:
    note = Note(NoteId(1), 1, NoteKind.NOTE, "Kysy", "Maija", AT)
    call = Note(NoteId(2), 1, NoteKind.PHONE, "Putki", "Maija", AT, caller="Matti", for_whom="Anna")

    assert note_text(note).endswith("Maija   Kysy")
    assert note_text(call).endswith("Phone call   Matti   → Anna   Putki")
