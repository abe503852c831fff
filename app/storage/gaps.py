"""Gaps found: bookings without voucher, suppliers without contract, invoices without paper."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
)

from app.domain.accounting.reversal import REVERSAL
from app.domain.archive.document import DocumentState
from app.domain.archive.gaps import Gap, Missing
from app.domain.contacts.contact import Role
from app.domain.invoices.invoice import State
from app.domain.shared.ids import DocumentTypeId
from app.domain.shared.money import Money
from app.storage.books import journal_entry
from app.storage.contact_tables import ROLE_BITS, contact
from app.storage.document_tables import document, document_link
from app.storage.invoice_tables import invoice
from app.storage.kinds import document_type
from app.storage.types import Day, Id, Minor, Whole

THERE = (DocumentState.INBOX, DocumentState.FILED)
BILLS = ("bill", "receipt")
CONTRACT = "contract"
SOURCES = ("invoice", "delivery", "stock-count")
"""The kinds of record that make entries: their documents are the vouchers."""


class Asked(NamedTuple):
    """Of which day it is asked, and documents of which types are not there for the asker."""

    today: date
    hidden: frozenset[DocumentTypeId] = frozenset()


class GapStore:
    """Finds what is missing on one open connection; writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, gap: Gap, asked: Asked) -> int:
        """Return how much of a sort is missing."""
        found = _WANTED[gap](asked).with_only_columns(func.count())
        return self._connection.scalar(found.order_by(None)) or 0

    def first(self, gap: Gap, asked: Asked, size: int) -> tuple[Missing, ...]:
        """Return the first of a sort: the newest bookings and invoices, suppliers by name."""
        wanted = _WANTED[gap](asked).limit(max(0, size))
        return tuple(
            Missing(
                gap,
                row.kind,
                row.id,
                row.name,
                row.detail,
                row.day,
                None if row.minor is None else Money(row.minor, row.currency),
            )
            for row in self._connection.execute(wanted)
        )


def _there(asked: Asked) -> ColumnElement[bool]:
    """Say that a document is there for the asker."""
    is_there = document.c.state.in_(THERE)
    if not asked.hidden:
        return is_there
    seen = or_(document.c.type_id.is_(None), document.c.type_id.not_in(asked.hidden))
    return and_(is_there, seen)


def _linked(kind: str, record: ColumnElement[Any], asked: Asked) -> ColumnElement[bool]:
    """Say that a document which is there belongs to a record."""
    return exists(
        select(document_link.c.document_id)
        .join(document, document.c.id == document_link.c.document_id)
        .where(
            document_link.c.kind == kind,
            document_link.c.record_id == record,
            _there(asked),
        )
    )


def _sourced(kind: str, asked: Asked) -> ColumnElement[bool]:
    """Say that an entry was made by a record to which a document belongs."""
    source, before = journal_entry.c.source, f"{kind}:"
    is_such = source.startswith(before)
    number = cast(func.substr(source, len(before) + 1), Id)
    return _linked(kind, case((is_such, number)), asked)


def _vouchers(asked: Asked) -> Select[*tuple[Any, ...]]:
    """Return the entries to which neither a document nor a source with a document belongs.

    A reversal stands on the entry that it reverses.
    """
    return (
        select(
            literal("entry").label("kind"),
            journal_entry.c.id,
            journal_entry.c.number.label("name"),
            journal_entry.c.text.label("detail"),
            journal_entry.c.booked_on.label("day"),
            journal_entry.c.amount_minor.label("minor"),
            journal_entry.c.currency,
        )
        .where(
            ~_linked("entry", journal_entry.c.id, asked),
            *(~_sourced(kind, asked) for kind in SOURCES),
            ~journal_entry.c.source.startswith(REVERSAL),
        )
        .order_by(journal_entry.c.booked_on.desc(), journal_entry.c.id.desc())
    )


def _contracts(asked: Asked) -> Select[*tuple[Any, ...]]:
    """Return the suppliers, by role or by their bills, of whom no contract is in force."""
    mine = select(document.c.id).join(document_type, document_type.c.id == document.c.type_id)
    theirs = and_(document.c.correspondent_id == contact.c.id, _there(asked))
    bills = mine.where(theirs, document_type.c.code.in_(BILLS))
    in_force = or_(document.c.event_on.is_(None), document.c.event_on >= asked.today)
    contracts = mine.where(theirs, document_type.c.code == CONTRACT, in_force)
    is_supplier = type_coerce(contact.c.roles, Whole).bitwise_and(ROLE_BITS[Role.SUPPLIER]) != 0
    return (
        select(
            literal("contact").label("kind"),
            contact.c.id,
            contact.c.name,
            contact.c.number.label("detail"),
            type_coerce(null(), Day).label("day"),
            type_coerce(null(), Minor).label("minor"),
            literal("").label("currency"),
        )
        .where(
            type_coerce(contact.c.is_archived, Whole) == 0,
            or_(is_supplier, exists(bills)),
            ~exists(contracts),
        )
        .order_by(contact.c.name_key, contact.c.id)
    )


def _papers(asked: Asked) -> Select[*tuple[Any, ...]]:
    """Return the issued invoices to which no document belongs."""
    return (
        select(
            literal("invoice").label("kind"),
            invoice.c.id,
            invoice.c.number.label("name"),
            invoice.c.customer_name.label("detail"),
            invoice.c.issued_on.label("day"),
            invoice.c.gross_minor.label("minor"),
            invoice.c.currency,
        )
        .where(invoice.c.state == State.ISSUED, ~_linked("invoice", invoice.c.id, asked))
        .order_by(invoice.c.issued_on.desc(), invoice.c.id.desc())
    )


_WANTED = {Gap.VOUCHER: _vouchers, Gap.CONTRACT: _contracts, Gap.PAPER: _papers}
