"""Mailboxes: what is new in the folder of an account is taken in, and left there as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.correspondence.mail import MailAccount
from app.domain.correspondence.mail_row import Mailbox as Read
from app.domain.shared.ids import MailAccountId, MailId
from app.domain.shared.refusals import Unavailable
from app.formats.messages import LARGEST
from app.outside.mailboxes import Mailbox
from app.services.hearing import Hearing
from app.services.mail_logins import asks, mailbox_of
from app.services.mail_taking import BATCH_BYTES, BATCH_MAILS, MailTaking
from app.services.office import Cancelled, Desk, Errand
from app.services.permissions import Permission, errand

MOST = 500
"""So many messages are fetched at a time; the rest comes with the next."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of a mailbox: mails that are kept, those that could not be read whole, those left.

    ``too_large`` are the numbers of messages that stay on the server; ``left`` wait for the next
    time.
    """

    kept: tuple[MailId, ...] = ()
    odd: tuple[MailId, ...] = ()
    too_large: tuple[int, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of the mailbox of one account; ``code`` and ``facts`` say why nothing did."""

    account_id: MailAccountId
    name: str
    fetched: Fetched = Fetched()
    code: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@errand(Permission.MAIL_SEND)
def fetch(work: Errand, account_id: MailAccountId) -> Fetched:
    """Take in what is new in the mailbox of an account; one that only sends has nothing new.

    How far it was read is kept after each batch; what comes twice is kept once. Raises LineDown,
    NoSuchHost, NotTrusted, NotProtected, PasswordRefused, NoFolder, LineBroke, Cancelled.
    """
    account = work.ask(lambda desk: desk.store.mail_accounts.get(account_id))
    hearing = Hearing(work.progress)
    box = mailbox_of(account, hearing.is_stopped)
    if box is None:
        return Fetched()
    try:
        with box:
            return _Fetching(work, account, box, hearing).go()
    except Unavailable as error:
        if hearing.is_stopped():
            raise Cancelled from error
        raise


@errand(Permission.MAIL_SEND)
def fetch_all(work: Errand, resting: tuple[MailAccountId, ...] = ()) -> tuple[Visit, ...]:
    """Take in what is new for every account that fetches; one that cannot keeps none waiting.

    Those in ``resting``, put away, or whose password has to be told are left out. Raises Cancelled.
    """
    accounts = work.ask(lambda desk: desk.store.mail_accounts.all())
    return tuple(
        _visit(work, one)
        for one in accounts
        if one.imap and not one.is_archived and one.id not in resting and not asks(one)
    )


def _visit(work: Errand, account: MailAccount) -> Visit:
    try:
        return Visit(account.id, account.name, fetch(work, account.id))
    except Unavailable as error:
        return Visit(account.id, account.name, code=error.code, facts=error.plain_facts)


class _Fetching:
    """Fetches from one folder; used once."""

    def __init__(self, work: Errand, account: MailAccount, box: Mailbox, hearing: Hearing) -> None:
        self._work = work
        self._hearing = hearing
        self._account = account
        self._box = box
        self._taking = MailTaking(work, account.id)

    def go(self) -> Fetched:
        """Take in what lies behind the last message that was read."""
        numbers = self._box.after(self._last())
        wanted = numbers[:MOST]
        kept: list[MailId] = []
        odd: list[MailId] = []
        large: list[int] = []
        for batch in _batches(self._box.sizes(wanted) if wanted else {}):
            self._hearing.tell(min(batch), max(wanted))
            large += [number for number, size in batch.items() if size > LARGEST]
            small = (self._box.message(one) for one in batch if one not in large)
            contents = [message for message in small if message]
            if contents:
                taken = self._taking.messages(contents, self._account.name)
                kept += taken.kept
                odd += taken.odd
            self._work.do(_read_to, self._state(max(batch)))
        return Fetched(tuple(kept), tuple(odd), tuple(large), len(numbers) - len(wanted))

    def _last(self) -> int:
        known = self._work.ask(_known, self._account)
        is_same = known is not None and known.validity == self._box.validity
        return known.last if known is not None and is_same else 0

    def _state(self, last: int) -> Read:
        return Read(self._account.id, self._account.folder, self._box.validity, last)


def _known(desk: Desk, account: MailAccount) -> Read | None:
    return desk.store.mails.ways.box(account.id, account.folder)


def _read_to(desk: Desk, state: Read) -> None:
    desk.store.mails.ways.keep_box(state)


def _batches(sizes: dict[int, int]) -> Iterator[dict[int, int]]:
    """Yield messages in groups small enough for the memory, in the order of their numbers."""
    batch: dict[int, int] = {}
    for number in sorted(sizes):
        batch[number] = sizes[number]
        if len(batch) == BATCH_MAILS or sum(batch.values()) >= BATCH_BYTES:
            yield batch
            batch = {}
    if batch:
        yield batch
