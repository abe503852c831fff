"""Allocations: which payment or credit note settles how much of what; undone, never removed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    func,
    or_,
    select,
    update,
)

from app.domain.payments.allocation import Allocation, Settlement
from app.domain.payments.statement import Settled
from app.domain.shared.ids import (
    AllocationId,
    ContactId,
    InvoiceId,
    PaymentId,
)
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.invoice_tables import invoice
from app.storage.payment_tables import allocation, payment
from app.storage.types import Rows


class AllocationStore:
    """Reads and writes what settles what on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add(self, *new: Allocation) -> None:
        """Write what settles what."""
        if new:
            self._connection.execute(allocation.insert(), [_allocation_row(one) for one in new])
        for one in new:
            self._changes.note(f"allocation:{one.id}", None, one)

    def undo(self, before: Allocation, after: Allocation) -> None:
        """Write that an allocation does not count any more; raises Conflict if it was undone."""
        same = (allocation.c.id == before.id, allocation.c.undone_on.is_(None))
        changed = update(allocation).where(*same).values(undone_on=after.undone_on)
        if self._connection.execute(changed).rowcount != 1:
            raise Conflict(record="allocation", id=after.id)
        self._changes.note(f"allocation:{after.id}", before, after)

    def get(self, allocation_id: AllocationId) -> Allocation:
        """Return an allocation; raises NotFound."""
        wanted = select(allocation).where(allocation.c.id == allocation_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="allocation", id=allocation_id)
        return _allocation(found)

    def of_payment(self, payment_id: PaymentId) -> tuple[Settlement, ...]:
        """Return what a payment settled, undone allocations among them, in their order."""
        mine = or_(allocation.c.payment_id == payment_id, allocation.c.refund_id == payment_id)
        return self._settlements(mine)

    def of_document(self, invoice_id: InvoiceId) -> tuple[Settlement, ...]:
        """Return what settled a document, or what a credit note settled, in their order."""
        mine = or_(allocation.c.invoice_id == invoice_id, allocation.c.credit_id == invoice_id)
        return self._settlements(mine)

    def settled_of(self, contact_id: ContactId) -> tuple[Settled, ...]:
        """Return what settled a customer's documents, and what its payments settled."""
        mine = or_(invoice.c.customer_id == contact_id, payment.c.contact_id == contact_id)
        wanted: Rows = (
            select(
                allocation,
                invoice.c.number.label("document"),
                invoice.c.customer_id.label("customer"),
                payment.c.contact_id.label("payer"),
            )
            .join(invoice, invoice.c.id == allocation.c.invoice_id)
            .outerjoin(payment, payment.c.id == allocation.c.payment_id)
            .where(mine)
            .order_by(allocation.c.id)
        )
        return tuple(
            Settled(_allocation(row), row.document or "", row.customer, row.payer)
            for row in self._connection.execute(wanted)
        )

    def _settlements(self, mine: ColumnElement[bool]) -> tuple[Settlement, ...]:
        document, credit = invoice.alias("document"), invoice.alias("credited")
        wanted: Rows = (
            select(
                allocation,
                func.coalesce(payment.c.number, "").label("payment_number"),
                func.coalesce(document.c.number, "").label("document_number"),
                func.coalesce(credit.c.number, "").label("credit_number"),
            )
            .outerjoin(payment, payment.c.id == allocation.c.payment_id)
            .outerjoin(document, document.c.id == allocation.c.invoice_id)
            .outerjoin(credit, credit.c.id == allocation.c.credit_id)
            .where(mine)
            .order_by(allocation.c.booked_on, allocation.c.id)
        )
        return tuple(
            Settlement(_allocation(row), row.payment_number, row.document_number, row.credit_number)
            for row in self._connection.execute(wanted)
        )


def _allocation(row: Row[Any]) -> Allocation:
    return Allocation(
        id=AllocationId(row.id),
        payment_id=row.payment_id,
        invoice_id=row.invoice_id,
        credit_id=row.credit_id,
        refund_id=row.refund_id,
        closing=row.closing,
        amount=Money(row.amount_minor, row.currency),
        booked_on=row.booked_on,
        entry_id=row.entry_id,
        undone_on=row.undone_on,
    )


def _allocation_row(one: Allocation) -> dict[str, Any]:
    return {
        "id": one.id,
        "payment_id": one.payment_id,
        "invoice_id": one.invoice_id,
        "credit_id": one.credit_id,
        "refund_id": one.refund_id,
        "closing": one.closing,
        "currency": one.amount.currency,
        "amount_minor": one.amount.minor,
        "booked_on": one.booked_on,
        "entry_id": one.entry_id,
        "undone_on": one.undone_on,
    }
