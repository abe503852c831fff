"""Notes: what is remarked, handed over or said on the telephone, kept where it belongs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.archive.document import Link
from app.domain.correspondence.letter import INCOMING
from app.domain.correspondence.notes import (
    NOTE,
    WITHOUT_PERSON,
    FollowUp,
    FollowUpForm,
    Note,
    NoteKind,
    PhoneForm,
    check_call,
    check_text,
    findable_note,
    first_line,
)
from app.domain.shared.ids import LetterId, NoteId, new_id
from app.domain.shared.lines import one_line, some_lines
from app.domain.shared.refusals import Conflict
from app.services import letters_in
from app.services.follow_ups import Diary
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.subjects import HIDDEN, Subjects


@dataclass(frozen=True, slots=True)
class SeenNote:
    """A note as it is looked at: what it is about, and what follows from it."""

    note: Note
    subject: str
    follow_ups: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A note that was written down, and the follow-up that it made, if it made one."""

    note: Note
    follow_up: FollowUp | None = None


@query(Permission.LETTERS_READ)
def of(desk: Desk, source: str) -> tuple[Note, ...]:
    """Return the notes about a record (``letter-in:123``), the newest first; raises NotFound."""
    return desk.store.notes.of(Subjects(desk).require(source))


@query(Permission.LETTERS_READ)
def seen(desk: Desk, note_id: NoteId) -> SeenNote:
    """Return a note with what it is about; raises NotFound."""
    note = _visible(desk, note_id)
    names = Subjects(desk).names((note.about,))
    subject = names.get(note.about, "") if note.about else ""
    return SeenNote(note, subject, desk.store.follow_ups.of_note(note_id))


@command(Permission.LETTERS_DRAFT)
def add(desk: Desk, source: str, text: str, note_id: NoteId | None = None) -> Note:
    """Write a note about a record (``letter-in:123``); raises Invalid, NotFound."""
    about = Subjects(desk).require(source)
    return _added(desk, NoteKind.NOTE, some_lines(text), about=about, note_id=note_id)


@command(Permission.LETTERS_DRAFT)
def change(desk: Desk, note_id: NoteId, version: int, text: str) -> Note:
    """Write a note in other words; raises Invalid, NotFound, Conflict."""
    before = _visible(desk, note_id)
    if before.version != version:
        raise Conflict(record=NOTE, id=note_id)
    words = some_lines(text)
    if before.kind is not NoteKind.PHONE or words:
        require_right(check_text(words))
    after = replace(before, version=version + 1, text=words)
    desk.store.notes.save(before, after)
    _make_findable(desk, after)
    return after


@command(Permission.LETTERS_DRAFT)
def remove(desk: Desk, note_id: NoteId, version: int) -> Note:
    """Take a note away, with the follow-ups that it made; the audit keeps its words.

    Raises NotFound, Conflict.
    """
    old = _visible(desk, note_id)
    if old.version != version:
        raise Conflict(record=NOTE, id=note_id)
    for one in desk.store.follow_ups.of_note(note_id):
        desk.store.follow_ups.remove(one)
    desk.store.notes.remove(old)
    desk.store.search.remove(NOTE, note_id)
    return old


@command(Permission.LETTERS_DRAFT)
def phone(desk: Desk, form: PhoneForm) -> Kept:
    """Keep what was said on the telephone; a day to call back on makes it a task.

    The task is for whom the call was, else for who took it. Raises Invalid, NotFound.
    """
    call = form.tidied()
    require_right(check_call(call, desk.today))
    about = Subjects(desk).require(call.about) if call.about else None
    note = _added(desk, NoteKind.PHONE, call.text, about=about, call=call)
    on = call.call_on or (desk.today if call.for_whom else None)
    return Kept(note, _brought_up(desk, note, on, call.for_whom))


@command(Permission.LETTERS_REGISTER)
def hand_over(desk: Desk, source: str, who: str, text: str = "", on: date | None = None) -> Kept:
    """Put a letter into somebody's hands with a note, and bring it up before them on a day.

    Without a day they see it today. A registered letter names them as responsible from now on.
    Raises Invalid without a person, NotFound, IllegalTransition for a letter not yet registered.
    """
    person = one_line(who)
    if not person:
        require_right((WITHOUT_PERSON.at("who"),))
    about = Subjects(desk).require(source)
    if about.kind == INCOMING:
        letters_in.assign(desk, LetterId(about.record_id), person)
    note = _added(desk, NoteKind.HAND_OVER, some_lines(text), about=about, for_whom=person)
    return Kept(note, _brought_up(desk, note, on or desk.today, person))


def _brought_up(desk: Desk, note: Note, on: date | None, who: str) -> FollowUp | None:
    if on is None:
        return None
    words = " · ".join(filter(None, (note.caller, note.phone, first_line(note.text))))
    form = FollowUpForm(on, who, words)
    return Diary(desk).write(note.about, form, note_id=note.id)


def _visible(desk: Desk, note_id: NoteId) -> Note:
    """Return a note whose record the asker may see; raises NotFound."""
    found = desk.store.notes.get(note_id)
    if found.about is not None and found.about.kind in HIDDEN:
        Subjects(desk).require(found.about.source)
    return found


def _added(  # noqa: PLR0913  what a note is made of, by name
    desk: Desk,
    kind: NoteKind,
    text: str,
    *,
    about: Link | None,
    call: PhoneForm | None = None,
    for_whom: str = "",
    note_id: NoteId | None = None,
) -> Note:
    if kind is NoteKind.NOTE:
        require_right(check_text(text))
    new = Note(
        id=note_id or NoteId(new_id()),
        version=1,
        kind=kind,
        text=text,
        written_by=desk.who.name,
        written_at=desk.now,
        about=about,
        caller=call.caller if call else "",
        phone=call.phone if call else "",
        for_whom=call.for_whom if call else for_whom,
    )
    desk.store.notes.add(new)
    _make_findable(desk, new)
    return new


def _make_findable(desk: Desk, note: Note) -> None:
    if note.about is None or note.about.kind not in HIDDEN:
        desk.store.search.put(findable_note(note))
