"""The tables of invoices, and how an invoice becomes rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
    event,
)

from app.domain.accounting.exchange import Exchange
from app.domain.contacts.address import Address
from app.domain.invoices.invoice import (
    Buyer,
    Deducted,
    Discount,
    Invoice,
    Kind,
    Line,
    Origin,
    State,
    Totals,
    VatRest,
)
from app.domain.shared.codec import parsed, plain
from app.domain.shared.early import EarlyPayment
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import ContactId, InvoiceId, LayoutId, OrderLineId, ProductId
from app.domain.shared.quantities import (
    EXCHANGE_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    RATE_PLACES,
    Quantity,
    Rate,
    UnitPrice,
)
from app.domain.shared.vat import Category
from app.storage.sorting import SortKey, dictionary_key
from app.storage.types import Day, EnumText, Flag, Id, Json, Minor, Scaled, Whole, metadata


class _Invoice(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[State] = Column(EnumText(State), nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    reference: Named[str] = Column(Text, nullable=False)
    customer_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    customer_name: Named[str] = Column(Text, nullable=False)
    customer_key: Named[str] = Column(SortKey, nullable=False)
    issued_on: Named[date | None] = Column(Day)
    due_on: Named[date | None] = Column(Day)
    delivered_on: Named[date | None] = Column(Day)
    currency: Named[str] = Column(Text, nullable=False)
    net_minor: Named[int] = Column(Minor, nullable=False)
    tax_minor: Named[int] = Column(Minor, nullable=False)
    gross_minor: Named[int] = Column(Minor, nullable=False)
    language: Named[str] = Column(Text, nullable=False)
    terms_days: Named[int] = Column(Whole, nullable=False)
    discount_percent: Named[Decimal] = Column(Scaled(RATE_PLACES), nullable=False)
    discount_amount: Named[Decimal] = Column(Scaled(PRICE_PLACES), nullable=False)
    is_gross: Named[bool] = Column(Flag, nullable=False)
    your_reference: Named[str] = Column(Text, nullable=False)
    our_reference: Named[str] = Column(Text, nullable=False)
    note: Named[str] = Column(Text, nullable=False)
    copied_from: Named[int | None] = Column(Id)
    buyer: Named[Any] = Column(Json, nullable=True)
    kind: Named[Kind] = Column(EnumText(Kind), nullable=False)
    origin_id: Named[int | None] = Column(Id, ForeignKey("invoice.id"))
    origin_number: Named[str] = Column(Text, nullable=False)
    origin_day: Named[date | None] = Column(Day)
    reason: Named[str] = Column(Text, nullable=False)
    order_reference: Named[str] = Column(Text, nullable=False)
    contract_reference: Named[str] = Column(Text, nullable=False)
    period_from: Named[date | None] = Column(Day)
    period_to: Named[date | None] = Column(Day)
    early_days: Named[int] = Column(Whole, nullable=False)
    early_percent: Named[Decimal] = Column(Scaled(RATE_PLACES), nullable=False)
    exchange_rate: Named[Decimal | None] = Column(Scaled(EXCHANGE_PLACES))
    exchange_day: Named[date | None] = Column(Day)
    exchange_source: Named[str] = Column(Text, nullable=False)
    deliver_to: Named[Any] = Column(Json, nullable=True)
    eformat: Named[EFormat] = Column(EnumText(EFormat), nullable=False)
    rest: Named[Any] = Column(Json, nullable=False)
    layout_id: Named[int | None] = Column(Id)
    project_id: Named[int | None] = Column(Id)
    deducted: Named[Any] = Column(Json, nullable=False)


class _Line(TypedColumns):
    invoice_id: Named[int] = Column(
        Id, ForeignKey("invoice.id", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    position: Named[int] = Column(Whole, primary_key=True)
    description: Named[str] = Column(Text, nullable=False)
    quantity: Named[Decimal] = Column(Scaled(QUANTITY_PLACES), nullable=False)
    unit: Named[str] = Column(Text, nullable=False)
    price: Named[Decimal] = Column(Scaled(PRICE_PLACES), nullable=False)
    vat: Named[str] = Column(Text, nullable=False)
    rate: Named[Decimal] = Column(Scaled(RATE_PLACES), nullable=False)
    category: Named[Category] = Column(EnumText(Category), nullable=False)
    discount_percent: Named[Decimal] = Column(Scaled(RATE_PLACES), nullable=False)
    discount_amount: Named[Decimal] = Column(Scaled(PRICE_PLACES), nullable=False)
    product_id: Named[int | None] = Column(Id, ForeignKey("product.id"))
    delivered_on: Named[date | None] = Column(Day)
    customer_id: Named[int | None] = Column(Id)
    credits: Named[int | None] = Column(Whole)
    is_reduction: Named[bool] = Column(Flag, nullable=False)
    deducts: Named[int | None] = Column(Id)
    order_line_id: Named[int | None] = Column(Id)


invoice = Table("invoice", metadata, _Invoice)
invoice_line = Table("invoice_line", metadata, _Line, sqlite_with_rowid=False)

Index(
    "ix_invoice_list",
    invoice.c.issued_on,
    invoice.c.id,
    invoice.c.due_on,
    invoice.c.net_minor,
    invoice.c.gross_minor,
)
Index("ix_invoice_state", invoice.c.state, invoice.c.issued_on, invoice.c.id)
Index("ix_invoice_reference", invoice.c.reference)
Index("ix_invoice_customer_key", invoice.c.customer_key, invoice.c.id)
_credited = Index(
    "ix_invoice_origin",
    invoice.c.origin_id,
    invoice.c.kind,
    invoice.c.state,
    invoice.c.issued_on,
    invoice.c.id,
    sqlite_where=invoice.c.origin_id.is_not(None),
)
_staged = Index(
    "ix_invoice_project",
    invoice.c.project_id,
    invoice.c.id,
    sqlite_where=invoice.c.project_id.is_not(None),
)
Index("ix_invoice_customer", invoice.c.customer_id, invoice.c.issued_on, invoice.c.id)
_sold = Index(
    "ix_invoice_line_sold",
    invoice_line.c.product_id,
    invoice_line.c.customer_id,
    invoice_line.c.invoice_id,
    sqlite_where=invoice_line.c.product_id.is_not(None),
)
Index(
    "ix_invoice_line_order_line",
    invoice_line.c.order_line_id,
    sqlite_where=invoice_line.c.order_line_id.is_not(None),
    postgresql_where=invoice_line.c.order_line_id.is_not(None),
)


@event.listens_for(invoice_line, "before_create")
@event.listens_for(invoice, "before_create")
def _leave_out_empty(_target: Table, connection: Connection, **_: object) -> None:
    """Tell a server which rows the indexes hold; said above, it would load its dialect always."""
    if connection.dialect.name == "postgresql":
        _sold.dialect_options["postgresql"]["where"] = invoice_line.c.product_id.is_not(None)
        _credited.dialect_options["postgresql"]["where"] = invoice.c.origin_id.is_not(None)
        _staged.dialect_options["postgresql"]["where"] = invoice.c.project_id.is_not(None)


def invoice_row(one: Invoice, totals: Totals, country: str) -> dict[str, Any]:
    """Return an invoice as its row, with the figures of its list."""
    name = one.buyer.name if one.buyer else ""
    return {
        "id": one.id,
        "version": one.version,
        "state": one.state,
        "number": one.number or None,
        "reference": one.reference,
        "customer_id": one.customer_id,
        "customer_name": name,
        "customer_key": dictionary_key(name, country),
        "issued_on": one.issued_on,
        "due_on": one.due_on,
        "delivered_on": one.delivered_on,
        "currency": one.currency,
        "net_minor": totals.net.minor,
        "tax_minor": totals.tax.minor,
        "gross_minor": totals.gross.minor,
        "language": one.language,
        "terms_days": one.terms_days,
        "discount_percent": one.discount.percent,
        "discount_amount": one.discount.amount,
        "is_gross": one.is_gross,
        "your_reference": one.your_reference,
        "our_reference": one.our_reference,
        "note": one.note,
        "copied_from": one.copied_from,
        "buyer": plain(one.buyer),
        **_further(one),
    }


def _further(one: Invoice) -> dict[str, Any]:
    """Return what an invoice says beyond customer, days and sums."""
    origin = one.origin
    return {
        "kind": one.kind,
        "origin_id": origin.invoice_id if origin else None,
        "origin_number": origin.number if origin else "",
        "origin_day": origin.issued_on if origin else None,
        "reason": one.reason,
        "order_reference": one.order_reference,
        "contract_reference": one.contract_reference,
        "period_from": one.period_from,
        "period_to": one.period_to,
        "early_days": one.early.days,
        "early_percent": one.early.percent,
        **exchange_row(one.exchange),
        "deliver_to": plain(one.deliver_to),
        "eformat": one.eformat,
        "rest": plain(one.rest),
        "layout_id": one.layout_id,
        "project_id": one.project_id,
        "deducted": plain(one.deducted),
    }


def line_rows(one: Invoice) -> Iterator[dict[str, Any]]:
    """Yield the lines of an invoice as their rows."""
    for position, line in enumerate(one.lines):
        yield {
            "invoice_id": one.id,
            "position": position,
            "description": line.description,
            "quantity": line.quantity,
            "unit": line.unit,
            "price": line.price,
            "vat": line.vat,
            "rate": line.rate,
            "category": line.category,
            "discount_percent": line.discount.percent,
            "discount_amount": line.discount.amount,
            "product_id": line.product_id,
            "delivered_on": line.delivered_on,
            "customer_id": one.customer_id,
            "credits": line.credits,
            "is_reduction": line.is_reduction,
            "deducts": line.deducts,
            "order_line_id": line.order_line_id,
        }


def invoice_of(row: Row[Any], lines: tuple[Line, ...]) -> Invoice:
    """Return the invoice that was written as this row."""
    return Invoice(
        id=InvoiceId(row.id),
        version=row.version,
        state=row.state,
        currency=row.currency,
        language=row.language,
        terms_days=row.terms_days,
        customer_id=None if row.customer_id is None else ContactId(row.customer_id),
        buyer=parsed(Buyer, row.buyer) if row.buyer else None,
        lines=lines,
        discount=Discount(Rate(row.discount_percent), row.discount_amount),
        is_gross=row.is_gross,
        issued_on=row.issued_on,
        due_on=row.due_on,
        delivered_on=row.delivered_on,
        number=row.number or "",
        reference=row.reference,
        your_reference=row.your_reference,
        our_reference=row.our_reference,
        note=row.note,
        copied_from=None if row.copied_from is None else InvoiceId(row.copied_from),
        kind=row.kind,
        origin=_origin_of(row),
        reason=row.reason,
        order_reference=row.order_reference,
        contract_reference=row.contract_reference,
        period_from=row.period_from,
        period_to=row.period_to,
        early=EarlyPayment(row.early_days, Rate(row.early_percent)),
        exchange=exchange_of(row),
        deliver_to=parsed(Address, row.deliver_to) if row.deliver_to else None,
        eformat=row.eformat,
        rest=parsed(tuple[VatRest, ...], row.rest),
        layout_id=None if row.layout_id is None else LayoutId(row.layout_id),
        project_id=None if row.project_id is None else InvoiceId(row.project_id),
        deducted=parsed(tuple[Deducted, ...], row.deducted),
    )


def _origin_of(row: Row[Any]) -> Origin | None:
    if row.origin_id is None:
        return None
    return Origin(InvoiceId(row.origin_id), row.origin_number, row.origin_day)


def exchange_row(exchange: Exchange | None) -> dict[str, Any]:
    """Return a frozen rate as its columns."""
    return {
        "exchange_rate": exchange.rate if exchange else None,
        "exchange_day": exchange.day if exchange else None,
        "exchange_source": exchange.source if exchange else "",
    }


def exchange_of(row: Row[Any]) -> Exchange | None:
    """Return the frozen rate of a row, if it has one."""
    if row.exchange_rate is None:
        return None
    return Exchange(row.exchange_rate, row.exchange_day, row.exchange_source)


def line_of(row: Row[Any]) -> Line:
    """Return the line that was written as this row."""
    return Line(
        description=row.description,
        quantity=Quantity(row.quantity),
        unit=row.unit,
        price=UnitPrice(row.price),
        vat=row.vat,
        rate=Rate(row.rate),
        category=row.category,
        discount=Discount(Rate(row.discount_percent), row.discount_amount),
        product_id=None if row.product_id is None else ProductId(row.product_id),
        delivered_on=row.delivered_on,
        credits=row.credits,
        is_reduction=row.is_reduction,
        deducts=None if row.deducts is None else InvoiceId(row.deducts),
        order_line_id=None if row.order_line_id is None else OrderLineId(row.order_line_id),
    )
