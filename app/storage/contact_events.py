"""What other records tell of a contact."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from app.domain.archive.document import DocumentState
from app.domain.contacts.timeline import Event, Happening
from app.domain.correspondence.letter import OutgoingState
from app.domain.correspondence.mail import MailState
from app.domain.correspondence.notes import NoteKind, first_line
from app.domain.invoices.invoice import State
from app.domain.orders.order import OrderState
from app.domain.payments.payment import Direction, PaymentState
from app.domain.quotes.quote import State as QuoteState
from app.domain.shared.ids import ContactId, DocumentTypeId, InvoiceId, day_of
from app.domain.shared.money import Money
from app.storage.document_tables import document
from app.storage.invoice_tables import invoice
from app.storage.kinds import document_type
from app.storage.letter_tables import letter_in, letter_out, letter_thread_link
from app.storage.mail_tables import mail
from app.storage.note_tables import note
from app.storage.order_tables import sales_order
from app.storage.payment_tables import payment
from app.storage.plan_tables import recurring_plan
from app.storage.quote_tables import quote
from app.storage.reminder_tables import reminder
from app.storage.types import Rows

_LETTERS = {
    OutgoingState.DRAFT: Happening.LETTER_DRAFTED,
    OutgoingState.APPROVED: Happening.LETTER_DRAFTED,
    OutgoingState.VOIDED: Happening.LETTER_VOIDED,
}
_MAILS = {
    MailState.RECEIVED: Happening.MAIL_RECEIVED,
    MailState.HANDLED: Happening.MAIL_RECEIVED,
    MailState.SENT: Happening.MAIL_SENT,
}
_PAPERS = ("order-confirmation", "pro-forma")
"""The types of document that papers of orders are."""
_HAPPENINGS = {State.DRAFT: Happening.INVOICE_DRAFTED, State.ISSUED: Happening.INVOICE_ISSUED}

_RECEIVED: Rows = select(
    letter_in.c.id, letter_in.c.received_on, letter_in.c.number, letter_in.c.subject
)
_WRITTEN: Rows = select(
    letter_out.c.id,
    letter_out.c.dated_on,
    letter_out.c.number,
    letter_out.c.subject,
    letter_out.c.state,
)


class ContactEvents:
    """Reads the newest records about a contact on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def invoices(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest invoices and drafts of a customer."""
        wanted = (
            select(
                invoice.c.id,
                invoice.c.state,
                invoice.c.number,
                invoice.c.issued_on,
                invoice.c.gross_minor,
                invoice.c.currency,
            )
            .where(invoice.c.customer_id == contact_id, invoice.c.state != State.DISCARDED)
            .order_by(invoice.c.id.desc())
            .limit(max(0, limit))
        )
        rows: Iterable[Row[Any]] = self._connection.execute(wanted)
        return tuple(_event(row) for row in rows)

    def quotes(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest quotes to a customer."""
        wanted = (
            select(
                quote.c.id,
                quote.c.state,
                quote.c.number,
                quote.c.issued_on,
                quote.c.gross_minor,
                quote.c.currency,
            )
            .where(quote.c.customer_id == contact_id, quote.c.state != QuoteState.DISCARDED)
            .order_by(quote.c.id.desc())
            .limit(limit)
        )
        rows: Iterable[Row[Any]] = self._connection.execute(wanted)
        return tuple(
            Event(
                row.issued_on or day_of(row.id),
                Happening.QUOTE_SENT if row.number else Happening.QUOTE_DRAFTED,
                row.id,
                row.number or "",
                Money(row.gross_minor, row.currency),
            )
            for row in rows
        )

    def orders(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest orders of a customer."""
        wanted = (
            select(
                sales_order.c.id,
                sales_order.c.number,
                sales_order.c.ordered_on,
                sales_order.c.gross_minor,
                sales_order.c.currency,
            )
            .where(
                sales_order.c.customer_id == contact_id,
                sales_order.c.state != OrderState.CANCELLED,
            )
            .order_by(sales_order.c.id.desc())
            .limit(limit)
        )
        rows: Iterable[Row[Any]] = self._connection.execute(wanted)
        return tuple(
            Event(
                row.ordered_on or day_of(row.id),
                Happening.ORDER_CONFIRMED if row.number else Happening.ORDER_DRAFTED,
                row.id,
                row.number or "",
                Money(row.gross_minor, row.currency),
            )
            for row in rows
        )

    def papers(
        self, contact_id: ContactId, limit: int, hidden: Collection[DocumentTypeId]
    ) -> tuple[Event, ...]:
        """Return the newest papers of orders that were filed for a customer, but no hidden ones."""
        wanted: Rows = (
            select(document.c.id, document.c.day, document.c.title, document.c.received_at)
            .join(document_type, document_type.c.id == document.c.type_id)
            .where(
                document.c.correspondent_id == contact_id,
                document_type.c.code.in_(_PAPERS),
                document.c.state == DocumentState.FILED,
                document.c.type_id.not_in(hidden),
            )
            .order_by(document.c.day.desc(), document.c.id.desc())
            .limit(max(0, limit))
        )
        return tuple(
            Event(row.day or row.received_at.date(), Happening.PAPER_FILED, row.id, row.title)
            for row in self._connection.execute(wanted)
        )

    def reminders(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest reminders that were issued to a contact."""
        total = (
            reminder.c.principal_minor
            + reminder.c.interest_minor
            + reminder.c.fee_minor
            - reminder.c.credit_minor
        )
        wanted: Rows = (
            select(
                reminder.c.id,
                reminder.c.number,
                reminder.c.issued_on,
                total.label("total_minor"),
                reminder.c.currency,
            )
            .where(reminder.c.contact_id == contact_id, reminder.c.number.is_not(None))
            .order_by(reminder.c.issued_on.desc(), reminder.c.id.desc())
            .limit(max(0, limit))
        )
        return tuple(
            Event(
                row.issued_on,
                Happening.REMINDED,
                row.id,
                row.number,
                Money(row.total_minor, row.currency),
            )
            for row in self._connection.execute(wanted)
        )

    def plans(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest plans of recurring invoices to a customer, with their amount."""
        wanted = (
            select(
                recurring_plan.c.id,
                recurring_plan.c.name,
                recurring_plan.c.gross_minor,
                recurring_plan.c.currency,
            )
            .where(recurring_plan.c.customer_id == contact_id)
            .order_by(recurring_plan.c.id.desc())
            .limit(limit)
        )
        return tuple(
            Event(
                day_of(row.id),
                Happening.PLAN_BEGUN,
                row.id,
                row.name,
                Money(row.gross_minor, row.currency),
            )
            for row in self._connection.execute(wanted)
        )

    def payments(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest payments of a contact, and what was paid back to it."""
        wanted = (
            select(
                payment.c.id,
                payment.c.state,
                payment.c.direction,
                payment.c.number,
                payment.c.paid_on,
                payment.c.amount_minor,
                payment.c.currency,
            )
            .where(payment.c.contact_id == contact_id)
            .order_by(payment.c.paid_on.desc(), payment.c.id.desc())
            .limit(max(0, limit))
        )
        rows: Iterable[Row[Any]] = self._connection.execute(wanted)
        return tuple(
            Event(
                row.paid_on,
                _what_of(row),
                row.id,
                row.number,
                Money(row.amount_minor, row.currency),
            )
            for row in rows
        )

    def letters(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest letters from and to a contact, and those about it; drafts, too."""
        link = letter_thread_link.c
        about = (
            select(link.thread_id)
            .where(link.kind == "contact", link.record_id == contact_id)
            .order_by(link.thread_id.desc())
            .limit(max(0, limit))
        )
        came, day = _RECEIVED.where(letter_in.c.sender_id == contact_id), letter_in.c.received_on
        went, dated = _WRITTEN.where(letter_out.c.addressee_id == contact_id), letter_out.c.dated_on
        found = (
            *self._received(came.order_by(day.desc(), letter_in.c.id.desc()).limit(max(0, limit))),
            *self._received(_RECEIVED.where(letter_in.c.thread_id.in_(about))),
            *self._written(
                went.order_by(dated.desc().nulls_first(), letter_out.c.id.desc()).limit(
                    max(0, limit)
                )
            ),
            *self._written(_WRITTEN.where(letter_out.c.thread_id.in_(about))),
        )
        return tuple(dict.fromkeys(found))

    def _received(self, wanted: Rows) -> Iterator[Event]:
        for row in self._connection.execute(wanted):
            title = _titled(row.number, row.subject)
            yield Event(row.received_on, Happening.LETTER_RECEIVED, row.id, title)

    def _written(self, wanted: Rows) -> Iterator[Event]:
        for row in self._connection.execute(wanted):
            what = _LETTERS.get(row.state, Happening.LETTER_ISSUED)
            title = _titled(row.number, row.subject)
            yield Event(row.dated_on or day_of(row.id), what, row.id, title)

    def mails(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest mails from and to a contact, and those of exchanges about it."""
        columns = (mail.c.id, mail.c.at, mail.c.state, mail.c.subject)
        own = select(*columns).where(mail.c.contact_id == contact_id)
        linked = (
            select(*columns)
            .join(letter_thread_link, letter_thread_link.c.thread_id == mail.c.thread_id)
            .where(
                letter_thread_link.c.kind == "contact",
                letter_thread_link.c.record_id == contact_id,
            )
        )
        found: dict[int, Event] = {}
        for wanted in (own, linked):
            newest = wanted.order_by(mail.c.at.desc(), mail.c.id.desc()).limit(max(0, limit))
            for row in self._connection.execute(newest):
                what = _MAILS.get(row.state, Happening.MAIL_WRITTEN)
                found[row.id] = Event(row.at.date(), what, row.id, row.subject)
        return tuple(found.values())

    def notes(self, contact_id: ContactId, limit: int) -> tuple[Event, ...]:
        """Return the newest notes about a contact, and the calls that were taken."""
        wanted = (
            select(note.c.id, note.c.kind, note.c.text, note.c.written_at)
            .where(note.c.about_id == contact_id, note.c.about_kind == "contact")
            .order_by(note.c.id.desc())
            .limit(max(0, limit))
        )
        return tuple(
            Event(
                row.written_at.date(),
                Happening.CALLED if row.kind is NoteKind.PHONE else Happening.NOTED,
                row.id,
                first_line(row.text),
            )
            for row in self._connection.execute(wanted)
        )


def _what_of(row: Row[Any]) -> Happening:
    if row.state is PaymentState.REVERSED:
        return Happening.PAYMENT_REVERSED
    return Happening.PAID if row.direction is Direction.IN else Happening.PAID_BACK


def _titled(number: str | None, subject: str) -> str:
    return " ".join(part for part in (number, subject) if part)


def _event(row: Row[Any]) -> Event:
    invoice_id = InvoiceId(row.id)
    return Event(
        day=row.issued_on or day_of(invoice_id),
        what=_HAPPENINGS[row.state],
        record=invoice_id,
        title=row.number or "",
        amount=Money(row.gross_minor, row.currency),
    )
