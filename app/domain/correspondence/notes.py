"""Notes about a record for those in the office, and the days on which it is brought up again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from app.domain.archive.document import Link
from app.domain.shared.ids import FollowUpId, NoteId
from app.domain.shared.lines import one_line, some_lines
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.search import SearchItem

NOTE = "note"
LONGEST_NOTE = 20_000

WITHOUT_TEXT = Rule("notes.without-text")
TOO_LONG = Rule("notes.too-long", "most")
WITHOUT_CALLER = Rule("notes.without-caller")
WITHOUT_PERSON = Rule("notes.without-person")
DAY_GONE = Rule("notes.day-gone", "day", is_warning=True)


class NoteKind(Enum):
    """What a note is: a remark, a hand-over to somebody, or what was said on the telephone."""

    NOTE = "note"
    HAND_OVER = "hand-over"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote down; ``about`` is a record, or none for a caller nobody knows."""

    id: NoteId
    version: int
    kind: NoteKind
    text: str
    written_by: str
    written_at: datetime
    about: Link | None = None
    caller: str = ""
    phone: str = ""
    for_whom: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """That a record is to be brought up again on a day, before whom and what for."""

    id: FollowUpId
    version: int
    on: date
    who: str
    text: str = ""
    about: Link | None = None
    note_id: NoteId | None = None
    done_on: date | None = None

    @property
    def is_open(self) -> bool:
        return self.done_on is None


class Pressing(Enum):
    """When a follow-up is to be looked at, seen from a day."""

    OVERDUE = "overdue"
    TODAY = "today"
    LATER = "later"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class FollowUpForm:
    """The editable part of a follow-up; who it is for is by default who writes it."""

    on: date
    who: str = ""
    text: str = ""

    def tidied(self) -> FollowUpForm:
        """Return the form as it is kept."""
        return replace(self, who=one_line(self.who), text=some_lines(self.text))


@dataclass(frozen=True, slots=True)
class PhoneForm:
    """What is written down of a call; a day to call back on makes it a task.

    ``about`` is the record the call was about (``contact:123``), or empty.
    """

    caller: str
    text: str = ""
    phone: str = ""
    about: str = ""
    for_whom: str = ""
    call_on: date | None = None

    def tidied(self) -> PhoneForm:
        """Return the form as it is kept."""
        return replace(
            self,
            caller=one_line(self.caller),
            text=some_lines(self.text),
            phone=one_line(self.phone),
            for_whom=one_line(self.for_whom),
        )


def check_text(text: str) -> tuple[Problem, ...]:
    """Return what is wrong with the words of a note."""
    if not text:
        return (WITHOUT_TEXT.at("text"),)
    if len(text) > LONGEST_NOTE:
        return (TOO_LONG.at("text", most=LONGEST_NOTE),)
    return ()


def check_call(form: PhoneForm, today: date) -> tuple[Problem, ...]:
    """Return every problem of what is written down of a call."""
    return tuple(_call_problems(form, today))


def _call_problems(form: PhoneForm, today: date) -> Iterator[Problem]:
    if not form.caller and not form.phone:
        yield WITHOUT_CALLER.at("caller")
    if len(form.text) > LONGEST_NOTE:
        yield TOO_LONG.at("text", most=LONGEST_NOTE)
    if form.call_on is not None and form.call_on < today:
        yield DAY_GONE.at("call_on", day=form.call_on)


def check_follow_up(form: FollowUpForm, today: date) -> tuple[Problem, ...]:
    """Return every problem of a follow-up; a day that is gone is only warned of."""
    gone = (DAY_GONE.at("on", day=form.on),) if form.on < today else ()
    long = (TOO_LONG.at("text", most=LONGEST_NOTE),) if len(form.text) > LONGEST_NOTE else ()
    return (*gone, *long)


def pressing(one: FollowUp, today: date) -> Pressing:
    """Return when a follow-up is to be looked at."""
    if not one.is_open:
        return Pressing.DONE
    if one.on < today:
        return Pressing.OVERDUE
    return Pressing.TODAY if one.on == today else Pressing.LATER


def first_line(text: str) -> str:
    """Return the first line of a text."""
    return text.partition("\n")[0]


def findable_note(note: Note) -> SearchItem:
    """Return a note as the search knows it: by who called, else by its first line."""
    line = first_line(note.text)
    return SearchItem(
        kind=NOTE,
        entity_id=note.id,
        title=note.caller or note.phone or line,
        detail=line if note.caller or note.phone else "",
        words=" ".join(filter(None, (note.phone, note.for_whom, note.text))),
        day=note.written_at.date(),
    )
