"""Logins: how the servers of a mail account are spoken to; passwords are not in the office."""

from __future__ import annotations

from app.domain.correspondence.mail import MailAccount, Server
from app.domain.shared.ids import MailAccountId
from app.outside.lines import Stopped, never
from app.outside.mailboxes import Mailbox
from app.outside.passwords import keeper
from app.outside.posting import Login, Postman


def asks(account: MailAccount) -> bool:
    """Say whether the password of an account has to be told before it sends or fetches."""
    servers = (one for one in (account.smtp, account.imap) if one is not None)
    return any(needs_password(one, account.id) for one in servers)


def needs_password(server: Server, account_id: MailAccountId) -> bool:
    """Say whether a server wants a password that nobody has told yet."""
    return bool(server.user) and keeper().get(name_of(account_id)) is None


def postman_of(account: MailAccount, is_stopped: Stopped = never, password: str = "") -> Postman:
    """Return who hands over the mails of an account; by default with the password that is kept."""
    return Postman(_login(account.smtp, account.id, password), is_stopped=is_stopped)


def mailbox_of(
    account: MailAccount, is_stopped: Stopped = never, password: str = ""
) -> Mailbox | None:
    """Return the mailbox of an account, or none where it only sends."""
    if account.imap is None:
        return None
    login = _login(account.imap, account.id, password)
    return Mailbox(login, account.folder, is_stopped=is_stopped)


def name_of(account_id: MailAccountId) -> str:
    """Return the name under which the password of an account is kept."""
    return f"account {account_id}"


def _login(server: Server, account_id: MailAccountId, password: str) -> Login:
    return Login(server, password or keeper().get(name_of(account_id)) or "")
