"""The chart of accounts and the journal: an entry exists only whole and balanced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select, update

from app.domain.accounting.chart import Account
from app.domain.accounting.journal import (
    Entry,
)
from app.domain.shared.ids import AccountId, EntryId, new_id
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.balances import add_to_balances
from app.storage.books import account, journal_entry, journal_posting
from app.storage.deeds import Changes
from app.storage.journal import entries_where
from app.storage.remembered import Remembered
from app.storage.upserts import into

_CHART = select(account).order_by(account.c.number)
_WHOLE = Remembered(_CHART, Account)
_IN_USE = Remembered(_CHART.where(account.c.use.is_not(None)), Account)
"""What papers are posted to; a whole chart takes longer to read."""


class LedgerStore:
    """Reads and writes accounts, and posts entries, on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def accounts(self, *, only_in_use: bool = False) -> tuple[Account, ...]:
        """Return the whole chart, by number, or those accounts that have a use of their own."""
        return (_IN_USE if only_in_use else _WHOLE).all(self._connection)

    def account(self, account_id: AccountId) -> Account:
        """Return an account; raises NotFound."""
        wanted = select(account).where(account.c.id == account_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="account", id=account_id)
        return Account(*found)

    def add_account(self, *chart: Account) -> None:
        """Write a new account, or a whole chart at once."""
        self._connection.execute(account.insert(), [_account_row(new) for new in chart])
        for new in chart:
            self._changes.note(f"account:{new.id}", None, new)

    def save_account(self, before: Account, after: Account) -> None:
        """Replace an account; raises Conflict when somebody else did so first."""
        same = (account.c.id == before.id, account.c.version == before.version)
        changed = update(account).where(*same).values(_account_row(after))
        if self._connection.execute(changed).rowcount != 1:
            raise Conflict(record="account", id=after.id)
        self._changes.note(f"account:{after.id}", before, after)

    def remove_account(self, gone: Account) -> None:
        """Take an account that nothing was posted to out of the chart."""
        same = (account.c.id == gone.id, account.c.version == gone.version)
        if self._connection.execute(delete(account).where(*same)).rowcount != 1:
            raise Conflict(record="account", id=gone.id)
        self._changes.note(f"account:{gone.id}", gone, None)

    def has_postings(self, account_id: AccountId) -> bool:
        """Say whether anything was ever posted to an account."""
        wanted = select(journal_posting.c.id).where(journal_posting.c.account_id == account_id)
        return self._connection.execute(wanted.limit(1)).first() is not None

    def post(self, *entries: Entry) -> None:
        """Write entries with their postings, and add them to the balances."""
        self.post_all(entries)
        for entry in entries:
            self._changes.note(f"entry:{entry.id}", None, entry)

    def post_all(self, entries: Sequence[Entry]) -> None:
        """Write many entries at once; an import notes them for the audit as one."""
        if entries:
            postings = [row for entry in entries for row in _posting_rows(entry)]
            heads = [_entry_row(entry) for entry in entries]
            self._connection.execute(into(journal_posting), postings)
            self._connection.execute(into(journal_entry), heads)
            add_to_balances(self._connection, entries)

    def entry(self, entry_id: EntryId) -> Entry:
        """Return an entry with its postings; raises NotFound."""
        found = next(entries_where(self._connection, journal_entry.c.id == entry_id), None)
        if found is None:
            raise NotFound(record="entry", id=entry_id)
        return found

    def entries_of(self, source: str) -> tuple[Entry, ...]:
        """Return the entries of a voucher (``invoice:123``), oldest first."""
        return tuple(entries_where(self._connection, journal_entry.c.source == source))


def _account_row(one: Account) -> dict[str, Any]:
    return {
        "id": one.id,
        "number": one.number,
        "names": dict(one.names),
        "kind": one.kind,
        "use": one.use,
        "vat": one.vat,
        "report": one.report,
        "is_closed": one.is_closed,
        "version": one.version,
    }


def _entry_row(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "number": entry.number,
        "journal": entry.journal,
        "booked_on": entry.booked_on,
        "text": entry.text,
        "amount_minor": sum(max(side.amount.minor, 0) for side in entry.postings),
        "currency": entry.postings[0].amount.currency,
        "source": entry.source,
    }


def _posting_rows(entry: Entry) -> Iterator[dict[str, Any]]:
    for side in entry.postings:
        yield {
            "id": new_id(),
            "entry_id": entry.id,
            "account_id": side.account_id,
            "booked_on": entry.booked_on,
            "amount_minor": side.amount.minor,
            "currency": side.amount.currency,
            "text": side.text,
            "vat": side.vat,
        }
