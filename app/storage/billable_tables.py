"""The table of time and expenses to invoice, and how a billable becomes a row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Row, Table, Text, TypedColumns

from app.domain.billables.billable import Billable, BillableKind, Work
from app.domain.shared.ids import BillableId, ContactId, InvoiceId, ProductId
from app.domain.shared.money import Money
from app.domain.shared.quantities import PRICE_PLACES, QUANTITY_PLACES, Quantity, UnitPrice
from app.storage.types import Day, EnumText, Id, Minor, Scaled, Whole, metadata


class _Billable(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    customer_id: Named[int] = Column(Id, ForeignKey("contact.id"), nullable=False)
    kind: Named[BillableKind] = Column(EnumText(BillableKind), nullable=False)
    done_on: Named[date] = Column(Day, nullable=False)
    text: Named[str] = Column(Text, nullable=False)
    quantity: Named[Decimal] = Column(Scaled(QUANTITY_PLACES), nullable=False)
    unit: Named[str] = Column(Text, nullable=False)
    price: Named[Decimal] = Column(Scaled(PRICE_PLACES), nullable=False)
    vat: Named[str] = Column(Text, nullable=False)
    product_id: Named[int | None] = Column(Id, ForeignKey("product.id"))
    currency: Named[str] = Column(Text, nullable=False)
    amount_minor: Named[int] = Column(Minor, nullable=False)
    who: Named[str] = Column(Text, nullable=False)
    invoice_id: Named[int | None] = Column(Id, ForeignKey("invoice.id"))


billable = Table("billable", metadata, _Billable)

Index("ix_billable_done_on", billable.c.done_on, billable.c.id)
Index("ix_billable_customer", billable.c.customer_id, billable.c.done_on)
Index("ix_billable_invoice", billable.c.invoice_id)
Index("ix_billable_product", billable.c.product_id)


def billable_row(one: Billable, amount: Money) -> dict[str, Any]:
    """Return a billable as its row."""
    work = one.work
    return {
        "id": one.id,
        "version": one.version,
        "customer_id": work.customer_id,
        "kind": work.kind,
        "done_on": work.done_on,
        "text": work.text,
        "quantity": work.quantity,
        "unit": work.unit,
        "price": work.price,
        "vat": work.vat,
        "product_id": work.product_id,
        "currency": amount.currency,
        "amount_minor": amount.minor,
        "who": one.who,
        "invoice_id": one.invoice_id,
    }


def billable_of(row: Row[Any]) -> Billable:
    """Return the billable that was written as this row."""
    work = Work(
        customer_id=ContactId(row.customer_id),
        kind=row.kind,
        done_on=row.done_on,
        text=row.text,
        quantity=Quantity(row.quantity),
        unit=row.unit,
        price=UnitPrice(row.price),
        vat=row.vat,
        product_id=None if row.product_id is None else ProductId(row.product_id),
    )
    invoice_id = None if row.invoice_id is None else InvoiceId(row.invoice_id)
    return Billable(BillableId(row.id), row.version, work, row.who, invoice_id)
