"""Lists of quotes: the newest first, or as a view orders and narrows them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from app.domain.quotes.quote import NEWEST_QUOTES, QuoteRow, QuoteSort, State
from app.domain.quotes.standing import Shown
from app.domain.shared.paging import View, sort_of, states_of
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.quote_tables import quote
from app.storage.types import Rows

_SORTED: dict[QuoteSort, ColumnElement[Any]] = {
    QuoteSort.ISSUED_ON: quote.c.issued_on,
    QuoteSort.NUMBER: quote.c.number,
    QuoteSort.CUSTOMER: quote.c.customer_key,
    QuoteSort.VALID_UNTIL: quote.c.valid_until,
    QuoteSort.NET: quote.c.net_minor,
    QuoteSort.GROSS: quote.c.gross_minor,
}
_ROW = (
    quote.c.id,
    quote.c.state,
    func.coalesce(quote.c.number, "").label("number"),
    quote.c.revision,
    quote.c.customer_name,
    quote.c.issued_on,
    quote.c.valid_until,
    quote.c.currency,
    quote.c.net_minor,
    quote.c.gross_minor,
    quote.c.is_replaced,
)


class QuoteLists:
    """Reads lists of quotes on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(
        self,
        view: View = NEWEST_QUOTES,
        among: Collection[int] | None = None,
        today: date = date.min,
    ) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _listed(view, today), quote.c.id, among)

    def first(
        self,
        view: View,
        size: int,
        among: Collection[int] | None = None,
        today: date = date.min,
    ) -> array[int]:
        """Return the first ids that ``spine`` would return."""
        return found_first(self._connection, _listed(view, today), quote.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[QuoteRow, ...]:
        """Return the rows of these quotes, in the order asked for; what is gone is left out."""
        found: dict[int, QuoteRow] = {}
        for group in slices(ids):
            wanted: Rows = select(*_ROW).where(quote.c.id.in_(group))
            found.update((row.id, QuoteRow(*row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)

    def counts(self, today: date) -> dict[Shown, int]:
        """Return how many quotes the list shows under each of its chips."""
        wanted = select(quote.c.state, func.count().label("of_it")).group_by(quote.c.state)
        states = {row.state: row.of_it for row in self._connection.execute(wanted)}
        run_out = self.run_out(today)
        found = {one: states.get(state, 0) for one, state in _STATES.items()}
        return found | {Shown.OPEN: states.get(State.SENT, 0) - run_out, Shown.RUN_OUT: run_out}

    def run_out(self, today: date) -> int:
        """Return how many quotes that were sent are past their day."""
        over = select(func.count()).where(_shown(Shown.RUN_OUT, today))
        return int(self._connection.scalar(over) or 0)


_STATES = {
    Shown.DRAFT: State.DRAFT,
    Shown.ACCEPTED: State.ACCEPTED,
    Shown.REJECTED: State.REJECTED,
    Shown.EXPIRED: State.EXPIRED,
    Shown.ORDERED: State.ORDERED,
}


def _shown(one: Shown, today: date) -> ColumnElement[bool]:
    """Return what keeps a quote in a narrowed list: its state, and whether its day has passed."""
    if one in _STATES:
        return quote.c.state == _STATES[one]
    is_over = quote.c.valid_until < today
    holds = is_over if one is Shown.RUN_OUT else quote.c.valid_until >= today
    return and_(quote.c.state == State.SENT, holds)


def _listed(view: View, today: date) -> Select[int]:
    asked = view if view.sort else NEWEST_QUOTES
    column = _SORTED[sort_of(QuoteSort, asked.sort, QuoteSort.ISSUED_ON)]
    wanted = select(quote.c.id)
    if view.only:
        wanted = wanted.where(or_(*(_shown(one, today) for one in states_of(Shown, view.only))))
    else:
        wanted = wanted.where(quote.c.state != State.DISCARDED)
    return ordered(wanted, column, quote.c.id, asked)
