"""Notes and follow-ups: kept under the record that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from app.domain.archive.document import Link
from app.domain.correspondence.notes import FollowUp, Note
from app.domain.shared.ids import FollowUpId, NoteId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.note_tables import follow_up, note
from app.storage.versioned import replace_row

MOST_SHOWN = 1000
"""How many follow-ups a list shows at most: more than anybody works off."""


class NoteStore:
    """Reads and writes notes on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, note_id: NoteId) -> Note:
        """Return a note; raises NotFound."""
        found = self._connection.execute(select(note).where(note.c.id == note_id)).one_or_none()
        if found is None:
            raise NotFound(record="note", id=note_id)
        return _note_of(found)

    def of(self, about: Link, limit: int = MOST_SHOWN) -> tuple[Note, ...]:
        """Return the notes about a record, the newest first."""
        mine = select(note).where(
            note.c.about_id == about.record_id, note.c.about_kind == about.kind
        )
        rows = self._connection.execute(mine.order_by(note.c.id.desc()).limit(max(0, limit)))
        return tuple(map(_note_of, rows))

    def add(self, new: Note) -> None:
        """Write down a note."""
        self._connection.execute(insert(note), _note_row(new))
        self._changes.note(f"note:{new.id}", None, new)

    def save(self, before: Note, after: Note) -> None:
        """Replace a note; ``after.version`` is the next; raises Conflict."""
        replace_row(self._connection, note, before, _note_row(after))
        self._changes.note(f"note:{after.id}", before, after)

    def remove(self, old: Note) -> None:
        """Take a note away; raises Conflict when it was changed since."""
        same = (note.c.id == old.id, note.c.version == old.version)
        if self._connection.execute(delete(note).where(*same)).rowcount != 1:
            raise Conflict(record="note", id=old.id)
        self._changes.note(f"note:{old.id}", old, None)


class FollowUpStore:
    """Reads and writes follow-ups on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def current(self, follow_up_id: FollowUpId, version: int) -> FollowUp:
        """Return a follow-up as it was read before; raises NotFound, or Conflict if it changed."""
        wanted = select(follow_up).where(follow_up.c.id == follow_up_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="follow_up", id=follow_up_id)
        if found.version != version:
            raise Conflict(record="follow_up", id=follow_up_id)
        return _follow_up_of(found)

    def of(self, about: Link) -> tuple[FollowUp, ...]:
        """Return the follow-ups of a record: open ones first, by their day."""
        mine = select(follow_up).where(
            follow_up.c.about_id == about.record_id, follow_up.c.about_kind == about.kind
        )
        order = (follow_up.c.done_on.desc().nulls_first(), follow_up.c.on, follow_up.c.id)
        return tuple(map(_follow_up_of, self._connection.execute(mine.order_by(*order))))

    def of_note(self, note_id: NoteId) -> tuple[FollowUp, ...]:
        """Return the follow-ups that a note made."""
        mine = select(follow_up).where(follow_up.c.note_id == note_id)
        return tuple(map(_follow_up_of, self._connection.execute(mine.order_by(follow_up.c.id))))

    def waiting(
        self, who: str = "", until: date | None = None, limit: int = MOST_SHOWN
    ) -> tuple[FollowUp, ...]:
        """Return what is open for somebody or for all, up to a day or for ever, by its day."""
        mine = select(follow_up).where(follow_up.c.done_on.is_(None))
        if who:
            mine = mine.where(follow_up.c.who == who)
        if until is not None:
            mine = mine.where(follow_up.c.on <= until)
        rows = self._connection.execute(
            mine.order_by(follow_up.c.on, follow_up.c.id).limit(max(0, limit))
        )
        return tuple(map(_follow_up_of, rows))

    def done(self, who: str = "", limit: int = MOST_SHOWN) -> tuple[FollowUp, ...]:
        """Return what was done last by somebody or by all, the newest first."""
        mine = select(follow_up).where(follow_up.c.done_on.is_not(None))
        if who:
            mine = mine.where(follow_up.c.who == who)
        order = (follow_up.c.done_on.desc(), follow_up.c.on.desc())
        return tuple(
            map(_follow_up_of, self._connection.execute(mine.order_by(*order).limit(max(0, limit))))
        )

    def count(self, who: str, until: date) -> int:
        """Return how much is open for somebody, or for all, up to a day."""
        open_ones = select(func.count()).where(
            follow_up.c.done_on.is_(None), follow_up.c.on <= until
        )
        if who:
            open_ones = open_ones.where(follow_up.c.who == who)
        return self._connection.scalar(open_ones) or 0

    def people(self) -> tuple[str, ...]:
        """Return for whom anything is open."""
        wanted = select(follow_up.c.who).where(follow_up.c.done_on.is_(None)).distinct()
        return tuple(sorted(self._connection.scalars(wanted)))

    def add(self, new: FollowUp) -> None:
        """Write down a follow-up."""
        self._connection.execute(insert(follow_up), _follow_up_row(new))
        self._changes.note(f"follow_up:{new.id}", None, new)

    def save(self, before: FollowUp, after: FollowUp) -> None:
        """Replace a follow-up; ``after.version`` is the next; raises Conflict."""
        replace_row(self._connection, follow_up, before, _follow_up_row(after))
        self._changes.note(f"follow_up:{after.id}", before, after)

    def remove(self, old: FollowUp) -> None:
        """Take a follow-up away; raises Conflict when it was changed since."""
        same = (follow_up.c.id == old.id, follow_up.c.version == old.version)
        if self._connection.execute(delete(follow_up).where(*same)).rowcount != 1:
            raise Conflict(record="follow_up", id=old.id)
        self._changes.note(f"follow_up:{old.id}", old, None)


def _link(row: Row[Any]) -> Link | None:
    return None if row.about_id is None else Link(row.about_kind, row.about_id)


def _sides(about: Link | None) -> dict[str, Any]:
    return {
        "about_kind": about.kind if about else "",
        "about_id": about.record_id if about else None,
    }


def _note_row(one: Note) -> dict[str, Any]:
    names: Sequence[str] = (
        "id",
        "version",
        "kind",
        "text",
        "written_by",
        "written_at",
        "caller",
        "phone",
        "for_whom",
    )
    return {name: getattr(one, name) for name in names} | _sides(one.about)


def _note_of(row: Row[Any]) -> Note:
    return Note(
        id=NoteId(row.id),
        version=row.version,
        kind=row.kind,
        text=row.text,
        written_by=row.written_by,
        written_at=row.written_at,
        about=_link(row),
        caller=row.caller,
        phone=row.phone,
        for_whom=row.for_whom,
    )


def _follow_up_row(one: FollowUp) -> dict[str, Any]:
    names: Sequence[str] = ("id", "version", "on", "who", "text", "note_id", "done_on")
    return {name: getattr(one, name) for name in names} | _sides(one.about)


def _follow_up_of(row: Row[Any]) -> FollowUp:
    return FollowUp(
        id=FollowUpId(row.id),
        version=row.version,
        on=row.on,
        who=row.who,
        text=row.text,
        about=_link(row),
        note_id=None if row.note_id is None else NoteId(row.note_id),
        done_on=row.done_on,
    )
