"""The tables of receipts and counts."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.shared.quantities import PRICE_PLACES, UnitPrice
from app.domain.stock.count import CountKind, CountState
from app.domain.stock.receipt import ReceiptState
from app.storage.stock_tables import AMOUNT
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Scaled, Whole, metadata


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


class _Count(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[CountState] = Column(EnumText(CountState), nullable=False)
    kind: Named[CountKind] = Column(EnumText(CountKind), nullable=False)
    warehouse_id: Named[int] = Column(Id, ForeignKey("location.id"), nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    is_blind: Named[bool] = Column(Flag, nullable=False)
    planned_on: Named[date | None] = Column(Day)
    posted_on: Named[date | None] = Column(Day)
    made_by: Named[str] = Column(Text, nullable=False)
    approved_by: Named[str] = Column(Text, nullable=False)
    reason: Named[str] = Column(Text, nullable=False)


class _CountLine(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    count_id: Named[int] = Column(Id, ForeignKey("stock_count.id"), nullable=False)
    place: Named[int] = Column(Whole, nullable=False)
    product_id: Named[int] = Column(Id, ForeignKey("stock_item.product_id"), nullable=False)
    location_id: Named[int] = Column(Id, ForeignKey("location.id"), nullable=False)
    lot_id: Named[int | None] = Column(Id, ForeignKey("lot.id"))
    counted: Named[Decimal | None] = Column(AMOUNT)
    book: Named[Decimal | None] = Column(AMOUNT)
    counted_at: Named[datetime | None] = Column(Instant)
    counted_by: Named[str] = Column(Text, nullable=False)
    reason: Named[str] = Column(Text, nullable=False)
    earlier: Named[Any] = Column(Json, nullable=False)


receipt = Table("receipt", metadata, _Receipt)
receipt_line = Table(
    "receipt_line", metadata, _ReceiptLine, CheckConstraint("expected > 0", name="above-zero")
)
stock_count = Table("stock_count", metadata, _Count)
stock_count_line = Table("stock_count_line", metadata, _CountLine)

Index("ix_receipt_list", receipt.c.state, receipt.c.expected_on, receipt.c.id)
Index("ix_receipt_supplier", receipt.c.supplier_id, receipt.c.id)
Index("ix_receipt_line_receipt", receipt_line.c.receipt_id, receipt_line.c.place)
Index("ix_receipt_line_product", receipt_line.c.product_id, receipt_line.c.receipt_id)
Index("ix_stock_count_state", stock_count.c.state, stock_count.c.id)
Index("ix_stock_count_line_count", stock_count_line.c.count_id, stock_count_line.c.place)
Index("ix_stock_count_line_spot", stock_count_line.c.product_id, stock_count_line.c.location_id)
