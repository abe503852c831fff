"""The tables of counts, and of the rules by which the stock is counted."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.shared.quantities import RATE_PLACES, Rate
from app.domain.stock.count import CountKind, CountState
from app.storage.stock_tables import AMOUNT
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Scaled, Whole, metadata


class _Count(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[CountState] = Column(EnumText(CountState), nullable=False)
    kind: Named[CountKind] = Column(EnumText(CountKind), nullable=False)
    warehouse_id: Named[int] = Column(Id, ForeignKey("location.id"), nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    is_blind: Named[bool] = Column(Flag, nullable=False)
    limit: Named[Rate | None] = Column("limit_percent", Scaled(RATE_PLACES))
    planned_on: Named[date | None] = Column(Day)
    started_at: Named[datetime | None] = Column(Instant)
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


class _Rules(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    facts: Named[Any] = Column(Json, nullable=False)


stock_count = Table("stock_count", metadata, _Count)
stock_count_line = Table("stock_count_line", metadata, _CountLine)
stock_rules = Table("stock_rules", metadata, _Rules)
"""One row, once the office changed a rule."""

Index("ix_stock_count_state", stock_count.c.state, stock_count.c.id)
Index("ix_stock_count_warehouse", stock_count.c.warehouse_id, stock_count.c.state)
Index("ix_stock_count_line_count", stock_count_line.c.count_id, stock_count_line.c.place)
Index("ix_stock_count_line_spot", stock_count_line.c.product_id, stock_count_line.c.location_id)
