"""Mails: every one that came in, waits or went out, listed, read and taken in from files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.domain.correspondence import mail as moves
from app.domain.correspondence.arriving import Taken
from app.domain.correspondence.mail import MAIL, Mail, MailState
from app.domain.correspondence.mail_row import MailRow, MailShelf
from app.domain.shared.ids import ContactId, MailId
from app.domain.shared.paging import Spine, View
from app.services.mail_taking import MailTaking
from app.services.office import Desk, Errand
from app.services.permissions import Permission, command, errand, query


@query(Permission.MAIL_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the mails in their order, those with words narrowed to what has them."""
    return desk.store.mails.spine(view, _among(desk, view))


@query(Permission.MAIL_READ)
def first(desk: Desk, view: View, size: int) -> tuple[MailRow, ...]:
    """Return the first rows of the mails."""
    return rows(desk, tuple(map(MailId, desk.store.mails.first(view, size, _among(desk, view)))))


@query(Permission.MAIL_READ)
def rows(desk: Desk, ids: tuple[MailId, ...]) -> tuple[MailRow, ...]:
    """Return the rows of these mails, with the names of contacts; what is gone is left out."""
    return _named(desk, desk.store.mails.rows(ids))


@query(Permission.MAIL_READ)
def get(desk: Desk, mail_id: MailId) -> Mail:
    """Return a mail; raises NotFound."""
    return desk.store.mails.get(mail_id)


@query(Permission.MAIL_READ)
def thread(desk: Desk, mail_id: MailId) -> tuple[MailRow, ...]:
    """Return every mail of the exchange in which a mail is, the oldest first; raises NotFound."""
    store = desk.store.mails
    return rows(desk, store.ways.of_thread(store.get(mail_id).thread_id))


@query(Permission.MAIL_READ)
def message(desk: Desk, mail_id: MailId) -> bytes:
    """Return the whole message as it travelled; nothing for a draft. Raises NotFound, Missing."""
    sha256 = desk.store.mails.get(mail_id).sha256
    return b"".join(desk.store.contents.get(sha256)) if sha256 else b""


@query(Permission.MAIL_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many mails stand on each shelf, and in each state."""
    found = desk.store.mails.counts()
    states = {state.value: found.get(state, 0) for state in MailState}
    shelves = {one.value: sum(states[each.value] for each in one.states) for one in MailShelf}
    return states | shelves | {MailShelf.UNREAD.value: desk.store.mails.unread()}


@command(Permission.MAIL_READ, audited=False)
def look_at(desk: Desk, mail_id: MailId) -> Mail:
    """Note that a mail that came in was read; any other stays as it is. Raises NotFound."""
    before = desk.store.mails.get(mail_id)
    return desk.store.mails.save(before, moves.looked_at(before)) if before.is_unread else before


@command(Permission.MAIL_READ, audited=False)
def leave_unread(desk: Desk, mail_id: MailId) -> Mail:
    """Let a mail that came in be one that is still to be read; raises IllegalTransition."""
    before = desk.store.mails.get(mail_id)
    return desk.store.mails.save(before, moves.unread(before))


@errand(Permission.MAIL_SEND)
def take(work: Errand, paths: tuple[Path, ...]) -> Taken:
    """Take in mails from files: a message each (.eml), or a whole mailbox (mbox).

    What cannot be read is kept whole and told; a file that cannot be opened is told.
    """
    return MailTaking(work).files(paths)


@errand(Permission.MAIL_SEND)
def take_messages(work: Errand, messages: tuple[bytes, ...], name: str = "") -> Taken:
    """Take in messages that are no files, as they are dragged out of a mail program."""
    return MailTaking(work).messages(messages, name) if messages else Taken()


def _named(desk: Desk, found: tuple[MailRow, ...]) -> tuple[MailRow, ...]:
    """Return rows that name the contact in the place of its address, if the asker may know it."""
    if Permission.CONTACTS_READ not in desk.who.role.permissions:
        return found
    known = sorted({one.contact_id for one in found if one.contact_id is not None})
    names = {one.id: one.name for one in desk.store.contact_lists.rows(known)}
    return tuple(_with_name(one, names.get(one.contact_id or ContactId(0), "")) for one in found)


def _with_name(one: MailRow, name: str) -> MailRow:
    is_one = one.who and "," not in one.who
    return replace(one, who=name) if name and is_one else one


def _among(desk: Desk, view: View) -> frozenset[int] | None:
    return frozenset(desk.store.search.ids(view.words, MAIL)) if view.words.strip() else None
