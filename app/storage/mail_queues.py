"""The queues of mails that wait, counted by the database: there may be ten thousand in one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, case, func, select

from app.domain.correspondence.mail import MailState
from app.domain.correspondence.mail_queues import LINE_CODES, WRONG_PASSWORD, MailedLetter, Queue
from app.domain.shared.ids import MailAccountId, MailId, MergeRunId
from app.storage.letter_tables import letter_out
from app.storage.mail_tables import mail
from app.storage.types import Rows

_WAITS = mail.c.state == MailState.QUEUED
_OF_LINE = mail.c.code.in_(LINE_CODES)


class MailQueues:
    """Reads what waits on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Queue, ...]:
        """Return the queue of each account in which something waits."""
        rests = func.max(case((_OF_LINE, mail.c.not_before)))
        locked = func.count(case((mail.c.code == WRONG_PASSWORD, 1)))
        wanted = select(
            mail.c.account_id.label("account_id"),
            func.count().label("waiting"),
            func.min(mail.c.not_before).label("first"),
            rests.label("rests_until"),
            locked.label("locked"),
        )
        found = self._connection.execute(wanted.where(_WAITS).group_by(mail.c.account_id))
        return tuple(
            Queue(
                MailAccountId(row.account_id or 0),
                row.waiting,
                row.first,
                row.rests_until,
                row.locked > 0,
            )
            for row in found
        )

    def next(
        self, now: datetime, most: int, resting: Collection[MailAccountId] = ()
    ) -> tuple[MailId, ...]:
        """Return the mails whose turn it is, the one that waits longest first."""
        turn = (_WAITS, mail.c.not_before <= now, mail.c.account_id.not_in(resting))
        wanted = select(mail.c.id).where(*turn).order_by(mail.c.not_before, mail.c.id)
        return tuple(map(MailId, self._connection.scalars(wanted.limit(most))))

    def of_run(self, run_id: MergeRunId) -> tuple[MailedLetter, ...]:
        """Return how the mails of the letters of a merge run stand; the newest of each."""
        told = (mail.c.letter_id, mail.c.id, mail.c.state, mail.c.code, mail.c.facts)
        wanted = select(*told).join(letter_out, letter_out.c.id == mail.c.letter_id)
        theirs: Rows = wanted.where(letter_out.c.run_id == run_id).order_by(mail.c.id)
        found = {row.letter_id: MailedLetter(*row) for row in self._connection.execute(theirs)}
        return tuple(found.values())

    def of_line(self, account_id: MailAccountId) -> tuple[MailId, ...]:
        """Return the mails of an account that wait because its line was down."""
        theirs = (_WAITS, _OF_LINE, mail.c.account_id == account_id)
        return tuple(map(MailId, self._connection.scalars(select(mail.c.id).where(*theirs))))
