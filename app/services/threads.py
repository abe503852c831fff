"""Threads: every letter of an exchange in one place, and the records that it is about."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.archive.document import Link, link_of
from app.domain.correspondence.letter import INCOMING, OUTGOING
from app.domain.correspondence.mail import MAIL
from app.domain.correspondence.threads import Thread, ThreadItem
from app.domain.employees.employee import KIND as PERSON
from app.domain.shared.ids import LetterId, MailId, ThreadId
from app.domain.shared.lines import one_line
from app.domain.shared.refusals import Conflict, NotFound
from app.services.links import Linkable, Linked, Links
from app.services.office import Desk
from app.services.permissions import Permission, command, query

MOST_FOUND = 50
ABOUT = ("invoice", "contact", "document", "product", "entry", INCOMING, OUTGOING, PERSON)
"""The kinds of record that an exchange of letters is said to be about."""


@dataclass(frozen=True, slots=True)
class SeenThread:
    """A thread as it is looked at: its letters and mails in their order, and what it is about."""

    thread: Thread
    letters: tuple[ThreadItem, ...]
    links: tuple[Link, ...]


@query(Permission.LETTERS_READ)
def get(desk: Desk, thread_id: ThreadId) -> SeenThread:
    """Return a thread with all that is in it; raises NotFound."""
    store = desk.store.threads
    return SeenThread(store.get(thread_id), _items(desk, thread_id), store.links(thread_id))


@dataclass(frozen=True, slots=True)
class OpenedThread:
    """A thread beside one of its letters: ``about`` names its records as the asker may read.

    ``named_by`` are the letters of other exchanges that are said to be about a letter of this one.
    """

    thread: Thread
    letters: tuple[ThreadItem, ...]
    about: tuple[Linked, ...]
    named_by: tuple[ThreadItem, ...] = ()


@query(Permission.LETTERS_READ)
def around(desk: Desk, kind: str, record_id: int) -> OpenedThread:
    """Return the thread that a letter or a mail is in; raises NotFound."""
    thread_id = _thread_of(desk, kind, record_id)
    seen = get(desk, thread_id)
    sources = tuple(Link(one.kind, one.record_id).source for one in seen.letters)
    others = (one for source in sources for one in letters_about(desk, source))
    named_by = tuple(one for one in dict.fromkeys(others) if one not in seen.letters)
    return OpenedThread(seen.thread, seen.letters, linked(desk, thread_id), named_by)


@query(Permission.LETTERS_READ)
def linked(desk: Desk, thread_id: ThreadId) -> tuple[Linked, ...]:
    """Return the records that a thread is about, named as far as the asker may read them."""
    return Links(desk).named(desk.store.threads.links(thread_id))


@query(Permission.LETTERS_READ)
def named(desk: Desk, sources: tuple[str, ...]) -> tuple[Linked, ...]:
    """Return what records (``invoice:123``) are called, as far as the asker may read them."""
    return Links(desk).named(link for one in sources if (link := link_of(one)))


@query(Permission.LETTERS_READ)
def linkable(desk: Desk, words: str, limit: int = 20) -> tuple[Linkable, ...]:
    """Return the records that answer words and that an exchange can be about."""
    return Links(desk).found(words, limit, ABOUT)


@query(Permission.LETTERS_READ)
def letters_about(desk: Desk, source: str, limit: int = MOST_FOUND) -> tuple[ThreadItem, ...]:
    """Return the letters of the exchanges about a record, the newest first."""
    found = (one for thread in about(desk, source) for one in _items(desk, thread.id))
    return tuple(sorted(found, key=lambda one: (one.day, one.record_id), reverse=True)[:limit])


@query(Permission.LETTERS_READ)
def about(desk: Desk, source: str, limit: int = MOST_FOUND) -> tuple[Thread, ...]:
    """Return the threads about a record (``invoice:123``), the newest first."""
    if (link := link_of(source)) is None:
        return ()
    return tuple(map(desk.store.threads.get, desk.store.threads.about(link, limit)))


def _items(desk: Desk, thread_id: ThreadId) -> tuple[ThreadItem, ...]:
    """Return the letters of a thread, and its mails if the asker may read these."""
    store = desk.store.threads
    letters = store.letters(thread_id)
    if Permission.MAIL_READ not in desk.who.role.permissions:
        return letters
    return tuple(sorted((*letters, *store.mails(thread_id)), key=lambda one: one.day))


def _thread_of(desk: Desk, kind: str, record_id: int) -> ThreadId:
    store = desk.store
    if kind == MAIL:
        return store.mails.get(MailId(record_id)).thread_id
    letters = store.letters_in if kind == INCOMING else store.letters_out
    return letters.get(LetterId(record_id)).thread_id


@command(Permission.LETTERS_DRAFT)
def link(desk: Desk, thread_id: ThreadId, source: str) -> tuple[Link, ...]:
    """Say that a thread is about a record (``invoice:123``); raises NotFound."""
    desk.store.threads.get(thread_id)
    if (wanted := link_of(source)) is None:
        raise NotFound(record=source)
    desk.store.threads.link(thread_id, wanted)
    return desk.store.threads.links(thread_id)


@command(Permission.LETTERS_DRAFT)
def unlink(desk: Desk, thread_id: ThreadId, source: str) -> tuple[Link, ...]:
    """Say that a thread is not about a record."""
    desk.store.threads.get(thread_id)
    if wanted := link_of(source):
        desk.store.threads.unlink(thread_id, wanted)
    return desk.store.threads.links(thread_id)


@command(Permission.LETTERS_DRAFT)
def name(desk: Desk, thread_id: ThreadId, version: int, subject: str) -> Thread:
    """Name what a thread is about; raises Conflict when it was changed since."""
    before = desk.store.threads.get(thread_id)
    if before.version != version:
        raise Conflict(record="letter_thread", id=thread_id)
    return desk.store.threads.save(before, replace(before, subject=one_line(subject)))
