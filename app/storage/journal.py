"""The journal of some days: entries read with their postings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, select

from app.domain.accounting.journal import Entry, Posting
from app.domain.shared.ids import AccountId, EntryId
from app.domain.shared.money import Money
from app.storage.books import journal_entry, journal_posting


class JournalStore:
    """Reads whole entries on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entries_in(self, first: date, last: date) -> tuple[Entry, ...]:
        """Return the entries of some days, both included, oldest first."""
        found = entries_where(self._connection, journal_entry.c.booked_on.between(first, last))
        return tuple(sorted(found, key=attrgetter("booked_on", "id")))


def entries_where(connection: Connection, wanted: Any) -> Iterator[Entry]:
    """Yield the entries that fit, each with its postings, by their ids."""
    joined = (
        select(
            journal_entry,
            journal_posting.c.account_id,
            journal_posting.c.amount_minor.label("side_minor"),
            journal_posting.c.text.label("side_text"),
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
            )
            for side in sides
        ),
        source=head.source,
    )
