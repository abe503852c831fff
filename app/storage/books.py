"""The tables of the books: accounts, entries, postings, and balances by month.

Postings are written before their entry, and the foreign key waits for the commit: the insert of
the entry then finds all its postings, so the database can refuse one that does not balance and
can refuse any posting for an entry that is already there.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.accounting.chart import AccountKind, AccountUse
from app.domain.accounting.journal import Journal
from app.storage.types import Day, EnumText, Flag, Id, Json, Minor, Whole, metadata


class _Account(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    number: Named[str] = Column(Text, nullable=False, unique=True)
    names: Named[Any] = Column(Json, nullable=False)
    kind: Named[AccountKind] = Column(EnumText(AccountKind), nullable=False)
    use: Named[AccountUse | None] = Column(EnumText(AccountUse))
    vat: Named[str] = Column(Text, nullable=False)
    report: Named[str] = Column(Text, nullable=False)
    is_closed: Named[bool] = Column(Flag, nullable=False)
    version: Named[int] = Column(Whole, nullable=False)


class _Entry(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    number: Named[str] = Column(Text, nullable=False, unique=True)
    journal: Named[Journal] = Column(EnumText(Journal), nullable=False)
    booked_on: Named[date] = Column(Day, nullable=False)
    text: Named[str] = Column(Text, nullable=False)
    amount_minor: Named[int] = Column(Minor, nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    source: Named[str] = Column(Text, nullable=False, index=True)


class _Posting(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    entry_id: Named[int] = Column(
        Id,
        ForeignKey("journal_entry.id", deferrable=True, initially="DEFERRED"),
        nullable=False,
        index=True,
    )
    account_id: Named[int] = Column(Id, ForeignKey("account.id"), nullable=False)
    booked_on: Named[date] = Column(Day, nullable=False)
    amount_minor: Named[int] = Column(Minor, nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    text: Named[str] = Column(Text, nullable=False)
    vat: Named[str] = Column(Text, nullable=False)


class _Balance(TypedColumns):
    account_id: Named[int] = Column(Id, ForeignKey("account.id"), primary_key=True)
    month: Named[str] = Column(Text, primary_key=True)
    currency: Named[str] = Column(Text, primary_key=True)
    debit_minor: Named[int] = Column(Minor, nullable=False)
    credit_minor: Named[int] = Column(Minor, nullable=False)


account = Table("account", metadata, _Account)
journal_entry = Table("journal_entry", metadata, _Entry)
journal_posting = Table("journal_posting", metadata, _Posting)
account_balance = Table("account_balance", metadata, _Balance, sqlite_with_rowid=False)

Index("ix_journal_entry_list", journal_entry.c.booked_on, journal_entry.c.id)
Index(
    "ix_journal_posting_ledger",
    journal_posting.c.account_id,
    journal_posting.c.booked_on,
    journal_posting.c.id,
    journal_posting.c.currency,
    journal_posting.c.amount_minor,
)
