"""The journal: as a list the newest first, and whole entries with their postings."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select

from app.domain.accounting.journal import (
    NEWEST_ENTRIES,
    Entry,
    EntryRow,
    EntrySort,
    Journal,
    Posting,
)
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.money import Money
from app.domain.shared.paging import View, looked_for, sort_of, states_of
from app.storage.books import journal_entry, journal_posting
from app.storage.lists import in_order, ordered, slices, spine_of, whole
from app.storage.types import Rows

_SORTED: dict[EntrySort, ColumnElement[Any]] = {
    EntrySort.BOOKED_ON: journal_entry.c.booked_on,
    EntrySort.NUMBER: journal_entry.c.number,
    EntrySort.TEXT: journal_entry.c.text,
    EntrySort.AMOUNT: journal_entry.c.amount_minor,
}


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


class JournalStore:
    """Reads the journal on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entries_in(self, first: date, last: date) -> tuple[Entry, ...]:
        """Return the entries of some days, both included, oldest first."""
        found = entries_where(self._connection, journal_entry.c.booked_on.between(first, last))
        return tuple(sorted(found, key=attrgetter("booked_on", "id")))

    def spine(self, view: View = NEWEST_ENTRIES) -> array[int]:
        """Return the ids of the journal as the view orders and filters it."""
        return spine_of(self._connection, _listed(view))

    def first(self, view: View, size: int) -> array[int]:
        """Return the first ids of the journal as the view orders and filters it."""
        return spine_of(self._connection, _listed(view).limit(max(0, size)))

    def rows(self, ids: Sequence[int]) -> tuple[EntryRow, ...]:
        """Return the rows of these entries, in the order asked for."""
        found: dict[int, EntryRow] = {}
        for group in slices(ids):
            wanted: Rows = select(*_ROW).where(journal_entry.c.id.in_(group))
            found.update((row.id, EntryRow(*row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)


def entries_where(connection: Connection, wanted: Any) -> Iterator[Entry]:
    """Yield the entries that fit, each with its postings, by their ids."""
    joined = (
        select(
            journal_entry,
            journal_posting.c.account_id,
            journal_posting.c.amount_minor.label("side_minor"),
            journal_posting.c.text.label("side_text"),
            journal_posting.c.vat.label("side_vat"),
        )
        .join(journal_posting, journal_posting.c.entry_id == journal_entry.c.id)
        .where(wanted)
        .order_by(journal_entry.c.id, journal_posting.c.id)
    )
    rows = connection.execute(joined)
    for _, sides in groupby(rows, key=attrgetter("id")):
        yield _entry(list(sides))


def _entry(sides: Sequence[Row[Any]]) -> Entry:
    head = sides[0]
    return Entry(
        id=EntryId(head.id),
        number=head.number,
        journal=head.journal,
        booked_on=head.booked_on,
        text=head.text,
        postings=tuple(
            Posting(
                AccountId(side.account_id),
                Money(side.side_minor, head.currency),
                side.side_text,
                side.side_vat,
            )
            for side in sides
        ),
        source=head.source,
    )


def _listed(view: View) -> Select[int]:
    asked = view if view.sort else NEWEST_ENTRIES
    column = _SORTED[sort_of(EntrySort, asked.sort, EntrySort.BOOKED_ON)]
    wanted = select(journal_entry.c.id)
    if view.only:
        wanted = wanted.where(journal_entry.c.journal.in_(states_of(Journal, view.only)))
    for word in looked_for(view.words):
        in_text = journal_entry.c.text.icontains(word, autoescape=True)
        in_number = journal_entry.c.number.startswith(word, autoescape=True)
        wanted = wanted.where(or_(in_text, in_number))
    return ordered(wanted, column, journal_entry.c.id, asked)
