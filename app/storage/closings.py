"""Closings: the last row of the audit on a day, with the totals of that moment, for ever."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.domain.admin.users import DayClosing
from app.domain.invoices.invoice import State
from app.domain.shared.codec import parsed, plain
from app.domain.shared.money import Money
from app.storage.invoice_tables import invoice
from app.storage.upserts import insert_into
from app.storage.user_tables import day_closing

Totals = tuple[tuple[str, str, Money], ...]


class ClosingStore:
    """Reads and writes closed days on one open connection; a closed day is never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, closing: DayClosing) -> bool:
        """Close a day; False when somebody closed it already."""
        row = {
            "day": closing.day,
            "seq": closing.seq,
            "proof": closing.proof,
            "totals": plain(closing.totals),
            "closed_at": closing.closed_at,
            "closed_by": closing.closed_by,
        }
        fresh = insert_into(self._connection, day_closing).on_conflict_do_nothing()
        return self._connection.scalar(fresh.returning(day_closing.c.seq), row) is not None

    def last_day(self) -> date | None:
        """Return the last day that was closed."""
        return self._connection.scalar(select(func.max(day_closing.c.day)))

    def all(self) -> tuple[DayClosing, ...]:
        """Return every closed day, the newest first."""
        rows = self._connection.execute(select(day_closing).order_by(day_closing.c.day.desc()))
        return tuple(map(_closing, rows))

    def totals(self) -> Totals:
        """Return how many invoices are issued in each currency, and their sum."""
        issued = (
            select(invoice.c.currency, func.count(), func.sum(invoice.c.gross_minor))
            .where(invoice.c.state != State.DRAFT)
            .group_by(invoice.c.currency)
            .order_by(invoice.c.currency)
        )
        return tuple(
            ("invoice", str(count), Money(int(total), currency))
            for currency, count, total in self._connection.execute(issued)
        )


def _closing(row: Row[Any]) -> DayClosing:
    totals: Totals = parsed(Totals, row.totals)
    return DayClosing(row.day, row.seq, row.proof, totals, row.closed_at, row.closed_by)
