"""Follow-ups: records that are brought up again on a day, so that nothing is forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.domain.archive.document import Link
from app.domain.correspondence.notes import (
    FollowUp,
    FollowUpForm,
    Pressing,
    check_follow_up,
    pressing,
)
from app.domain.quotes.findable import KIND as QUOTE
from app.domain.quotes.quote import QuoteRow
from app.domain.shared.ids import FollowUpId, NoteId, new_id
from app.services import quotes
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.subjects import HIDDEN, Subjects


@dataclass(frozen=True, slots=True)
class Task:
    """A follow-up as a list shows it: what it is about, and how pressing it is.

    One that ``asks_to_decide`` was written by nobody: a quote whose day has passed waits for its
    decision, and is gone from the list with it.
    """

    follow_up: FollowUp
    subject: str
    pressing: Pressing
    asks_to_decide: bool = False


@query(Permission.LETTERS_READ)
def waiting(desk: Desk, who: str = "") -> tuple[Task, ...]:
    """Return what is open for somebody, or for all, by its day: overdue, today and later."""
    return _with_quotes(desk, who, _tasks(desk, desk.store.follow_ups.waiting(who)))


@query(Permission.LETTERS_READ)
def due(desk: Desk, who: str = "") -> tuple[Task, ...]:
    """Return what somebody, or anybody, is to look at today, the longest due first."""
    found = desk.store.follow_ups.waiting(who, desk.today)
    return _with_quotes(desk, who, _tasks(desk, found))


@query(Permission.LETTERS_READ)
def done_lately(desk: Desk, who: str = "") -> tuple[Task, ...]:
    """Return what was done, the newest first."""
    return _tasks(desk, desk.store.follow_ups.done(who))


@query(Permission.LETTERS_READ)
def count(desk: Desk, who: str = "") -> int:
    """Return how much somebody, or anybody, is to look at today."""
    quotes = desk.store.quote_lists.run_out(desk.today) if _sees_quotes(desk, who) else 0
    return desk.store.follow_ups.count(who, desk.today) + quotes


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
    if found.about is not None and found.about.kind in HIDDEN:
        Subjects(desk).require(found.about.source)
    return found


def _saved(desk: Desk, before: FollowUp, after: FollowUp) -> FollowUp:
    if after == before:
        return before
    saved = replace(after, version=before.version + 1)
    desk.store.follow_ups.save(before, saved)
    return saved


def _sees_quotes(desk: Desk, who: str) -> bool:
    """Say whether quotes are listed: they are nobody's own, and some may not read them."""
    return not who and Permission.INVOICES_READ in desk.who.role.permissions


def _with_quotes(desk: Desk, who: str, tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    """Return tasks by their day, with the quotes that were sent and are past their day."""
    if not _sees_quotes(desk, who):
        return tasks
    found = (_decision(row, desk.today) for row in quotes.due(desk) if row.valid_until)
    return tuple(sorted((*tasks, *found), key=_day))


def _decision(row: QuoteRow, today: date) -> Task:
    one = FollowUp(FollowUpId(row.id), 1, row.valid_until or today, "", about=Link(QUOTE, row.id))
    subject = f"{row.number} {row.customer_name}"
    return Task(one, subject, pressing(one, today), asks_to_decide=True)


def _day(task: Task) -> date:
    return task.follow_up.on


def _tasks(desk: Desk, found: Iterable[FollowUp]) -> tuple[Task, ...]:
    """Return the follow-ups whose records the asker may see, with what these are called."""
    some = tuple(found)
    names = Subjects(desk).names(one.about for one in some)
    return tuple(
        Task(one, names.get(one.about, "") if one.about else "", pressing(one, desk.today))
        for one in some
        if one.about is None or one.about in names
    )
