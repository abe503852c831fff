"""The tables of receipts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.shared.quantities import PRICE_PLACES, UnitPrice
from app.domain.stock.receipt import ReceiptState
from app.storage.stock_tables import AMOUNT
from app.storage.types import Day, EnumText, Id, Scaled, Whole, metadata


class _Receipt(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[ReceiptState] = Column(EnumText(ReceiptState), nullable=False)
    warehouse_id: Named[int] = Column(Id, ForeignKey("location.id"), nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    supplier_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    supplier_name: Named[str] = Column(Text, nullable=False)
    reference: Named[str] = Column(Text, nullable=False)
    expected_on: Named[date | None] = Column(Day)
    received_on: Named[date | None] = Column(Day)
    note: Named[str] = Column(Text, nullable=False)


class _ReceiptLine(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    receipt_id: Named[int] = Column(Id, ForeignKey("receipt.id"), nullable=False)
    place: Named[int] = Column(Whole, nullable=False)
    product_id: Named[int] = Column(Id, ForeignKey("stock_item.product_id"), nullable=False)
    expected: Named[Decimal] = Column(AMOUNT, nullable=False)
    received: Named[Decimal] = Column(AMOUNT, nullable=False)
    cost: Named[UnitPrice] = Column(Scaled(PRICE_PLACES), nullable=False)


receipt = Table("receipt", metadata, _Receipt)
receipt_line = Table(
    "receipt_line", metadata, _ReceiptLine, CheckConstraint("expected > 0", name="above-zero")
)

Index("ix_receipt_list", receipt.c.state, receipt.c.expected_on, receipt.c.id)
Index("ix_receipt_supplier", receipt.c.supplier_id, receipt.c.id)
Index("ix_receipt_line_receipt", receipt_line.c.receipt_id, receipt_line.c.place)
Index("ix_receipt_line_product", receipt_line.c.product_id, receipt_line.c.receipt_id)
