"""Mails that wait for a line: how they stand, and that they are tried at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.correspondence.mail import MailState
from app.domain.shared.ids import MailAccountId
from app.services.mail_logins import asks, needs_password
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@dataclass(frozen=True, slots=True)
class Standing:
    """How mails stand: how many wait for the line, did not go, or may have gone.

    ``due`` of them can be handed over now, ``next_at`` is when the next can. ``asks`` are the
    accounts whose password has to be told, or told anew; ``fetching`` those that can be fetched
    from. ``unread`` are the mails that came in and nobody looked at.
    """

    waiting: int = 0
    failed: int = 0
    unknown: int = 0
    due: int = 0
    next_at: datetime | None = None
    asks: tuple[MailAccountId, ...] = ()
    fetching: tuple[MailAccountId, ...] = ()
    unread: int = 0


@query(Permission.MAIL_READ)
def standing(desk: Desk) -> Standing:
    """Return how mails stand, and what can be done about them now."""
    store = desk.store
    counts = store.mails.counts()
    queues = {one.account_id: one for one in store.mails.queues.all()}
    accounts = store.mail_accounts.all()
    mute = {one.id for one in accounts if one.id in queues and needs_password(one.smtp, one.id)}
    locked_out = {one.account_id for one in queues.values() if one.is_locked_out}
    fetched = {one.id for one in accounts if one.imap is not None and not one.is_archived}
    asking = {one.id for one in accounts if one.id in fetched | mute and asks(one)}
    wanted = locked_out | asking
    ready = [one for one in queues.values() if one.account_id not in mute]
    return Standing(
        waiting=counts.get(MailState.QUEUED, 0) + counts.get(MailState.SENDING, 0),
        failed=counts.get(MailState.FAILED, 0),
        unknown=counts.get(MailState.UNKNOWN, 0),
        due=sum(one.waiting for one in ready if one.ready_at <= desk.now),
        next_at=min((one.ready_at for one in ready), default=None),
        asks=tuple(one.id for one in accounts if one.id in wanted),
        fetching=tuple(one.id for one in accounts if one.id in fetched - asking),
        unread=store.mails.unread(),
    )


@command(Permission.MAIL_SEND)
def hurry(desk: Desk) -> int:
    """Let every mail that waits for its line be tried at once; return how many do."""
    waiting = Waiting(desk)
    return sum(waiting.hurry(one.account_id) for one in desk.store.mails.queues.all())


class Waiting:
    """The mails of one office that wait for their lines."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def hurry(self, account_id: MailAccountId) -> int:
        """Let those of an account be tried at once: something about it has changed."""
        store = self._desk.store
        found = store.mails.get_all(store.mails.queues.of_line(account_id))
        for one in found:
            store.mails.save(one, replace(one, not_before=self._desk.now, code="", facts={}))
        return len(found)
