"""Lists of billables: the newest first, or as a view orders and narrows them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from app.domain.billables.billable import (
    NEWEST_BILLABLES,
    BillableRow,
    BillableSort,
    BillablesShown,
)
from app.domain.invoices.invoice import State
from app.domain.shared.paging import View, sort_of, states_of
from app.storage.billable_tables import billable
from app.storage.billables import is_taken
from app.storage.contact_tables import contact
from app.storage.invoice_tables import invoice
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.types import Rows

_SORTED: dict[BillableSort, ColumnElement[Any]] = {
    BillableSort.DONE_ON: billable.c.done_on,
    BillableSort.CUSTOMER: contact.c.name_key,
    BillableSort.AMOUNT: billable.c.amount_minor,
}
_ROW = (
    billable.c.id,
    billable.c.customer_id,
    contact.c.name,
    billable.c.kind,
    billable.c.done_on,
    billable.c.text,
    billable.c.quantity,
    billable.c.unit,
    billable.c.price,
    billable.c.amount_minor,
    billable.c.currency,
    billable.c.who,
    invoice.c.id,
    func.coalesce(invoice.c.number, ""),
)


class BillableLists:
    """Reads lists of billables on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(
        self, view: View = NEWEST_BILLABLES, among: Collection[int] | None = None
    ) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _listed(view), billable.c.id, among)

    def first(self, view: View, size: int, among: Collection[int] | None = None) -> array[int]:
        """Return the first ids that ``spine`` would return."""
        return found_first(self._connection, _listed(view), billable.c.id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[BillableRow, ...]:
        """Return the rows of this work, in the order asked for; what is gone is left out."""
        kept = (invoice.c.id == billable.c.invoice_id) & (invoice.c.state != State.DISCARDED)
        source = billable.join(contact, contact.c.id == billable.c.customer_id)
        found: dict[int, BillableRow] = {}
        for group in slices(ids):
            wanted: Rows = select(*_ROW).select_from(source.outerjoin(invoice, kept))
            rows = whole(self._connection, wanted.where(billable.c.id.in_(group)))
            found.update((row[0], BillableRow(*row)) for row in rows)
        return in_order(ids, found)

    def counts(self) -> dict[str, int]:
        """Return how many billables the list shows under each of its chips."""
        taken = select(func.count()).select_from(billable).where(is_taken())
        whole_of = select(func.count()).select_from(billable)
        invoiced = int(self._connection.scalar(taken) or 0)
        total = int(self._connection.scalar(whole_of) or 0)
        return {
            BillablesShown.OPEN.value: total - invoiced,
            BillablesShown.INVOICED.value: invoiced,
        }


def _listed(view: View) -> Select[int]:
    asked = view if view.sort else NEWEST_BILLABLES
    sort = sort_of(BillableSort, asked.sort, BillableSort.DONE_ON)
    wanted = select(billable.c.id)
    if sort is BillableSort.CUSTOMER:
        wanted = wanted.join(contact, contact.c.id == billable.c.customer_id)
    if view.only:
        holds = {BillablesShown.OPEN: ~is_taken(), BillablesShown.INVOICED: is_taken()}
        wanted = wanted.where(or_(*(holds[one] for one in states_of(BillablesShown, view.only))))
    return ordered(wanted, _SORTED[sort], billable.c.id, asked)
