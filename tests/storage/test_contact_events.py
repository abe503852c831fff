"""Other records tell what happened with a contact."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.archive.document import Link
from app.domain.contacts.timeline import Event, Happening
from app.domain.correspondence.letter import OutgoingState
from app.domain.correspondence.mail import MailState
from app.domain.correspondence.notes import Note, NoteKind
from app.domain.correspondence.threads import Thread
from app.domain.invoices.invoice import State
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import InvoiceId, NoteId, ThreadId, day_of, new_id
from app.domain.shared.money import Money
from app.storage.database import Database
from tests.builders import a_contact, a_draft
from tests.databases import on_sqlite
from tests.mailing import a_mail
from tests.storage.letters import AAMU, AT, furnish, issued, received, written
from tests.storage.plans import plans_of


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


@on_sqlite
def test_letters_from_and_to_a_contact_are_told(database: Database) -> None:
    furnish(database)
    came = received(database, "IN-2026-0001", sender_id=AAMU.id)
    went = issued(database, "OUT-2026-0001", addressee_id=AAMU.id)
    void = issued(database, "OUT-2026-0002", addressee_id=AAMU.id, state=OutgoingState.VOIDED)
    draft = written(database, addressee_id=AAMU.id)
    received(database, "IN-2026-0002")
    with database.write() as unit:
        unit.threads.add(Thread(ThreadId(77), 1))
        unit.threads.link(ThreadId(77), Link("contact", AAMU.id))
    other = received(database, "IN-2026-0003", thread_id=ThreadId(77))

    with database.read() as unit, plans_of(unit.connection) as plans:
        events = unit.contact_events.letters(AAMU.id, 5)

    assert [(one.what, one.record, one.title) for one in events] == [
        (Happening.LETTER_RECEIVED, came.id, "IN-2026-0001 Reklamaatio"),
        (Happening.LETTER_RECEIVED, other.id, "IN-2026-0003 Reklamaatio"),
        (Happening.LETTER_DRAFTED, draft.id, "Vastaus"),
        (Happening.LETTER_VOIDED, void.id, "OUT-2026-0002 Vastaus"),
        (Happening.LETTER_ISSUED, went.id, "OUT-2026-0001 Vastaus"),
    ]
    assert events[0].day == came.received_on
    assert not [step for step in plans if step.startswith("SCAN") or "TEMP B-TREE" in step], plans


@on_sqlite
def test_notes_and_calls_of_a_contact_are_told(database: Database) -> None:
    about = Link("contact", AAMU.id)
    call = Note(NoteId(5), 1, NoteKind.PHONE, "Putki\nvuotaa", "Maija", AT, about)
    remark = Note(NoteId(6), 1, NoteKind.NOTE, "Kysy", "Maija", AT, about)
    with database.write() as unit:
        unit.notes.add(call)
        unit.notes.add(remark)

    with database.read() as unit, plans_of(unit.connection) as plans:
        events = unit.contact_events.notes(AAMU.id, 5)

    assert [(one.what, one.title) for one in events] == [
        (Happening.NOTED, "Kysy"),
        (Happening.CALLED, "Putki"),
    ]
    assert not [step for step in plans if step.startswith("SCAN")], plans


@on_sqlite
def test_mails_of_a_contact_and_of_exchanges_about_it_are_told(database: Database) -> None:
    furnish(database)
    mine = replace(a_mail(MailState.RECEIVED), contact_id=AAMU.id, account_id=None)
    waits = replace(a_mail(MailState.QUEUED), contact_id=AAMU.id, account_id=None)
    other = replace(a_mail(MailState.SENT), account_id=None)
    with database.write() as unit:
        for one in (mine, waits, other):
            unit.mails.add(one)
        unit.threads.link(other.thread_id, Link("contact", AAMU.id))

    with database.read() as unit, plans_of(unit.connection) as plans:
        events = unit.contact_events.mails(AAMU.id, 5)

    assert {(one.what, one.record, one.title) for one in events} == {
        (Happening.MAIL_RECEIVED, mine.id, "Kiitos"),
        (Happening.MAIL_WRITTEN, waits.id, "Kiitos"),
        (Happening.MAIL_SENT, other.id, "Kiitos"),
    }
    assert not [step for step in plans if step.startswith("SCAN")], plans
