"""Mailings by e-mail: letters of a run go into the outbox as they are issued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.correspondence.letter import Channel, Outgoing
from app.domain.correspondence.mail_form import WITHOUT_ACCOUNT
from app.domain.correspondence.mail_queues import MailedLetter
from app.domain.correspondence.merging import MergeRun
from app.domain.shared.ids import MailAccountId, MergeRunId
from app.services.issuing import require_right
from app.services.letter_mails import LetterMails
from app.services.office import Desk
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class ByMail:
    """How the letters of a run leave by e-mail: from which account, with which covering text.

    ``cover`` is the shortcut of a snippet; without one it is the usual words.
    """

    account_id: MailAccountId
    cover: str = ""


@query(Permission.MAIL_READ)
def mailed(desk: Desk, run_id: MergeRunId) -> tuple[MailedLetter, ...]:
    """Return how the mails of the letters of a mailing stand; of each letter the newest."""
    return desk.store.mails.queues.of_run(run_id)


class RunMails:
    """Puts letters of a run into the outbox."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def way(self, run: MergeRun, by_mail: ByMail | None) -> ByMail | None:
        """Return how letters of a run leave by e-mail, by default from the first account.

        None where it goes another way; raises NotFound, or Invalid where there is no account.
        """
        if run.form.channel is not Channel.EMAIL:
            return None
        accounts = self._desk.store.mail_accounts
        if by_mail is not None:
            accounts.get(by_mail.account_id)
            return by_mail
        usual = next((one.id for one in accounts.all() if not one.is_archived), None)
        require_right(() if usual is not None else (WITHOUT_ACCOUNT.at("account_id"),))
        return None if usual is None else ByMail(usual)

    def post(self, letters: Sequence[Outgoing], way: ByMail | None) -> int:
        """Put those letters into the outbox that go by e-mail; say how many did."""
        by_mail = [one for one in letters if one.channel is Channel.EMAIL]
        if way is None or not by_mail:
            return 0
        mails = LetterMails(self._desk)
        for letter in by_mail:
            mails.post(letter, mails.form(letter, way.account_id, way.cover))
        return len(by_mail)
