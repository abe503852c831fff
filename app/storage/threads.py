"""Threads of letters and mails, and the records that they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, select, update

from app.domain.archive.document import Link
from app.domain.correspondence.letter import INCOMING, OUTGOING
from app.domain.correspondence.mail import CAME_IN, MAIL
from app.domain.correspondence.threads import Thread, ThreadItem
from app.domain.shared.ids import ContactId, ThreadId, day_of
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.letter_tables import letter_in, letter_out, letter_thread, letter_thread_link
from app.storage.mail_tables import mail


class ThreadStore:
    """Reads and writes threads on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, thread_id: ThreadId) -> Thread:
        """Return a thread; raises NotFound."""
        wanted = select(letter_thread).where(letter_thread.c.id == thread_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="letter_thread", id=thread_id)
        contact = None if found.contact_id is None else ContactId(found.contact_id)
        return Thread(ThreadId(found.id), found.version, found.subject, contact)

    def add(self, new: Thread) -> None:
        """Begin a thread."""
        self._connection.execute(letter_thread.insert(), _row(new))
        self._changes.note(f"letter_thread:{new.id}", None, new)

    def save(self, before: Thread, after: Thread) -> Thread:
        """Replace a thread and return it as saved; raises Conflict when it was changed since."""
        saved = replace(after, version=before.version + 1)
        same = (letter_thread.c.id == before.id, letter_thread.c.version == before.version)
        values = _row(saved)
        del values["id"]
        changed = update(letter_thread).where(*same).values(values)
        if self._connection.execute(changed).rowcount != 1:
            raise Conflict(record="letter_thread", id=before.id)
        self._changes.note(f"letter_thread:{saved.id}", before, saved)
        return saved

    def drop_empty(self, thread_id: ThreadId) -> None:
        """Forget a thread in which there is nothing; one with a letter, a mail or a link stays."""
        if self.letters(thread_id) or self.links(thread_id) or self._has_mails(thread_id):
            return
        old = self.get(thread_id)
        self._connection.execute(delete(letter_thread).where(letter_thread.c.id == thread_id))
        self._changes.note(f"letter_thread:{thread_id}", old, None)

    def letters(self, thread_id: ThreadId) -> tuple[ThreadItem, ...]:
        """Return the letters of a thread, the oldest first."""
        found = (*self._incoming(thread_id), *self._outgoing(thread_id))
        return tuple(sorted(found, key=lambda one: (one.day, one.record_id)))

    def mails(self, thread_id: ThreadId) -> tuple[ThreadItem, ...]:
        """Return the mails of a thread, the oldest first."""
        columns = (mail.c.id, mail.c.at, mail.c.sender, mail.c.to, mail.c.subject, mail.c.state)
        mine = select(*columns).where(mail.c.thread_id == thread_id)
        return tuple(map(_mail_item, self._connection.execute(mine.order_by(mail.c.at, mail.c.id))))

    def links(self, thread_id: ThreadId) -> tuple[Link, ...]:
        """Return the records that a thread is about."""
        mine = select(letter_thread_link).where(letter_thread_link.c.thread_id == thread_id)
        rows = self._connection.execute(
            mine.order_by(letter_thread_link.c.kind, letter_thread_link.c.record_id)
        )
        return tuple(Link(row.kind, row.record_id) for row in rows)

    def about(self, link: Link, limit: int) -> tuple[ThreadId, ...]:
        """Return the threads about a record, the newest first; of a contact also its own."""
        wanted = select(letter_thread_link.c.thread_id).where(
            letter_thread_link.c.kind == link.kind,
            letter_thread_link.c.record_id == link.record_id,
        )
        found = set(self._connection.scalars(wanted.limit(max(0, limit))))
        if link.kind == "contact":
            own = select(letter_thread.c.id).where(letter_thread.c.contact_id == link.record_id)
            newest = own.order_by(letter_thread.c.id.desc()).limit(max(0, limit))
            found.update(self._connection.scalars(newest))
        return tuple(ThreadId(one) for one in sorted(found, reverse=True)[: max(0, limit)])

    def link(self, thread_id: ThreadId, link: Link) -> None:
        """Say that a thread is about a record; nothing happens when it is already."""
        if link not in self.links(thread_id):
            row = {"thread_id": thread_id, "kind": link.kind, "record_id": link.record_id}
            self._connection.execute(letter_thread_link.insert(), row)
            self._changes.note(f"letter_thread:{thread_id}/{link.source}", None, link)

    def unlink(self, thread_id: ThreadId, link: Link) -> None:
        """Say that a thread is not about a record."""
        this = (
            letter_thread_link.c.thread_id == thread_id,
            letter_thread_link.c.kind == link.kind,
            letter_thread_link.c.record_id == link.record_id,
        )
        if self._connection.execute(delete(letter_thread_link).where(*this)).rowcount:
            self._changes.note(f"letter_thread:{thread_id}/{link.source}", link, None)

    def _has_mails(self, thread_id: ThreadId) -> bool:
        wanted = select(mail.c.id).where(mail.c.thread_id == thread_id).limit(1)
        return self._connection.scalar(wanted) is not None

    def _incoming(self, thread_id: ThreadId) -> Iterator[ThreadItem]:
        columns: tuple[ColumnElement[Any], ...] = (
            letter_in.c.id,
            letter_in.c.received_on,
            letter_in.c.number,
            letter_in.c.sender,
            letter_in.c.subject,
            letter_in.c.state,
            letter_in.c.answers,
        )
        rows = self._connection.execute(select(*columns).where(letter_in.c.thread_id == thread_id))
        yield from (_item(INCOMING, row) for row in rows)

    def _outgoing(self, thread_id: ThreadId) -> Iterator[ThreadItem]:
        columns: tuple[ColumnElement[Any], ...] = (
            letter_out.c.id,
            letter_out.c.dated_on,
            letter_out.c.number,
            letter_out.c.addressee_name,
            letter_out.c.subject,
            letter_out.c.state,
            letter_out.c.answers,
        )
        rows = self._connection.execute(select(*columns).where(letter_out.c.thread_id == thread_id))
        yield from (_item(OUTGOING, row) for row in rows)


def _item(kind: str, row: Sequence[Any]) -> ThreadItem:
    record_id, day, number, who, subject, state, answers = row
    day = day or day_of(record_id)
    return ThreadItem(kind, record_id, day, number or "", who, subject, state.value, answers)


def _mail_item(row: Row[Any]) -> ThreadItem:
    who = row.sender if row.state in CAME_IN else ", ".join(row.to)
    return ThreadItem(MAIL, row.id, row.at.date(), "", who, row.subject, row.state.value)


def _row(one: Thread) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "subject": one.subject,
        "contact_id": one.contact_id,
    }
