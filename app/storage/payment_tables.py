"""The tables of payments: open items, payments, and what settles what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.payments.payment import Closing, Direction, PaymentState
from app.domain.shared.quantities import EXCHANGE_PLACES
from app.storage.sorting import SortKey
from app.storage.types import Day, EnumText, Id, Json, Minor, Scaled, Whole, metadata


class _OpenItem(TypedColumns):
    invoice_id: Named[int] = Column(Id, ForeignKey("invoice.id"), primary_key=True)
    customer_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    currency: Named[str] = Column(Text, nullable=False)
    issued_on: Named[date] = Column(Day, nullable=False)
    due_on: Named[date] = Column(Day, nullable=False)
    amount_minor: Named[int] = Column(Minor, nullable=False)
    open_minor: Named[int] = Column(Minor, nullable=False)
    moved_on: Named[date] = Column(Day, nullable=False)
    settled_on: Named[date | None] = Column(Day)


class _Payment(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[PaymentState] = Column(EnumText(PaymentState), nullable=False)
    number: Named[str] = Column(Text, nullable=False, unique=True)
    direction: Named[Direction] = Column(EnumText(Direction), nullable=False)
    contact_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    payer: Named[str] = Column(Text, nullable=False)
    payer_key: Named[str] = Column(SortKey, nullable=False)
    paid_on: Named[date] = Column(Day, nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    amount_minor: Named[int] = Column(Minor, nullable=False)
    open_minor: Named[int] = Column(Minor, nullable=False)
    account_id: Named[int] = Column(Id, ForeignKey("account.id"), nullable=False)
    entry_id: Named[int] = Column(Id, ForeignKey("journal_entry.id"), nullable=False)
    reference: Named[str] = Column(Text, nullable=False)
    text: Named[str] = Column(Text, nullable=False)
    charges: Named[Any] = Column(Json, nullable=False)
    reversed_on: Named[date | None] = Column(Day)
    reason: Named[str] = Column(Text, nullable=False)
    exchange_rate: Named[Decimal | None] = Column(Scaled(EXCHANGE_PLACES))
    exchange_day: Named[date | None] = Column(Day)
    exchange_source: Named[str] = Column(Text, nullable=False)


class _Allocation(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    payment_id: Named[int | None] = Column(Id, ForeignKey("payment.id"))
    invoice_id: Named[int | None] = Column(Id, ForeignKey("invoice.id"))
    credit_id: Named[int | None] = Column(Id, ForeignKey("invoice.id"))
    refund_id: Named[int | None] = Column(Id, ForeignKey("payment.id"))
    closing: Named[Closing] = Column(EnumText(Closing), nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    amount_minor: Named[int] = Column(Minor, nullable=False)
    booked_on: Named[date] = Column(Day, nullable=False)
    entry_id: Named[int | None] = Column(Id, ForeignKey("journal_entry.id"))
    undone_on: Named[date | None] = Column(Day)


open_item = Table("open_item", metadata, _OpenItem)
payment = Table("payment", metadata, _Payment)
allocation = Table("allocation", metadata, _Allocation)

Index("ix_open_item_settled", open_item.c.settled_on, open_item.c.due_on, open_item.c.invoice_id)
Index("ix_open_item_customer", open_item.c.customer_id, open_item.c.settled_on)
Index("ix_payment_list", payment.c.paid_on, payment.c.id)
Index("ix_payment_contact", payment.c.contact_id, payment.c.paid_on)
Index("ix_payment_state", payment.c.state, payment.c.open_minor)
Index(
    "ix_allocation_invoice",
    allocation.c.invoice_id,
    allocation.c.booked_on,
    allocation.c.undone_on,
    allocation.c.amount_minor,
)
Index(
    "ix_allocation_credit",
    allocation.c.credit_id,
    allocation.c.booked_on,
    allocation.c.undone_on,
    allocation.c.amount_minor,
)
Index("ix_allocation_payment", allocation.c.payment_id)
Index("ix_allocation_refund", allocation.c.refund_id)
