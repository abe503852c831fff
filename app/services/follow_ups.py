"""Follow-ups: records that are brought up again on a day, so that nothing is forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.archive.document import Link
from app.domain.correspondence.notes import (
    FollowUp,
    FollowUpForm,
    Pressing,
    check_follow_up,
    pressing,
)
from app.domain.shared.ids import FollowUpId, NoteId, new_id
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.subjects import Subjects


@dataclass(frozen=True, slots=True)
class Task:
    """A follow-up as a list shows it: what it is about, and how pressing it is."""

    follow_up: FollowUp
    subject: str
    pressing: Pressing


@query(Permission.LETTERS_READ)
def waiting(desk: Desk, who: str = "") -> tuple[Task, ...]:
    """Return what is open for somebody, or for all, by its day: overdue, today and later."""
    return _tasks(desk, desk.store.follow_ups.waiting(who))


@query(Permission.LETTERS_READ)
def due(desk: Desk, who: str = "") -> tuple[Task, ...]:
    """Return what somebody, or anybody, is to look at today, the longest due first."""
    return _tasks(desk, desk.store.follow_ups.waiting(who, desk.today))


@query(Permission.LETTERS_READ)
def done_lately(desk: Desk, who: str = "") -> tuple[Task, ...]:
    """Return what was done, the newest first."""
    return _tasks(desk, desk.store.follow_ups.done(who))


@query(Permission.LETTERS_READ)
def count(desk: Desk, who: str = "") -> int:
    """Return how much somebody, or anybody, is to look at today."""
    return desk.store.follow_ups.count(who, desk.today)


@query(Permission.LETTERS_READ)
def people(desk: Desk) -> tuple[str, ...]:
    """Return for whom anything is open, and who asks."""
    return tuple(sorted({*desk.store.follow_ups.people(), desk.who.name}))


@query(Permission.LETTERS_READ)
def of(desk: Desk, source: str) -> tuple[FollowUp, ...]:
    """Return the follow-ups of a record (``letter-in:123``), open ones first; raises NotFound."""
    return desk.store.follow_ups.of(Subjects(desk).require(source))


@command(Permission.LETTERS_DRAFT)
def add(
    desk: Desk, source: str, form: FollowUpForm, follow_up_id: FollowUpId | None = None
) -> FollowUp:
    """Bring a record up again on a day, before whoever adds it unless it says whom.

    Raises Invalid, NotFound.
    """
    about = Subjects(desk).require(source)
    return Diary(desk).write(about, form, follow_up_id=follow_up_id)


@command(Permission.LETTERS_DRAFT)
def change(desk: Desk, follow_up_id: FollowUpId, version: int, form: FollowUpForm) -> FollowUp:
    """Bring a record up on another day, before somebody else, or for something else.

    Raises Invalid, NotFound, Conflict.
    """
    before = _current(desk, follow_up_id, version)
    kept = form.tidied()
    require_right(check_follow_up(kept, desk.today))
    who = kept.who or before.who
    return _saved(desk, before, replace(before, on=kept.on, who=who, text=kept.text))


@command(Permission.LETTERS_DRAFT)
def done(desk: Desk, follow_up_id: FollowUpId, version: int) -> FollowUp:
    """Say that a follow-up was looked at; raises NotFound, Conflict."""
    before = _current(desk, follow_up_id, version)
    return _saved(desk, before, replace(before, done_on=desk.today)) if before.is_open else before


@command(Permission.LETTERS_DRAFT)
def reopen(desk: Desk, follow_up_id: FollowUpId, version: int) -> FollowUp:
    """Let a follow-up that was done wait again; raises NotFound, Conflict."""
    before = _current(desk, follow_up_id, version)
    return before if before.is_open else _saved(desk, before, replace(before, done_on=None))


@command(Permission.LETTERS_DRAFT)
def remove(desk: Desk, follow_up_id: FollowUpId, version: int) -> FollowUp:
    """Take a follow-up away that was added by mistake; raises NotFound, Conflict."""
    old = _current(desk, follow_up_id, version)
    desk.store.follow_ups.remove(old)
    return old


class Diary:
    """Writes down follow-ups at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(
        self,
        about: Link | None,
        form: FollowUpForm,
        *,
        note_id: NoteId | None = None,
        follow_up_id: FollowUpId | None = None,
    ) -> FollowUp:
        """Write down a follow-up of a record or a note; raises Invalid."""
        kept = form.tidied()
        require_right(check_follow_up(kept, self._desk.today))
        new = FollowUp(
            id=follow_up_id or FollowUpId(new_id()),
            version=1,
            on=kept.on,
            who=kept.who or self._desk.who.name,
            text=kept.text,
            about=about,
            note_id=note_id,
        )
        self._desk.store.follow_ups.add(new)
        return new


def _current(desk: Desk, follow_up_id: FollowUpId, version: int) -> FollowUp:
    """Return a follow-up of a record that the asker may see; raises NotFound, Conflict."""
    found = desk.store.follow_ups.current(follow_up_id, version)
    if found.about is not None and found.about.kind == "document":
        Subjects(desk).require(found.about.source)
    return found


def _saved(desk: Desk, before: FollowUp, after: FollowUp) -> FollowUp:
    if after == before:
        return before
    saved = replace(after, version=before.version + 1)
    desk.store.follow_ups.save(before, saved)
    return saved


def _tasks(desk: Desk, found: Iterable[FollowUp]) -> tuple[Task, ...]:
    """Return the follow-ups whose records the asker may see, with what these are called."""
    some = tuple(found)
    names = Subjects(desk).names(one.about for one in some)
    return tuple(
        Task(one, names.get(one.about, "") if one.about else "", pressing(one, desk.today))
        for one in some
        if one.about is None or one.about in names
    )
