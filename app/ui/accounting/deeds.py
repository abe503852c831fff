"""What was done with accounts, and the command that takes each back."""

from __future__ import annotations

from functools import partial

from app.domain.accounting.chart import Account
from app.domain.accounting.entries import form_of
from app.services import accounts
from app.ui.kit.history import Deed
from app.ui.kit.texts import _, language


def changed(before: Account, after: Account) -> Deed:
    """Return that an account was changed: it can be as it was, unless it was changed again."""
    forms = (form_of(after), form_of(before))
    text = _("{name} saved", name=named(after))
    return Deed(text, accounts.put_back, (after.id, *forms), partial(changed, after))


def added(account: Account) -> Deed:
    """Return that an account was added, or came back: it can be removed while it is unused."""
    known = (account.id, account.version)
    return Deed(_("{name} saved", name=named(account)), accounts.remove, known, removed)


def removed(account: Account) -> Deed:
    """Return that an account was removed: it can come back."""
    known = (form_of(account), account.id)
    return Deed(_("{name} removed", name=named(account)), accounts.add, known, added)


def closed(account: Account) -> Deed:
    """Return that an account was closed: it can be opened again."""
    known = (account.id, account.version)
    return Deed(_("{name} closed", name=named(account)), accounts.open_again, known, opened)


def opened(account: Account) -> Deed:
    """Return that an account was opened again: it can be closed."""
    known = (account.id, account.version)
    return Deed(_("{name} opened again", name=named(account)), accounts.close, known, closed)


def named(account: Account) -> str:
    """Return an account as it is called: ``1910 Bank account``."""
    return f"{account.number} {account.name_in(language())}"
