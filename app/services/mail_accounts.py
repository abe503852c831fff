"""Mail accounts: the addresses that the office writes from; their passwords are elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.correspondence.mail import MailAccount
from app.domain.correspondence.mail_form import AccountForm, check_account, tidied_account
from app.domain.correspondence.mail_servers import proposal
from app.domain.shared.ids import MailAccountId, new_id
from app.domain.shared.refusals import Unavailable
from app.outside.passwords import keeper
from app.services.hearing import Hearing
from app.services.issuing import require_right
from app.services.mail_logins import asks, mailbox_of, name_of, postman_of
from app.services.mail_queues import Waiting
from app.services.office import Cancelled, Desk, Errand
from app.services.permissions import Permission, command, errand, query

RECORD = "mail_account"


@dataclass(frozen=True, slots=True)
class SeenAccount:
    """A mail account as it is looked at.

    ``asks`` says that its password has to be told before anything is sent; ``is_lasting`` that
    the system keeps it when the program ends.
    """

    account: MailAccount
    asks: bool
    is_lasting: bool


@query(Permission.MAIL_READ)
def all_accounts(desk: Desk) -> tuple[SeenAccount, ...]:
    """Return every account by name; those put away too."""
    found = sorted(desk.store.mail_accounts.all(), key=lambda one: one.name.casefold())
    return tuple(SeenAccount(one, asks(one), keeper().is_lasting) for one in found)


@command(Permission.MAIL_ARRANGE)
def add(desk: Desk, form: AccountForm) -> MailAccount:
    """Add an account; raises Invalid."""
    blank = MailAccount(MailAccountId(new_id()), 1, "", "", "", form.smtp)
    new = _written(form, blank)
    desk.store.mail_accounts.add(new)
    return new


@command(Permission.MAIL_ARRANGE)
def change(desk: Desk, account_id: MailAccountId, version: int, form: AccountForm) -> MailAccount:
    """Replace what is written of an account, and try at once what waited for its servers.

    Raises Invalid, NotFound, Conflict.
    """
    before = desk.store.mail_accounts.current(account_id, version)
    after = _kept(desk, before, _written(form, before))
    Waiting(desk).hurry(account_id)
    return after


@command(Permission.MAIL_ARRANGE)
def put_away(desk: Desk, account_id: MailAccountId, version: int) -> MailAccount:
    """Write from an account no more, and fetch nothing for it; raises NotFound, Conflict."""
    before = desk.store.mail_accounts.current(account_id, version)
    return _kept(desk, before, replace(before, is_archived=True))


@command(Permission.MAIL_ARRANGE)
def take_back(desk: Desk, account_id: MailAccountId, version: int) -> MailAccount:
    """Write from an account again, and fetch for it; raises NotFound, Conflict."""
    before = desk.store.mail_accounts.current(account_id, version)
    return _kept(desk, before, replace(before, is_archived=False))


@errand(Permission.MAIL_SEND)
def tell_password(work: Errand, account_id: MailAccountId, password: str) -> None:
    """Keep the password of an account outside of the office; an empty one is forgotten.

    An errand: what is said to a command stands in the audit, and a password may not. What waited
    for the account is tried at once.
    """
    work.ask(lambda desk: desk.store.mail_accounts.get(account_id))
    if password:
        keeper().put(name_of(account_id), password)
    else:
        keeper().forget(name_of(account_id))
    work.do(_told, account_id, is_known=bool(password))


@errand(Permission.MAIL_SEND)
def try_out(work: Errand, account_id: MailAccountId) -> None:
    """Connect to the servers of an account and log in; nothing is sent and nothing read.

    Raises LineDown, NoSuchHost, NotTrusted, NotProtected, PasswordRefused, ServerBusy, NoFolder,
    Cancelled.
    """
    _try(work, work.ask(lambda desk: desk.store.mail_accounts.get(account_id)), "")


@errand(Permission.MAIL_ARRANGE)
def try_written(
    work: Errand,
    form: AccountForm,
    password: str = "",
    account_id: MailAccountId = MailAccountId(0),  # noqa: B008  an id is a number
) -> None:
    """Try an account as it is written, before it is kept; raises Invalid and as ``try_out``.

    Without a password the one that is kept for ``account_id`` is told.
    """
    blank = MailAccount(account_id, 1, "", "", "", form.smtp)
    _try(work, _written(form, blank), password)


@query(Permission.MAIL_READ)
def proposed(desk: Desk, address: str = "") -> AccountForm:
    """Return the account as it usually is for an address, by default the company's own."""
    company = desk.store.company.get()
    return replace(proposal(address or company.email), sender=company.name)


def _kept(desk: Desk, before: MailAccount, wanted: MailAccount) -> MailAccount:
    after = replace(wanted, version=before.version + 1)
    desk.store.mail_accounts.save(before, after)
    return after


def _try(work: Errand, account: MailAccount, password: str) -> None:
    hearing = Hearing(work.progress)
    postman = postman_of(account, hearing.is_stopped, password)
    box = mailbox_of(account, hearing.is_stopped, password)
    servers = tuple(one for one in (postman, box) if one is not None)
    for done, server in enumerate(servers):
        hearing.tell(done, len(servers))
        try:
            with server:
                pass
        except Unavailable as error:
            if hearing.is_stopped():
                raise Cancelled from error
            raise


def _written(form: AccountForm, onto: MailAccount) -> MailAccount:
    """Return an account with what is written of it; raises Invalid."""
    kept = tidied_account(form)
    require_right(check_account(kept))
    return replace(
        onto,
        name=kept.name,
        address=kept.address,
        sender=kept.sender,
        smtp=kept.smtp,
        imap=kept.imap,
        folder=kept.folder,
    )


def _told(desk: Desk, account_id: MailAccountId, *, is_known: bool) -> None:
    """Note that a password was told or forgotten, and try what waited for it."""
    if is_known:
        Waiting(desk).hurry(account_id)
    desk.note("mail_accounts.tell_password", account_id, desk.store.changes)
