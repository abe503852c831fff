"""Erasures: what an office knows of a contact, what hinders its going, and its forgetting."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    func,
    null,
    or_,
    select,
    update,
)

from app.domain.admin.approvals import Asked
from app.domain.admin.erasure_plan import Hindrance
from app.domain.admin.users import Decision
from app.domain.contacts.findable import KIND
from app.domain.correspondence.mail import CAME_IN, MailState
from app.domain.invoices.invoice import State as InvoiceState
from app.domain.orders.delivery import DeliveryState
from app.domain.orders.order import OrderState
from app.domain.quotes.quote import State as QuoteState
from app.domain.recurring.plan import PlanState
from app.domain.shared.codec import plain
from app.domain.shared.ids import ContactId, day_of
from app.storage import emptying
from app.storage.billable_tables import billable
from app.storage.bills import draft_bill
from app.storage.contact_tables import contact
from app.storage.database import Database
from app.storage.destroying import forget_words
from app.storage.document_tables import document
from app.storage.drafts import form_draft
from app.storage.imports import import_item
from app.storage.invoice_tables import invoice
from app.storage.letter_tables import letter_in, letter_out
from app.storage.mail_tables import mail
from app.storage.merge_runs import merge_item
from app.storage.note_tables import follow_up, note
from app.storage.order_tables import delivery, sales_order
from app.storage.payment_tables import open_item, payment
from app.storage.plan_tables import recurring_plan
from app.storage.quote_tables import quote
from app.storage.server_rows import housework
from app.storage.user_tables import approval

DAYS: dict[str, ColumnElement[Any]] = {
    "invoice": invoice.c.issued_on,
    "payment": payment.c.paid_on,
    "sales_order": sales_order.c.ordered_on,
    "quote": quote.c.issued_on,
    "open_item": open_item.c.issued_on,
    "letter_in": letter_in.c.received_on,
    "letter_out": letter_out.c.dated_on,
}
"""The day that counts; of other tables, and where none stands, that on which one was made."""

NOT_COUNTED = frozenset(
    {"document", "merge_item", "stock_item", "order_line", "location", "legal_hold", "time_entry"}
)
"""Documents are kept as their own cards say; the others hold no more of a person than its id."""

UNSENT = tuple(one for one in MailState if one not in {*CAME_IN, MailState.SENT})
UNDER_WAY = tuple(
    one for one in DeliveryState if one not in {DeliveryState.DELIVERED, DeliveryState.CANCELLED}
)
HINDRANCES: tuple[tuple[str, ColumnElement[Any], ColumnElement[bool]], ...] = (
    ("open-invoices", open_item.c.customer_id, open_item.c.open_minor != 0),
    ("draft-invoices", invoice.c.customer_id, invoice.c.state == InvoiceState.DRAFT),
    ("open-payments", payment.c.contact_id, payment.c.open_minor != 0),
    (
        "open-orders",
        sales_order.c.customer_id,
        sales_order.c.state.in_((OrderState.DRAFT, OrderState.CONFIRMED)),
    ),
    ("open-deliveries", delivery.c.customer_id, delivery.c.state.in_(UNDER_WAY)),
    (
        "open-quotes",
        quote.c.customer_id,
        quote.c.state.in_((QuoteState.DRAFT, QuoteState.SENT, QuoteState.ACCEPTED)),
    ),
    (
        "running-plans",
        recurring_plan.c.customer_id,
        recurring_plan.c.state != PlanState.ENDED,
    ),
    ("unbilled-work", billable.c.customer_id, billable.c.invoice_id.is_(None)),
    ("draft-bills", draft_bill.c.supplier_id, draft_bill.c.id.is_not(None)),
    ("unsent-letters", letter_out.c.addressee_id, letter_out.c.number.is_(None)),
    ("unsent-mails", mail.c.contact_id, mail.c.state.in_(UNSENT)),
)


class ErasureStore:
    """Counts and forgets what is known of a contact, on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hindrances(self, contact_id: ContactId) -> tuple[Hindrance, ...]:
        """Return what is under way with a contact, so that it cannot be erased."""
        found = (
            Hindrance(why, self._count(column == contact_id, condition))
            for why, column, condition in HINDRANCES
        )
        waits = self._count(
            approval.c.record == f"{KIND}:{contact_id}",
            approval.c.decision == Decision.WAITING,
            approval.c.command.not_like("erasing.%"),
        )
        every = (*found, Hindrance("waiting-requests", waits))
        return tuple(one for one in every if one.count)

    def kept(self, contact_id: ContactId) -> Iterator[tuple[str, int, date]]:
        """Yield each table that refers to a contact, how often, and the newest day."""
        for column in references():
            table = column.table
            if table.name in NOT_COUNTED:
                continue
            mine = column == contact_id
            by, made = DAYS.get(table.name, null()), _made(table)
            undated = func.max(made).filter(by.is_(None))
            count, dated, newest = self._connection.execute(
                select(func.count(), func.max(by), undated).select_from(table).where(mine)
            ).one()
            days = (dated, day_of(newest) if newest else None)
            if known := [one for one in days if one is not None]:
                yield table.name, count, max(known)

    def papers(self, contact_id: ContactId) -> tuple[int, ...]:
        """Return the documents of a contact, the oldest first."""
        mine = select(document.c.id).where(document.c.correspondent_id == contact_id)
        with housework(self._connection):
            return tuple(self._connection.scalars(mine.order_by(document.c.id)))

    def notes(self, contact_id: ContactId) -> tuple[int, ...]:
        """Return the notes about a contact."""
        mine = select(note.c.id).where(_about(note, contact_id))
        return tuple(self._connection.scalars(mine.order_by(note.c.id)))

    def follow_ups(self, contact_id: ContactId) -> int:
        """Return how many follow-ups there are about a contact."""
        return self._count(follow_up.c.id.is_not(None), _about(follow_up, contact_id))

    def drafts(self, contact_id: ContactId) -> tuple[tuple[str, int], ...]:
        """Return the drafts of forms that are about a contact or name it."""
        rows = self._connection.execute(select(form_draft))
        return tuple(
            (row.form, row.entity)
            for row in rows
            if row.entity == contact_id or _names(row.body, contact_id)
        )

    def forget(self, contact_id: ContactId, label: str) -> None:
        """Forget notes, follow-ups, drafts, requests and copied names of a contact.

        ``label`` stands where a name must.
        """
        notes = self.notes(contact_id)
        of_notes = or_(_about(follow_up, contact_id), follow_up.c.note_id.in_(notes))
        self._connection.execute(delete(follow_up).where(of_notes))
        self._connection.execute(delete(note).where(note.c.id.in_(notes)))
        for form, entity in self.drafts(contact_id):
            mine = (form_draft.c.form == form, form_draft.c.entity == entity)
            self._connection.execute(delete(form_draft).where(*mine))
        self._connection.execute(delete(import_item).where(import_item.c.record == contact_id))
        decided = update(approval).where(
            approval.c.record == f"{KIND}:{contact_id}", approval.c.decision != Decision.WAITING
        )
        nothing = json.dumps(plain(Asked({}, label, ())), ensure_ascii=False)
        self._connection.execute(decided.values(arguments=nothing, note=""))
        named = update(merge_item).where(merge_item.c.contact_id == contact_id)
        self._connection.execute(named.values(name=label, facts={}))

    def overwrite(self) -> None:
        """Write the words of the search anew without those that were taken out of it."""
        forget_words(self._connection)
        if self._connection.dialect.name == "sqlite":
            again = "INSERT INTO search_index(search_index) VALUES('optimize')"
            self._connection.exec_driver_sql(again)

    def _count(self, *conditions: ColumnElement[bool]) -> int:
        return self._connection.scalar(select(func.count()).where(*conditions)) or 0


def references() -> Iterator[Any]:
    """Yield the columns of other records that refer to a contact."""
    for table in contact.metadata.sorted_tables:
        for column in table.columns:
            points_here = any(key.column is contact.c.id for key in column.foreign_keys)
            if points_here and not column.primary_key:
                yield column


def empty_log(database: Database) -> bool:
    """Empty the log beside the rows of an office, as ``emptying`` says."""
    return emptying.empty_log(database.rows.writer)


def _about(table: Table[Any], contact_id: ContactId) -> ColumnElement[bool]:
    return and_(table.c.about_kind == KIND, table.c.about_id == contact_id)


def _made(table: Table[Any]) -> ColumnElement[Any]:
    first: ColumnElement[Any] = next(iter(table.primary_key.columns))
    return first


def _names(body: Any, contact_id: ContactId) -> bool:
    """Say whether JSON data holds the id of a contact anywhere."""
    return str(int(contact_id)) in json.dumps(body)
