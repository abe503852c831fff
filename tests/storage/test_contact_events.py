"""Other records tell what happened with a contact."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.contacts.timeline import Event, Happening
from app.domain.invoices.invoice import State
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId, day_of, new_id
from app.domain.shared.money import Money
from app.storage.database import Database
from tests.builders import a_contact, a_draft


def test_the_newest_invoices_of_a_customer_come_first(database: Database) -> None:
    contact = a_contact()
    draft = replace(a_draft(), id=InvoiceId(new_id()), customer_id=contact.id)
    issued = replace(
        draft,
        id=InvoiceId(new_id()),
        state=State.ISSUED,
        number="INV-2026-00001",
        issued_on=date(2026, 3, 10),
    )
    gone = replace(draft, id=InvoiceId(new_id()), state=State.DISCARDED)
    with database.write() as unit:
        unit.contacts.add(contact, datetime(2026, 3, 10, tzinfo=UTC))
        for one in (draft, issued, gone):
            unit.invoices.add(one, totals_of(one))

    with database.read() as unit:
        events = unit.contact_events.invoices(contact.id, 5)

    assert events == (
        Event(
            date(2026, 3, 10),
            Happening.INVOICE_ISSUED,
            issued.id,
            "INV-2026-00001",
            Money(12_550, "EUR"),
        ),
        Event(
            day_of(draft.id),
            Happening.INVOICE_DRAFTED,
            draft.id,
            amount=Money(12_550, "EUR"),
        ),
    )
