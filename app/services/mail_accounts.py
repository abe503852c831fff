"""Mail accounts: the addresses that the office writes from; their passwords are elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.correspondence.mail import MailAccount
from app.domain.correspondence.mail_form import AccountForm, check_account, tidied_account
from app.domain.shared.ids import MailAccountId, new_id
from app.outside.mailboxes import Mailbox
from app.outside.passwords import keeper
from app.outside.posting import Login, Postman
from app.services.issuing import require_right
from app.services.office import Desk, Errand
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
    """Replace what is written of an account; raises Invalid, NotFound, Conflict."""
    before = desk.store.mail_accounts.current(account_id, version)
    after = replace(_written(form, before), version=before.version + 1)
    desk.store.mail_accounts.save(before, after)
    return after


@command(Permission.MAIL_ARRANGE)
def put_away(
    desk: Desk, account_id: MailAccountId, version: int, *, is_archived: bool = True
) -> MailAccount:
    """Write from an account no more, or again; raises NotFound, Conflict."""
    before = desk.store.mail_accounts.current(account_id, version)
    after = replace(before, version=before.version + 1, is_archived=is_archived)
    desk.store.mail_accounts.save(before, after)
    return after


@errand(Permission.MAIL_SEND)
def tell_password(work: Errand, account_id: MailAccountId, password: str) -> None:
    """Keep the password of an account outside of the office; an empty one is forgotten.

    An errand: what is said to a command stands in the audit, and a password may not.
    """
    work.ask(lambda desk: desk.store.mail_accounts.get(account_id))
    if password:
        keeper().put(_name(account_id), password)
    else:
        keeper().forget(_name(account_id))


@errand(Permission.MAIL_SEND)
def try_out(work: Errand, account_id: MailAccountId) -> None:
    """Connect to the servers of an account and log in; nothing is sent and nothing read.

    Raises LineDown, NotTrusted, NotProtected, PasswordRefused, ServerBusy, NoFolder.
    """
    account = work.ask(lambda desk: desk.store.mail_accounts.get(account_id))
    with Postman(login_of(account)):
        pass
    if box := mailbox_of(account):
        with box:
            pass


def asks(account: MailAccount) -> bool:
    """Say whether the password of an account has to be told before anything is sent."""
    return bool(account.smtp.user) and keeper().get(_name(account.id)) is None


def login_of(account: MailAccount) -> Login:
    """Return how the server that sends for an account is spoken to."""
    return Login(account.smtp, keeper().get(_name(account.id)) or "")


def mailbox_of(account: MailAccount) -> Mailbox | None:
    """Return the mailbox of an account, or none where it only sends."""
    if account.imap is None:
        return None
    return Mailbox(Login(account.imap, keeper().get(_name(account.id)) or ""), account.folder)


def _name(account_id: MailAccountId) -> str:
    return f"account {account_id}"


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
