"""Invoices and their lines: a draft is replaced whole, an issued one is never written again."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)

from app.domain.invoices.invoice import (
    NEWEST_INVOICES,
    Invoice,
    InvoiceRow,
    InvoiceSort,
    Kind,
    LastPrice,
    State,
    Totals,
)
from app.domain.invoices.standing import Shown
from app.domain.shared.ids import ContactId, InvoiceId, ProductId
from app.domain.shared.paging import View, sort_of, states_of
from app.domain.shared.quantities import UnitPrice
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.invoice_tables import (
    invoice,
    invoice_line,
    invoice_of,
    invoice_row,
    line_of,
    line_rows,
)
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.payment_tables import open_item
from app.storage.sorting import home_of
from app.storage.types import Rows

_SORTED: dict[InvoiceSort, ColumnElement[Any]] = {
    InvoiceSort.ISSUED_ON: invoice.c.issued_on,
    InvoiceSort.NUMBER: invoice.c.number,
    InvoiceSort.CUSTOMER: invoice.c.customer_key,
    InvoiceSort.DUE_ON: invoice.c.due_on,
    InvoiceSort.NET: invoice.c.net_minor,
    InvoiceSort.GROSS: invoice.c.gross_minor,
}
_ROW = (
    invoice.c.id,
    invoice.c.state,
    func.coalesce(invoice.c.number, "").label("number"),
    invoice.c.customer_name,
    invoice.c.issued_on,
    invoice.c.due_on,
    invoice.c.currency,
    invoice.c.net_minor,
    invoice.c.gross_minor,
    invoice.c.reference,
    open_item.c.open_minor,
    (invoice.c.kind == Kind.CREDIT_NOTE).label("is_credit"),
)


_WHOLE = select(invoice).where(invoice.c.id == bindparam("asked"))
_LINES = (
    select(invoice_line)
    .where(invoice_line.c.invoice_id == bindparam("asked"))
    .order_by(invoice_line.c.position)
)
_SAVING = (
    update(invoice)
    .where(
        invoice.c.id == bindparam("old_id"),
        invoice.c.version == bindparam("old_version"),
        invoice.c.state == State.DRAFT,
    )
    .values({one.name: bindparam(f"new_{one.name}") for one in invoice.c if one.name != "id"})
)
"""Made once: to put forty columns into words takes longer than to write them."""


class InvoiceStore:
    """Reads and writes invoices on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, invoice_id: InvoiceId) -> Invoice:
        """Return an invoice with its lines; raises NotFound."""
        asked = {"asked": invoice_id}
        found = self._connection.execute(_WHOLE, asked).one_or_none()
        if found is None:
            raise NotFound(record="invoice", id=invoice_id)
        rows = self._connection.execute(_LINES, asked)
        return invoice_of(found, tuple(map(line_of, rows)))

    def add(self, new: Invoice, totals: Totals) -> None:
        """Write a new draft."""
        self.add_all(((new, totals),))
        self._changes.note(f"invoice:{new.id}", None, new)

    def add_all(self, new: Sequence[tuple[Invoice, Totals]]) -> None:
        """Write many new invoices at once; an import notes them for the audit as one.

        The lines come first: none can be added to an invoice that is there and issued.
        """
        if lines := [line for one, _ in new for line in line_rows(one)]:
            self._connection.execute(invoice_line.insert(), lines)
        rows = [invoice_row(one, totals, self._country) for one, totals in new]
        self._connection.execute(invoice.insert(), rows)

    def save(self, before: Invoice, after: Invoice, totals: Totals) -> None:
        """Replace a draft, or issue or discard it; raises Conflict when it was changed since."""
        if after.lines != before.lines or after.customer_id != before.customer_id:
            self._replace_lines(after)
        row = invoice_row(after, totals, self._country)
        values = {f"new_{name}": value for name, value in row.items() if name != "id"}
        same = {"old_id": before.id, "old_version": before.version}
        if self._connection.execute(_SAVING, {**values, **same}).rowcount != 1:
            raise Conflict(record="invoice", id=after.id)
        self._changes.note(f"invoice:{after.id}", before, after)

    def spine(
        self,
        view: View = NEWEST_INVOICES,
        among: Collection[int] | None = None,
        today: date = date.max,
    ) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these.

        What was due before ``today`` and is open is overdue.
        """
        return found_spine(self._connection, _listed(view, today), invoice.c.id, among)

    def first(
        self,
        view: View,
        size: int,
        among: Collection[int] | None = None,
        today: date = date.max,
    ) -> array[int]:
        """Return the first ids that ``spine`` would return."""
        return found_first(self._connection, _listed(view, today), invoice.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[InvoiceRow, ...]:
        """Return the rows of these invoices, in the order asked for; what is gone is left out."""
        found: dict[int, InvoiceRow] = {}
        for group in slices(ids):
            wanted = _rows().where(invoice.c.id.in_(group))
            found.update((row.id, InvoiceRow(*row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)

    def counts(self) -> dict[State, int]:
        """Return how many invoices stand where."""
        wanted = select(invoice.c.state, func.count().label("of_it")).group_by(invoice.c.state)
        return {row.state: row.of_it for row in self._connection.execute(wanted)}

    def numbered(self, number: str) -> InvoiceId | None:
        """Return the invoice that has a number, or none."""
        found = self._connection.scalar(select(invoice.c.id).where(invoice.c.number == number))
        return None if found is None else InvoiceId(found)

    def last_price(self, product_id: ProductId, customer_id: ContactId) -> LastPrice | None:
        """Return what a customer last paid for a product, or none."""
        found = self._connection.execute(_sold(product_id, customer_id)).first()
        if found is None:
            return None
        return LastPrice(
            UnitPrice(found.price),
            found.currency,
            found.is_gross,
            found.issued_on,
            found.number,
        )

    @cached_property
    def _country(self) -> str:
        return home_of(self._connection).country

    def _replace_lines(self, after: Invoice) -> None:
        mine = invoice_line.c.invoice_id == after.id
        self._connection.execute(delete(invoice_line).where(mine))
        if lines := list(line_rows(after)):
            self._connection.execute(invoice_line.insert(), lines)


def _listed(view: View, today: date) -> Select[int]:
    asked = view if view.sort else NEWEST_INVOICES
    column = _SORTED[sort_of(InvoiceSort, asked.sort, InvoiceSort.ISSUED_ON)]
    wanted = select(invoice.c.id)
    if view.only:
        wanted = wanted.where(or_(*_kept(states_of(Shown, view.only), today)))
    else:
        discarded = select(invoice.c.id).where(invoice.c.state == State.DISCARDED)
        wanted = wanted.where(invoice.c.id.not_in(discarded))
    return ordered(wanted, column, invoice.c.id, asked)


def _kept(shown: Sequence[Shown], today: date) -> Iterator[ColumnElement[bool]]:
    """Yield what keeps an invoice in a narrowed list: its state, or how it stands."""
    states = [state for state in State if Shown(state.value) in shown]
    if states:
        yield invoice.c.state.in_(states)
    is_open = open_item.c.settled_on.is_(None)
    late = and_(open_item.c.due_on < today, open_item.c.open_minor > 0)
    standing = {
        Shown.OPEN: is_open,
        Shown.OVERDUE: and_(is_open, late),
        Shown.SETTLED: open_item.c.settled_on.is_not(None),
    }
    for one, condition in standing.items():
        if one in shown:
            yield invoice.c.id.in_(select(open_item.c.invoice_id).where(condition))


def _rows() -> Rows:
    return select(*_ROW).outerjoin(open_item, open_item.c.invoice_id == invoice.c.id)


def _sold(product_id: ProductId, customer_id: ContactId) -> Rows:
    return (
        select(
            invoice_line.c.price,
            invoice.c.currency,
            invoice.c.is_gross,
            invoice.c.issued_on,
            invoice.c.number,
        )
        .join(invoice, invoice.c.id == invoice_line.c.invoice_id)
        .where(
            invoice_line.c.product_id == product_id,
            invoice_line.c.customer_id == customer_id,
            invoice.c.state == State.ISSUED,
            invoice.c.kind != Kind.CREDIT_NOTE,
        )
        .order_by(invoice_line.c.invoice_id.desc(), invoice_line.c.position.desc())
        .limit(1)
    )
