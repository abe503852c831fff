"""Notes and follow-ups: what may be written down, and when it is brought up again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.correspondence.notes import (
    LONGEST_NOTE,
    FollowUp,
    FollowUpForm,
    Note,
    NoteKind,
    PhoneForm,
    Pressing,
    check_call,
    check_follow_up,
    check_text,
    findable_note,
    pressing,
)
from app.domain.shared.ids import FollowUpId, NoteId

DAY = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


@given(st.integers(-400, 400))
def test_what_is_open_is_overdue_today_or_later(days: int) -> None:
    one = FollowUp(FollowUpId(1), 1, DAY + timedelta(days), "Maija")

    found = pressing(one, DAY)

    assert (found is Pressing.OVERDUE) == (days < 0)
    assert (found is Pressing.TODAY) == (days == 0)
    assert (found is Pressing.LATER) == (days > 0)


def test_what_is_done_presses_nobody() -> None:
    one = FollowUp(FollowUpId(1), 1, DAY, "Maija", done_on=DAY)

    assert pressing(one, DAY + timedelta(9)) is Pressing.DONE


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Soitti takaisin", ()),
        ("", ("notes.without-text",)),
        ("x" * (LONGEST_NOTE + 1), ("notes.too-long",)),
    ],
)
def test_a_note_says_something_of_some_length(text: str, codes: tuple[str, ...]) -> None:
    assert tuple(one.code for one in check_text(text)) == codes


def test_a_call_has_somebody_who_called() -> None:
    assert [one.code for one in check_call(PhoneForm(""), DAY)] == ["notes.without-caller"]
    assert check_call(PhoneForm("", phone="+358 40 123"), DAY) == ()


def test_a_day_that_is_gone_is_only_warned_of() -> None:
    before = DAY - timedelta(1)
    found = (
        *check_call(PhoneForm("Matti", call_on=before), DAY),
        *check_follow_up(FollowUpForm(before), DAY),
    )

    assert [(one.code, one.is_warning) for one in found] == [("notes.day-gone", True)] * 2


def test_forms_are_kept_tidy() -> None:
    call = PhoneForm(" Matti\n", " putki \n vuotaa\n").tidied()
    follow_up = FollowUpForm(DAY, " Anna ", "\nsoita\n").tidied()

    assert (call.caller, call.text) == ("Matti", "putki\nvuotaa")
    assert (follow_up.who, follow_up.text) == ("Anna", "soita")


def test_a_call_is_found_by_its_caller_and_a_note_by_its_first_line() -> None:
    call = Note(NoteId(1), 1, NoteKind.PHONE, "Putki\nvuotaa", "Maija", AT, caller="Matti")
    note = Note(NoteId(2), 1, NoteKind.NOTE, "Putki\nvuotaa", "Maija", AT)

    assert (findable_note(call).title, findable_note(call).detail) == ("Matti", "Putki")
    assert (findable_note(note).title, findable_note(note).detail) == ("Putki", "")
