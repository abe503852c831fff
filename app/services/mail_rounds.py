"""A round of the outbox: mails whose turn it is are handed over, each once.

That a mail is being handed over is committed before a single byte of it leaves. Whoever dies in
between leaves it so, and the next round finds it: it is unknown then, and only a person moves it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.correspondence import mail as moves
from app.domain.correspondence.findable import findable_mail
from app.domain.correspondence.letter import Channel
from app.domain.correspondence.mail import Mail, MailAccount, MailState
from app.domain.correspondence.mail_queues import LINE_CODES
from app.domain.shared.ids import MailAccountId, MailId
from app.domain.shared.refusals import NotFound, OfficeError, Unavailable
from app.formats.composing import on_the_wire
from app.outside.lines import Stopped
from app.outside.posting import (
    Envelope,
    LineBroke,
    LineDown,
    NoSuchHost,
    NotProtected,
    NotTrusted,
    OutcomeUnknown,
    PasswordRefused,
    Postman,
    ServerBusy,
)
from app.services import dispatching
from app.services.hearing import Hearing
from app.services.mail_handling import MailHandling
from app.services.mail_logins import needs_password, postman_of
from app.services.office import Cancelled, Desk, Errand
from app.storage.turns import turns

MOST = 100
"""So many mails are handed over in one round."""
WAITS = (LineDown, NotTrusted, NotProtected, PasswordRefused, LineBroke, ServerBusy)
"""After what a mail is tried again by itself."""
NAME = "outbox.send_some"


class Interrupted(Unavailable):
    """The program ended while the mail was being handed over."""

    code = "mail.interrupted"


@dataclass(frozen=True, slots=True)
class Sent:
    """What a round did, and how many mails still wait for the line or for a person.

    ``asks`` are the accounts whose password has to be told.
    """

    sent: int
    waiting: int
    failed: int
    unknown: int
    asks: tuple[MailAccountId, ...] = ()


class MailRound:
    """Hands over what waits; used once."""

    def __init__(self, work: Errand) -> None:
        self._work = work
        self._database = work.office.database
        self._hearing = Hearing(work.progress)
        self._asks: list[MailAccountId] = []
        self._resting: set[MailAccountId] = set()
        self._lines = _Lines(self._hearing.is_stopped)
        self._sent = 0

    def go(self) -> Sent:
        """Settle what an earlier program left, then send.

        Raises Cancelled; a mail of which nothing has left by then waits as it did before.
        """
        self._settle()
        try:
            self._resting, wanted = self._work.ask(_wanted)
            for done, mail_id in enumerate(wanted):
                self._hearing.tell(done, len(wanted))
                self._hand_over(mail_id)
        finally:
            self._lines.close()
        counts = self._work.ask(lambda desk: desk.store.mails.counts())
        return Sent(
            self._sent,
            counts.get(MailState.QUEUED, 0),
            counts.get(MailState.FAILED, 0),
            counts.get(MailState.UNKNOWN, 0),
            tuple(self._asks),
        )

    def _settle(self) -> None:
        """Note of mails that nobody is handing over any more that their outcome is unknown."""
        left = self._work.ask(lambda desk: desk.store.mails.ways.sending())
        with turns(self._database, left, len(left)) as ours:
            for mail_id in ours:
                self._work.do(_noted, MailId(mail_id), Interrupted())

    def _hand_over(self, mail_id: MailId) -> None:
        with turns(self._database, (mail_id,), 1) as ours:
            account = self._account(mail_id) if ours else None
            if account is None:
                return
            begun = self._work.do(_begun, mail_id)
            if begun is None:
                return
            error = self._posted(account, *begun)
            self._work.do(_noted, mail_id, error)
            self._sent += error is None

    def _account(self, mail_id: MailId) -> MailAccount | None:
        """Return the account of a mail if there is a line for it, as far as is known."""
        account = self._work.ask(_account_of, mail_id)
        if account is None or account.id in self._resting:
            return None
        if needs_password(account.smtp, account.id):
            self._resting.add(account.id)
            self._asks.append(account.id)
            return None
        return account

    def _posted(self, account: MailAccount, mail: Mail, message: bytes) -> OfficeError | None:
        """Hand one message to the server and return what went wrong, if anything did."""
        recipients = tuple(map(on_the_wire, mail.recipients))
        envelope = Envelope(on_the_wire(mail.sender), recipients)
        try:
            self._lines.to(account).post(envelope, message)
        except Unavailable as error:
            self._lines.drop(account.id)
            if error.code in LINE_CODES:
                self._resting.add(account.id)
            is_left = isinstance(error, WAITS) and self._hearing.is_stopped()
            return Cancelled() if is_left else error
        return None


class _Lines:
    """The lines that are open, one for each account."""

    def __init__(self, is_stopped: Stopped) -> None:
        self._is_stopped = is_stopped
        self._open: dict[MailAccountId, Postman] = {}

    def to(self, account: MailAccount) -> Postman:
        """Return the open line of an account; raises what opening it does."""
        if account.id not in self._open:
            postman = postman_of(account, self._is_stopped)
            postman.open()
            self._open[account.id] = postman
        return self._open[account.id]

    def drop(self, account_id: MailAccountId) -> None:
        """Close the line of an account; the next mail opens a fresh one."""
        if postman := self._open.pop(account_id, None):
            postman.close()

    def close(self) -> None:
        """Close every line."""
        for account_id in tuple(self._open):
            self.drop(account_id)


class Fate:
    """Notes at one desk what became of mails."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def arrived(self, before: Mail) -> Mail:
        """Note that a mail went out, and of a letter in it the dispatch.

        What it answers counts as handled. Where the letter may not be sent any more, the mail
        says so: it has left all the same.
        """
        store = self._desk.store
        after = moves.sent(before, self._desk.now)
        if before.letter_id is not None:
            try:
                with store.attempt():
                    to = ", ".join(before.recipients)
                    dispatching.send(self._desk, before.letter_id, Channel.EMAIL, to)
            except OfficeError as error:
                after = replace(after, code=error.code, facts=error.plain_facts)
        saved = store.mails.save(before, after)
        store.search.put(findable_mail(saved))
        MailHandling(self._desk).answered(saved)
        return saved

    def noted(self, mail_id: MailId, error: OfficeError | None) -> Mail:
        """Note what became of a mail that was handed over; any other is left alone."""
        before = self._desk.store.mails.get(mail_id)
        if before.state is not MailState.SENDING:
            return before
        saved = self.arrived(before) if error is None else self._not_sent(before, error)
        self._desk.note(NAME, mail_id, self._desk.store.changes.taken())
        return saved

    def _not_sent(self, before: Mail, error: OfficeError) -> Mail:
        if isinstance(error, Cancelled):
            after = moves.let_go(before)
        elif isinstance(error, OutcomeUnknown | Interrupted):
            after = moves.unknown(before, error.code, error.plain_facts)
        elif isinstance(error, LineDown) and not isinstance(error, NoSuchHost):
            after = moves.waits_for_line(before, self._desk.now, error.code, error.plain_facts)
        elif isinstance(error, WAITS):
            after = moves.put_off(before, self._desk.now, error.code, error.plain_facts)
        else:
            after = moves.failed(before, error.code, error.plain_facts)
        return self._desk.store.mails.save(before, after)


def _noted(desk: Desk, mail_id: MailId, error: OfficeError | None) -> Mail:
    return Fate(desk).noted(mail_id, error)


def _account_of(desk: Desk, mail_id: MailId) -> MailAccount | None:
    account_id = desk.store.mails.get(mail_id).account_id
    return None if account_id is None else desk.store.mail_accounts.get(account_id)


def _wanted(desk: Desk) -> tuple[set[MailAccountId], tuple[MailId, ...]]:
    """Return the accounts whose line was down a moment ago, and the mails of others."""
    queues = desk.store.mails.queues
    resting = {one.account_id for one in queues.all() if one.rests(desk.now)}
    return resting, queues.next(desk.now, MOST, resting)


def _begun(desk: Desk, mail_id: MailId) -> tuple[Mail, bytes] | None:
    """Note that a mail is being handed over and return it with its message, if it still waits."""
    before = desk.store.mails.get(mail_id)
    if before.state is not MailState.QUEUED:
        return None
    saved = desk.store.mails.save(before, moves.begun(before))
    try:
        message = b"".join(desk.store.contents.get(saved.sha256))
    except NotFound as gone:
        Fate(desk).noted(mail_id, gone)
        return None
    desk.note(NAME, mail_id, desk.store.changes.taken())
    return saved, message
