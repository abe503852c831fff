"""What reminders are planned from: open documents, how they stand, who owes them; set by set.

However many documents are open, there are as many statements.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, exists, func, or_, select

from app.domain.contacts.address import AddressUse
from app.domain.contacts.contact import Kind, PointKind
from app.domain.invoices.buyers import BUSINESS_SCHEMES, VAT_SCHEMES
from app.domain.reminders.interest import Paid
from app.domain.reminders.law import Debtor
from app.domain.reminders.planning import Customer, Owing
from app.domain.reminders.standing import InvoiceStanding
from app.domain.shared.ids import ContactId, InvoiceId
from app.storage.contact_tables import contact, contact_address, contact_identifier, contact_point
from app.storage.invoice_tables import invoice
from app.storage.lists import slices
from app.storage.payment_tables import allocation, open_item, payment
from app.storage.reminder_tables import invoice_standing
from app.storage.types import Rows

_STANDING = (
    invoice_standing.c.level,
    invoice_standing.c.reminded_on,
    invoice_standing.c.dispute,
    invoice_standing.c.disputed_on,
    invoice_standing.c.is_stopped,
    invoice_standing.c.interest_minor,
    invoice_standing.c.fee_minor,
    invoice_standing.c.interest_paid_minor,
    invoice_standing.c.fee_paid_minor,
)
_DEBT = (
    open_item.c.invoice_id,
    func.coalesce(invoice.c.number, "").label("number"),
    open_item.c.customer_id,
    invoice.c.customer_name,
    open_item.c.currency,
    open_item.c.issued_on,
    open_item.c.due_on,
    open_item.c.amount_minor,
    open_item.c.open_minor,
    invoice.c.reference,
)
_IS_OPEN = open_item.c.settled_on.is_(None)


class ReminderGrounds:
    """Reads what a run is planned from on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def owing(self, contacts: Collection[ContactId] | None = None) -> tuple[Owing, ...]:
        """Return every open document, or those of some customers, by customer and due day."""
        paid = self._paid(contacts)
        found: list[Owing] = []
        for kept in _of(open_item.c.customer_id, contacts):
            wanted: Rows = (
                select(*_DEBT, *_STANDING)
                .join(invoice, invoice.c.id == open_item.c.invoice_id)
                .outerjoin(
                    invoice_standing, invoice_standing.c.invoice_id == open_item.c.invoice_id
                )
                .where(_IS_OPEN, *kept)
                .order_by(
                    invoice.c.customer_key,
                    open_item.c.customer_id,
                    open_item.c.due_on,
                    open_item.c.invoice_id,
                )
            )
            rows = self._connection.execute(wanted)
            found += (_owing(row, paid.get(row[0], ())) for row in rows)
        return tuple(found)

    def customers(
        self, home: str, contacts: Collection[ContactId] | None = None
    ) -> dict[ContactId, Customer]:
        """Return those who owe something by their ids; ``home`` is the language of the office."""
        found: dict[ContactId, Customer] = {}
        owes = select(open_item.c.customer_id).where(_IS_OPEN)
        asked = [(contact.c.id.in_(owes),)] if contacts is None else _of(contact.c.id, contacts)
        for kept in asked:
            for row in self._connection.execute(_customers().where(*kept)):
                found[ContactId(row.id)] = _customer(row, home)
        return found

    def credits(self) -> dict[tuple[ContactId, str], int]:
        """Return what of the payments of each customer is not used yet, by currency."""
        wanted: Rows = (
            select(payment.c.contact_id, payment.c.currency, func.sum(payment.c.open_minor))
            .where(payment.c.open_minor > 0, payment.c.contact_id.is_not(None))
            .group_by(payment.c.contact_id, payment.c.currency)
        )
        rows = self._connection.execute(wanted)
        return {(ContactId(row[0]), row[1]): int(row[2]) for row in rows}

    def _paid(self, contacts: Collection[ContactId] | None) -> dict[int, tuple[Paid, ...]]:
        """Return what settled parts of the open documents after their due days."""
        found: dict[int, tuple[Paid, ...]] = {}
        for kept in _of(open_item.c.customer_id, contacts):
            wanted: Rows = (
                select(allocation.c.invoice_id, allocation.c.booked_on, allocation.c.amount_minor)
                .join(open_item, open_item.c.invoice_id == allocation.c.invoice_id)
                .where(
                    _IS_OPEN,
                    allocation.c.undone_on.is_(None),
                    allocation.c.booked_on > open_item.c.due_on,
                    *kept,
                )
            )
            for row in self._connection.execute(wanted):
                mine = found.get(row.invoice_id, ())
                found[row.invoice_id] = (*mine, Paid(row.booked_on, row.amount_minor))
        return found


def standing_columns() -> tuple[ColumnElement[Any], ...]:
    """Return the columns of how an invoice stands, in the order of its fields after the id."""
    return _STANDING


def standing_of(invoice_id: int, values: Iterable[Any]) -> InvoiceStanding:
    """Return how an invoice stands from its columns; from empty ones it was never touched."""
    told = tuple(values)
    if told[0] is None:
        return InvoiceStanding(InvoiceId(invoice_id))
    return InvoiceStanding(InvoiceId(invoice_id), *told)


def _of(
    column: ColumnElement[Any], contacts: Collection[ContactId] | None
) -> Iterator[tuple[ColumnElement[bool], ...]]:
    """Yield the conditions under which all or these customers are read, a group at a time."""
    if contacts is None:
        yield ()
        return
    for group in slices(contacts):
        yield (column.in_(group),)


def _owing(row: Row[Any], paid: tuple[Paid, ...]) -> Owing:
    (invoice_id, number, customer, name, currency, issued_on, due_on, amount, left, reference) = (
        row[: len(_DEBT)]
    )
    return Owing(
        invoice_id,
        number,
        customer,
        name,
        currency,
        issued_on,
        due_on,
        amount,
        left,
        reference,
        standing_of(invoice_id, row[len(_DEBT) :]),
        paid,
    )


def _customers() -> Rows:
    mine = contact_address.c.contact_id == contact.c.id
    has_street = or_(contact_address.c.street != "", contact_address.c.extra != "")
    for_bills = contact_address.c.use == AddressUse.BILLING
    others = contact_address.alias()
    no_other = ~exists().where(
        others.c.contact_id == contact_address.c.contact_id, others.c.use == AddressUse.BILLING
    )
    is_used = or_(for_bills, and_(contact_address.c.position == 0, no_other))
    address = exists().where(mine, is_used, has_street, contact_address.c.town != "")
    is_mail = and_(
        contact_point.c.contact_id == contact.c.id, contact_point.c.kind == PointKind.EMAIL
    )
    email = (
        select(contact_point.c.value)
        .where(is_mail)
        .order_by(contact_point.c.position)
        .limit(1)
        .scalar_subquery()
    )
    schemes = contact_identifier.c.scheme.in_((*BUSINESS_SCHEMES, *VAT_SCHEMES))
    business = exists().where(contact_identifier.c.contact_id == contact.c.id, schemes)
    return select(
        contact.c.id,
        contact.c.name,
        contact.c.kind,
        contact.c.language,
        contact.c.is_reminder_stopped,
        address.label("has_address"),
        func.coalesce(email, "").label("email"),
        business.label("has_business_id"),
    )


def _customer(row: Row[Any], home: str) -> Customer:
    is_consumer = row.kind is Kind.PERSON and not row.has_business_id
    return Customer(
        ContactId(row.id),
        row.name,
        Debtor.CONSUMER if is_consumer else Debtor.BUSINESS,
        row.language or home,
        bool(row.is_reminder_stopped),
        bool(row.has_address),
        row.email,
    )
