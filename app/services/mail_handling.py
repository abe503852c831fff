"""Mails that came in are handled: they leave the inbox, and can be put back into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.domain.correspondence import mail as moves
from app.domain.correspondence.mail import Mail, MailState
from app.domain.shared.ids import MailId
from app.services.office import Desk
from app.services.permissions import Permission, command


@command(Permission.MAIL_SEND)
def handle(desk: Desk, ids: tuple[MailId, ...]) -> tuple[MailId, ...]:
    """Note that mails that came in were dealt with, and return those that waited for it.

    Those among others that do not wait stay as they are; raises IllegalTransition where none does.
    """
    return MailHandling(desk).done_with(_in_state(desk, ids, MailState.RECEIVED))


@command(Permission.MAIL_SEND)
def reopen(desk: Desk, ids: tuple[MailId, ...]) -> tuple[MailId, ...]:
    """Put mails that were handled back into the inbox, and return those that were.

    Raises IllegalTransition where none was.
    """
    found = _in_state(desk, ids, MailState.HANDLED)
    for one in found:
        desk.store.mails.save(one, moves.open_again(one))
    return tuple(one.id for one in found)


class MailHandling:
    """Notes at one desk who dealt with mails."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def done_with(self, mails: Iterable[Mail]) -> tuple[MailId, ...]:
        """Let mails be handled; raises IllegalTransition for one that does not wait for it."""
        desk = self._desk
        return tuple(
            desk.store.mails.save(one, moves.handled(one, desk.who.name, desk.now)).id
            for one in mails
        )

    def answered(self, answer: Mail) -> None:
        """Let what a mail that went out answers be handled, if it is here and waits."""
        store = self._desk.store.mails
        if not answer.in_reply_to:
            return
        found = store.ways.marked((answer.in_reply_to,)).get(answer.in_reply_to)
        known = store.get_all((found,)) if found is not None else ()
        self.done_with(one for one in known if one.state is MailState.RECEIVED)


def _in_state(desk: Desk, ids: Sequence[MailId], state: MailState) -> tuple[Mail, ...]:
    """Return the mails that stand so, or all where none does, so that the move is refused."""
    found = tuple(desk.store.mails.get(one) for one in ids[:1])
    found += desk.store.mails.get_all(ids[1:])
    return tuple(one for one in found if one.state is state) or found
