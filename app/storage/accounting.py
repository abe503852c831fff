"""The chart of accounts and the journal: an entry exists only whole and balanced."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select, update

from app.domain.accounting.chart import Account
from app.domain.accounting.journal import (
    NEWEST_ENTRIES,
    Entry,
    EntryRow,
    EntrySort,
    Journal,
)
from app.domain.shared.ids import AccountId, EntryId, new_id
from app.domain.shared.paging import View, sort_of
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.audit import Changes
from app.storage.balances import add_to_balances
from app.storage.books import account, journal_entry, journal_posting
from app.storage.journal import entries_where
from app.storage.lists import in_order, ordered, slices, spine_of
from app.storage.types import Rows

_SORTED: dict[EntrySort, ColumnElement[Any]] = {
    EntrySort.BOOKED_ON: journal_entry.c.booked_on,
    EntrySort.NUMBER: journal_entry.c.number,
    EntrySort.TEXT: journal_entry.c.text,
    EntrySort.AMOUNT: journal_entry.c.amount_minor,
}


class LedgerStore:
    """Reads and writes accounts, and posts entries, on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def accounts(self) -> tuple[Account, ...]:
        """Return the whole chart, by number."""
        rows = self._connection.execute(select(account).order_by(account.c.number))
        return tuple(Account(*row) for row in rows)

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

    def post(self, *entries: Entry) -> None:
        """Write entries with their postings, and add them to the balances."""
        if not entries:
            return
        postings = [row for entry in entries for row in _posting_rows(entry)]
        self._connection.execute(journal_posting.insert(), postings)
        self._connection.execute(journal_entry.insert(), [_entry_row(entry) for entry in entries])
        add_to_balances(self._connection, entries)
        for entry in entries:
            self._changes.note(f"entry:{entry.id}", None, entry)

    def entry(self, entry_id: EntryId) -> Entry:
        """Return an entry with its postings; raises NotFound."""
        found = next(entries_where(self._connection, journal_entry.c.id == entry_id), None)
        if found is None:
            raise NotFound(record="entry", id=entry_id)
        return found

    def entries_of(self, source: str) -> tuple[Entry, ...]:
        """Return the entries of a voucher (``invoice:123``), oldest first."""
        return tuple(entries_where(self._connection, journal_entry.c.source == source))

    def spine(self, view: View = NEWEST_ENTRIES) -> array[int]:
        """Return the ids of the journal as the view orders and filters it."""
        return spine_of(self._connection, _listed(view))

    def first(self, view: View, size: int) -> array[int]:
        """Return the first ids of the journal as the view orders and filters it."""
        return spine_of(self._connection, _listed(view).limit(size))

    def rows(self, ids: Sequence[int]) -> tuple[EntryRow, ...]:
        """Return the rows of these entries, in the order asked for."""
        found: dict[int, EntryRow] = {}
        for group in slices(ids):
            wanted: Rows = select(*_ROW).where(journal_entry.c.id.in_(group))
            found.update((row.id, EntryRow(*row)) for row in self._connection.execute(wanted))
        return in_order(ids, found)


_ROW = (
    journal_entry.c.id,
    journal_entry.c.number,
    journal_entry.c.journal,
    journal_entry.c.booked_on,
    journal_entry.c.text,
    journal_entry.c.amount_minor,
    journal_entry.c.currency,
    journal_entry.c.source,
)


def _listed(view: View) -> Select[int]:
    asked = view if view.sort else NEWEST_ENTRIES
    column = _SORTED[sort_of(EntrySort, asked.sort, EntrySort.BOOKED_ON)]
    wanted = select(journal_entry.c.id)
    if view.only:
        wanted = wanted.where(journal_entry.c.journal.in_([Journal(name) for name in view.only]))
    for word in view.words.split():
        in_text = journal_entry.c.text.icontains(word, autoescape=True)
        in_number = journal_entry.c.number.startswith(word, autoescape=True)
        wanted = wanted.where(or_(in_text, in_number))
    return ordered(wanted, column, journal_entry.c.id, asked)


def _account_row(one: Account) -> dict[str, Any]:
    return {
        "id": one.id,
        "number": one.number,
        "names": dict(one.names),
        "kind": one.kind,
        "use": one.use,
        "vat": one.vat,
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
        }
