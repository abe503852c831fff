"""Mails: written down, changed with their version, listed, and found by what they answer."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    delete,
    func,
    or_,
    select,
    update,
)

from app.domain.correspondence.mail import CAME_IN, MAIL, Mail, MailAttachment, MailState
from app.domain.correspondence.mail_row import NEWEST_MAILS, Mailbox, MailRow, MailShelf, MailSort
from app.domain.shared.ids import ContactId, LetterId, MailAccountId, MailId, ThreadId
from app.domain.shared.paging import View, sort_of, states_of
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.letter_tables import letter_thread
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.mail_queues import MailQueues
from app.storage.mail_tables import (
    attachment_of,
    attachment_rows,
    mail,
    mail_attachment,
    mail_of,
    mail_row,
    mailbox,
)
from app.storage.upserts import insert_into

_SORTED: dict[MailSort, ColumnElement[Any]] = {
    MailSort.AT: mail.c.at,
    MailSort.SUBJECT: mail.c.subject,
}


MOST_UNREAD = 10_000
"""So many of the newest that came in are looked through for unread ones: no index tells them."""
_NEWEST = (
    select(mail.c.id)
    .where(mail.c.state == MailState.RECEIVED)
    .order_by(mail.c.at.desc(), mail.c.id.desc())
    .limit(MOST_UNREAD)
)
_UNREAD = and_(mail.c.id.in_(_NEWEST), mail.c.attempts == 0)


_SHOWN: tuple[ColumnElement[Any], ...] = (
    mail.c.id,
    mail.c.state,
    mail.c.at,
    mail.c.sender,
    mail.c.to,
    mail.c.subject,
    mail.c.contact_id,
    mail.c.not_before,
    mail.c.code,
    mail.c.facts,
    mail.c.attempts,
)
"""What a list shows of a mail: its words may be long, and are not read for it."""


class MailStore:
    """Reads and writes mails on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, mail_id: MailId) -> Mail:
        """Return a mail; raises NotFound."""
        found = self.get_all((mail_id,))
        if not found:
            raise NotFound(record=MAIL, id=mail_id)
        return found[0]

    def get_all(self, ids: Sequence[int]) -> tuple[Mail, ...]:
        """Return mails, in the order asked for; what is gone is left out."""
        found: dict[int, Mail] = {}
        for group in slices(ids):
            parts = self._attachments(group)
            wanted = select(mail).where(mail.c.id.in_(group))
            for row in whole(self._connection, wanted):
                found[row.id] = mail_of(row, parts[row.id])
        return in_order(ids, found)

    def add(self, new: Mail) -> None:
        """Write down a new mail."""
        self._connection.execute(mail.insert(), mail_row(new))
        self._attach(new)
        self._changes.note(f"{MAIL}:{new.id}", None, new)

    def save(self, before: Mail, after: Mail) -> Mail:
        """Replace a mail and return it as saved; raises Conflict when it was changed since."""
        saved = replace(after, version=before.version + 1)
        same = (mail.c.id == before.id, mail.c.version == before.version)
        values = mail_row(saved)
        del values["id"]
        if self._connection.execute(update(mail).where(*same).values(values)).rowcount != 1:
            raise Conflict(record=MAIL, id=before.id)
        if saved.attachments != before.attachments:
            self._detach(before.id)
            self._attach(saved)
        self._changes.note(f"{MAIL}:{saved.id}", before, saved)
        return saved

    def remove(self, old: Mail) -> None:
        """Forget a draft; raises Conflict when it was changed since."""
        self._detach(old.id)
        same = (mail.c.id == old.id, mail.c.version == old.version)
        if self._connection.execute(delete(mail).where(*same)).rowcount != 1:
            raise Conflict(record=MAIL, id=old.id)
        self._changes.note(f"{MAIL}:{old.id}", old, None)

    def spine(self, view: View = NEWEST_MAILS, among: Collection[int] | None = None) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _listed(view), mail.c.id, among)

    def first(self, view: View, size: int, among: Collection[int] | None = None) -> array[int]:
        """Return the first ids of the list in its order; ``among`` keeps only these."""
        return found_first(self._connection, _listed(view), mail.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[MailRow, ...]:
        """Return the rows of these mails, in the order asked for; what is gone is left out."""
        found: dict[int, MailRow] = {}
        for group in slices(ids):
            files = self._counts_of(group)
            for row in whole(self._connection, select(*_SHOWN).where(mail.c.id.in_(group))):
                found[row.id] = _row_of(row, files.get(row.id, 0))
        return in_order(ids, found)

    def counts(self) -> dict[MailState, int]:
        """Return how many mails stand where."""
        wanted = select(mail.c.state, func.count().label("of_it")).group_by(mail.c.state)
        return {row.state: row.of_it for row in self._connection.execute(wanted)}

    def unread(self) -> int:
        """Return how many of the newest mails came in that nobody has looked at."""
        wanted = select(func.count()).select_from(mail).where(_UNREAD)
        return self._connection.scalar(wanted) or 0

    @property
    def queues(self) -> MailQueues:
        """The mails that wait to go out."""
        return MailQueues(self._connection)

    @property
    def ways(self) -> MailWays:
        """The other ways by which mails are found."""
        return MailWays(self._connection)

    def _counts_of(self, ids: Sequence[int]) -> dict[int, int]:
        """Return how many files each mail has; one without any is not among them."""
        wanted = select(mail_attachment.c.mail_id, func.count().label("of_it"))
        mine = wanted.where(mail_attachment.c.mail_id.in_(ids))
        rows = self._connection.execute(mine.group_by(mail_attachment.c.mail_id))
        return {row.mail_id: row.of_it for row in rows}

    def _attachments(self, ids: Sequence[int]) -> dict[int, list[MailAttachment]]:
        wanted = select(mail_attachment).where(mail_attachment.c.mail_id.in_(ids))
        ordered_rows = wanted.order_by(mail_attachment.c.mail_id, mail_attachment.c.position)
        found: dict[int, list[MailAttachment]] = defaultdict(list)
        for row in whole(self._connection, ordered_rows):
            found[row.mail_id].append(attachment_of(row))
        return found

    def _attach(self, one: Mail) -> None:
        if one.attachments:
            self._connection.execute(mail_attachment.insert(), attachment_rows(one))

    def _detach(self, mail_id: MailId) -> None:
        gone = delete(mail_attachment).where(mail_attachment.c.mail_id == mail_id)
        self._connection.execute(gone)


class MailWays:
    """Finds mails by their marks and their letter, and knows mailboxes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sending(self) -> tuple[MailId, ...]:
        """Return the mails that are handed over now, or were when the program ended."""
        wanted = select(mail.c.id).where(mail.c.state == MailState.SENDING).order_by(mail.c.id)
        return tuple(map(MailId, self._connection.scalars(wanted)))

    def marked(self, message_ids: Iterable[str]) -> dict[str, MailId]:
        """Return the mails that have these Message-IDs; of several the first that was kept."""
        found: dict[str, MailId] = {}
        for group in slices(message_ids):
            wanted = select(mail.c.message_id, mail.c.id).where(mail.c.message_id.in_(group))
            for row in self._connection.execute(wanted.order_by(mail.c.id.desc())):
                found[row.message_id] = MailId(row.id)
        return found

    def of_message(self, sha256: str) -> MailId | None:
        """Return the mail that is this very message, or none."""
        wanted = select(mail.c.id).where(mail.c.sha256 == sha256).order_by(mail.c.id).limit(1)
        found = self._connection.scalar(wanted)
        return None if found is None else MailId(found)

    def of_letter(self, letter_id: LetterId) -> tuple[MailId, ...]:
        """Return the mails by which a letter goes out, the newest first."""
        wanted = select(mail.c.id).where(mail.c.letter_id == letter_id)
        return tuple(map(MailId, self._connection.scalars(wanted.order_by(mail.c.id.desc()))))

    def of_thread(self, thread_id: ThreadId) -> tuple[MailId, ...]:
        """Return the mails of a thread, the oldest first."""
        wanted = select(mail.c.id).where(mail.c.thread_id == thread_id)
        return tuple(map(MailId, self._connection.scalars(wanted.order_by(mail.c.at, mail.c.id))))

    def about(self, subject: str, address: str, contact_id: ContactId | None) -> ThreadId | None:
        """Return the newest thread of a subject with a contact or an address, or none."""
        same = letter_thread.c.id == mail.c.thread_id
        who: ColumnElement[bool] = mail.c.sender == address
        if contact_id is not None:
            who = or_(who, mail.c.contact_id == contact_id)
        wanted = select(mail.c.thread_id).join(letter_thread, same)
        found = self._connection.scalar(
            wanted.where(letter_thread.c.subject == subject, who)
            .order_by(mail.c.id.desc())
            .limit(1)
        )
        return None if found is None else ThreadId(found)

    def box(self, account_id: MailAccountId, folder: str) -> Mailbox | None:
        """Return how far a mailbox was read, or none when it never was."""
        mine = (mailbox.c.account_id == account_id, mailbox.c.folder == folder)
        row = self._connection.execute(select(mailbox).where(*mine)).one_or_none()
        return None if row is None else Mailbox(account_id, row.folder, row.validity, row.last)

    def keep_box(self, box: Mailbox) -> None:
        """Write down how far a mailbox was read."""
        given = insert_into(self._connection, mailbox)
        anew = {"validity": given.excluded.validity, "last": given.excluded.last}
        row = {
            "account_id": box.account_id,
            "folder": box.folder,
            "validity": box.validity,
            "last": box.last,
        }
        self._connection.execute(
            given.on_conflict_do_update(
                index_elements=[mailbox.c.account_id, mailbox.c.folder], set_=anew
            ),
            row,
        )


def _row_of(one: Row[Any], files: int) -> MailRow:
    is_theirs = one.state in CAME_IN
    who = one.sender if is_theirs else ", ".join(one.to)
    return MailRow(
        one.id,
        one.state,
        one.at,
        who,
        one.subject,
        one.contact_id,
        files,
        one.not_before,
        one.code,
        one.state is MailState.RECEIVED and not one.attempts,
        one.facts,
    )


def _listed(view: View) -> Select[int]:
    asked = view if view.sort else NEWEST_MAILS
    column = _SORTED[sort_of(MailSort, asked.sort, MailSort.AT)]
    wanted = select(mail.c.id)
    if view.only:
        wanted = wanted.where(_on(view.only))
    return ordered(wanted, column, mail.c.id, asked)


def _on(names: Sequence[str]) -> ColumnElement[bool]:
    """Return what holds of mails on these shelves, or in these states; raises UnknownState."""
    shelves = {one.value: one for one in MailShelf}
    plain = states_of(MailState, [name for name in names if name not in shelves])
    wanted = [shelves[name] for name in names if name in shelves]
    if wanted == [MailShelf.UNREAD] and not plain:
        return _UNREAD
    states = {*plain, *(one for shelf in wanted for one in shelf.states)}
    return mail.c.state.in_(sorted(states, key=lambda one: one.value))
