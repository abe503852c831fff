"""How invoices stand with reminders: level, dispute, stop, and what was claimed and paid of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, select

from app.domain.payments.claims import Claim
from app.domain.reminders.standing import InvoiceStanding
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.references import national, rf
from app.storage.deeds import Changes
from app.storage.invoice_tables import invoice
from app.storage.lists import slices
from app.storage.payment_tables import open_item
from app.storage.reminder_tables import invoice_standing, reminder, reminder_item
from app.storage.types import Rows
from app.storage.upserts import insert_into

_NAMES = tuple(field.name for field in fields(InvoiceStanding))
_UNPAID = (invoice_standing.c.interest_minor > invoice_standing.c.interest_paid_minor) | (
    invoice_standing.c.fee_minor > invoice_standing.c.fee_paid_minor
)


class StandingStore:
    """Reads and writes how invoices stand on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, invoice_id: InvoiceId) -> InvoiceStanding:
        """Return how an invoice stands; of one never touched nothing is known."""
        return self.get_all((invoice_id,)).get(invoice_id, InvoiceStanding(invoice_id))

    def get_all(self, ids: Collection[InvoiceId]) -> dict[InvoiceId, InvoiceStanding]:
        """Return how these invoices stand; those never touched are left out."""
        found: dict[InvoiceId, InvoiceStanding] = {}
        columns = [invoice_standing.c[name] for name in _NAMES]
        for group in slices(ids):
            wanted: Rows = select(*columns).where(invoice_standing.c.invoice_id.in_(group))
            for row in self._connection.execute(wanted):
                found[InvoiceId(row.invoice_id)] = InvoiceStanding(*row)
        return found

    def save(self, moved: Iterable[tuple[InvoiceStanding, InvoiceStanding]]) -> None:
        """Write how invoices stand now; each pair is before and after."""
        pairs = [(before, after) for before, after in moved if before != after]
        if not pairs:
            return
        rows = [{name: getattr(after, name) for name in _NAMES} for _before, after in pairs]
        new = insert_into(self._connection, invoice_standing)
        values = {name: new.excluded[name] for name in _NAMES[1:]}
        key = [invoice_standing.c.invoice_id]
        self._connection.execute(new.on_conflict_do_update(index_elements=key, set_=values), rows)
        for before, after in pairs:
            self._changes.note(f"invoice-standing:{after.invoice_id}", before, after)

    def claims(self, contacts: Collection[ContactId]) -> dict[InvoiceId, Claim]:
        """Return what these customers were asked for beside principals and have not paid."""
        found: dict[InvoiceId, Claim] = {}
        columns = [invoice_standing.c[name] for name in _NAMES]
        for group in slices(contacts):
            wanted: Rows = (
                select(*columns, open_item.c.currency)
                .join(open_item, open_item.c.invoice_id == invoice_standing.c.invoice_id)
                .where(open_item.c.customer_id.in_(group), _UNPAID)
                .order_by(open_item.c.due_on, open_item.c.invoice_id)
            )
            for row in self._connection.execute(wanted):
                standing = InvoiceStanding(*row[:-1])
                found[standing.invoice_id] = standing.claim(row.currency)
        return found

    def named(self, reference: str) -> tuple[InvoiceId, ...]:
        """Return the invoices whose reminder bears a reference, or which do and owe interest.

        In either form of the reference, or by the number of the reminder.
        """
        wanted = national(reference)
        if not wanted:
            return ()
        ours = "".join(reference.split())
        forms = {ours, ours.upper(), wanted, rf(wanted) if wanted.isalnum() else wanted}
        in_letter: Rows = (
            select(reminder_item.c.invoice_id)
            .join(reminder, reminder.c.id == reminder_item.c.reminder_id)
            .where(
                reminder.c.reference.in_(forms) | reminder.c.number.in_(forms),
                reminder_item.c.code == "",
            )
        )
        claimed: Rows = (
            select(invoice.c.id)
            .join(invoice_standing, invoice_standing.c.invoice_id == invoice.c.id)
            .where(invoice.c.reference.in_(forms) | invoice.c.number.in_(forms), _UNPAID)
        )
        rows: list[Any] = [
            row[0] for wanted_ in (in_letter, claimed) for row in self._connection.execute(wanted_)
        ]
        return tuple(dict.fromkeys(map(InvoiceId, rows)))
