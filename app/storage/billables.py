"""Billables: written, changed and removed while they are open, and taken up by invoices."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Connection, delete, exists, select, tuple_, update

from app.domain.billables.billable import Billable
from app.domain.invoices.invoice import State
from app.domain.shared.ids import BillableId, ContactId, InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.billable_tables import billable, billable_of, billable_row
from app.storage.deeds import Changes
from app.storage.invoice_tables import invoice
from app.storage.lists import slices


def is_taken() -> ColumnElement[bool]:
    """Return what holds of billables that an invoice has taken up; a discarded one gives back."""
    holds = (invoice.c.id == billable.c.invoice_id, invoice.c.state != State.DISCARDED)
    return exists(select(invoice.c.id).where(*holds))


class BillableStore:
    """Reads and writes billables on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, billable_id: BillableId) -> Billable:
        """Return a billable; raises NotFound."""
        wanted = select(billable).where(billable.c.id == billable_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="billable", id=billable_id)
        return billable_of(found)

    def add(self, new: Billable, amount: Money) -> None:
        """Write new work."""
        self._connection.execute(billable.insert(), billable_row(new, amount))
        self._changes.note(f"billable:{new.id}", None, new)

    def save(self, before: Billable, after: Billable, amount: Money) -> None:
        """Write changed work; raises Conflict when it was changed or taken up since."""
        values = billable_row(after, amount)
        del values["id"]
        changed = update(billable).where(*self._as_it_was(before)).values(values)
        if self._connection.execute(changed).rowcount != 1:
            raise Conflict(record="billable", id=before.id)
        self._changes.note(f"billable:{after.id}", before, after)

    def remove(self, gone: Billable) -> None:
        """Remove open work; raises Conflict when it was changed or taken up since."""
        removed = delete(billable).where(*self._as_it_was(gone))
        if self._connection.execute(removed).rowcount != 1:
            raise Conflict(record="billable", id=gone.id)
        self._changes.note(f"billable:{gone.id}", gone, None)

    def open_of(self, customer_id: ContactId, until: date) -> tuple[Billable, ...]:
        """Return the open work of a customer up to a day, the oldest first."""
        holds = (billable.c.customer_id == customer_id, billable.c.done_on <= until, ~is_taken())
        wanted = select(billable).where(*holds).order_by(billable.c.done_on, billable.c.id)
        return tuple(map(billable_of, self._connection.execute(wanted)))

    def is_open(self, billable_id: BillableId) -> bool:
        """Say whether no invoice has taken work up."""
        wanted = select(billable.c.id).where(billable.c.id == billable_id, ~is_taken())
        return self._connection.scalar(wanted) is not None

    def take_up(self, works: Collection[Billable], invoice_id: InvoiceId) -> None:
        """Write which invoice took work up; raises Conflict when one was changed or taken since."""
        for some in slices(tuple(works)):
            same = tuple_(billable.c.id, billable.c.version).in_(
                [(one.id, one.version) for one in some]
            )
            values = {"version": billable.c.version + 1, "invoice_id": invoice_id}
            taken = update(billable).where(same, ~is_taken()).values(values)
            if self._connection.execute(taken).rowcount != len(some):
                raise Conflict(record="billable", id=some[0].id)
            for one in some:
                self._changes.note(f"billable:{one.id}", one, one.taken_by(invoice_id))

    def _as_it_was(self, before: Billable) -> tuple[ColumnElement[bool], ...]:
        return (billable.c.id == before.id, billable.c.version == before.version, ~is_taken())
