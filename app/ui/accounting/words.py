"""What accounts and journals are called on the screen."""

from __future__ import annotations

from app.domain.accounting.chart import AccountKind
from app.domain.accounting.journal import Journal
from app.lang.texts import mark
from app.ui.kit.texts import _, formats

KINDS = {
    AccountKind.ASSET: mark("Assets"),
    AccountKind.LIABILITY: mark("Liabilities"),
    AccountKind.EQUITY: mark("Equity"),
    AccountKind.INCOME: mark("Income"),
    AccountKind.EXPENSE: mark("Expenses"),
}

JOURNALS = {
    Journal.SALES: mark("Sales"),
    Journal.PURCHASES: mark("Purchases"),
    Journal.BANK: mark("Bank"),
    Journal.GENERAL: mark("General"),
}


def kind_name(kind: AccountKind) -> str:
    """Return the class of an account in words."""
    return _(KINDS[kind])


def journal_name(journal: Journal) -> str:
    """Return the name of a journal."""
    return _(JOURNALS[journal])


def debit(minor: int, currency: str) -> str:
    """Return an amount that stands in debit; nothing for one in credit."""
    return formats().amount(minor, currency) if minor > 0 else ""


def credit(minor: int, currency: str) -> str:
    """Return an amount that stands in credit; nothing for one in debit."""
    return formats().amount(-minor, currency) if minor < 0 else ""
