"""The tables of stock: items, places, lots, moves, what lies where, and what it is worth."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Named,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)

from app.domain.shared.quantities import PRICE_PLACES, QUANTITY_PLACES, UnitPrice
from app.domain.stock.item import Billing, Costing, Tracking
from app.domain.stock.location import LocationKind
from app.domain.stock.lot import LotStatus
from app.domain.stock.move import MoveKind
from app.domain.stock.posting import ValueReason
from app.storage.sorting import SortKey
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Minor, Scaled, Whole, metadata

AMOUNT = Scaled(QUANTITY_PLACES)


class _Item(TypedColumns):
    product_id: Named[int] = Column(Id, ForeignKey("product.id"), primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    tracking: Named[Tracking] = Column(EnumText(Tracking), nullable=False)
    costing: Named[Costing] = Column(EnumText(Costing), nullable=False)
    standard_cost: Named[UnitPrice] = Column(Scaled(PRICE_PLACES), nullable=False)
    billing: Named[Billing] = Column(EnumText(Billing), nullable=False)
    units: Named[Any] = Column(Json, nullable=False)
    reorder_least: Named[Decimal] = Column(AMOUNT, nullable=False)
    reorder: Named[Any] = Column(Json, nullable=False)
    supplier_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    customs: Named[Any] = Column(Json, nullable=False)
    location_id: Named[int | None] = Column(Id, ForeignKey("location.id"))
    shelf_days: Named[int] = Column(Whole, nullable=False)
    parts: Named[Any] = Column(Json, nullable=False)
    is_kit: Named[bool] = Column(Flag, nullable=False)
    is_checked: Named[bool] = Column(Flag, nullable=False)


class _Location(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    kind: Named[LocationKind] = Column(EnumText(LocationKind), nullable=False)
    code: Named[str] = Column(Text, nullable=False)
    code_key: Named[str] = Column(SortKey, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    warehouse_id: Named[int | None] = Column(Id, ForeignKey("location.id"))
    route: Named[int] = Column(Whole, nullable=False)
    contact_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    is_closed: Named[bool] = Column(Flag, nullable=False)


class _Lot(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    product_id: Named[int] = Column(Id, ForeignKey("stock_item.product_id"), nullable=False)
    code: Named[str] = Column(Text, nullable=False)
    status: Named[LotStatus] = Column(EnumText(LotStatus), nullable=False)
    received_on: Named[date | None] = Column(Day)
    expires_on: Named[date | None] = Column(Day)
    note: Named[str] = Column(Text, nullable=False)
    is_blocked: Named[bool] = Column(Flag, nullable=False)


class _Move(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    kind: Named[MoveKind] = Column(EnumText(MoveKind), nullable=False)
    product_id: Named[int] = Column(Id, ForeignKey("stock_item.product_id"), nullable=False)
    quantity: Named[Decimal] = Column(AMOUNT, nullable=False)
    from_id: Named[int] = Column(Id, ForeignKey("location.id"), nullable=False)
    to_id: Named[int] = Column(Id, ForeignKey("location.id"), nullable=False)
    moved_on: Named[date] = Column(Day, nullable=False)
    made_at: Named[datetime] = Column(Instant, nullable=False)
    lot_id: Named[int | None] = Column(Id, ForeignKey("lot.id"))
    source: Named[str] = Column(Text, nullable=False)
    line: Named[int] = Column(Whole, nullable=False)
    reason: Named[str] = Column(Text, nullable=False)
    who: Named[str] = Column(Text, nullable=False)
    reverses_id: Named[int | None] = Column(Id, ForeignKey("stock_move.id"), unique=True)
    value_minor: Named[int | None] = Column(Minor)
    origin_id: Named[int | None] = Column(Id, ForeignKey("stock_move.id"))


class _Level(TypedColumns):
    product_id: Named[int] = Column(Id, ForeignKey("stock_item.product_id"), primary_key=True)
    location_id: Named[int] = Column(Id, ForeignKey("location.id"), primary_key=True)
    lot_id: Named[int] = Column(Id, primary_key=True)
    on_hand: Named[Decimal] = Column(AMOUNT, nullable=False)
    picked: Named[Decimal] = Column(AMOUNT, nullable=False)


class _Month(TypedColumns):
    product_id: Named[int] = Column(Id, ForeignKey("stock_item.product_id"), primary_key=True)
    location_id: Named[int] = Column(Id, ForeignKey("location.id"), primary_key=True)
    month: Named[int] = Column(Whole, primary_key=True)
    quantity: Named[Decimal] = Column(AMOUNT, nullable=False)


class _Standing(TypedColumns):
    product_id: Named[int] = Column(Id, ForeignKey("stock_item.product_id"), primary_key=True)
    warehouse_id: Named[int] = Column(Id, ForeignKey("location.id"), primary_key=True)
    on_hand: Named[Decimal] = Column(AMOUNT, nullable=False)
    blocked: Named[Decimal] = Column(AMOUNT, nullable=False)
    reserved: Named[Decimal] = Column(AMOUNT, nullable=False)
    incoming: Named[Decimal] = Column(AMOUNT, nullable=False)


class _Layer(TypedColumns):
    move_id: Named[int] = Column(Id, ForeignKey("stock_move.id"), primary_key=True)
    product_id: Named[int] = Column(Id, ForeignKey("stock_item.product_id"), nullable=False)
    received_on: Named[date] = Column(Day, nullable=False)
    quantity: Named[Decimal] = Column(AMOUNT, nullable=False)
    value_minor: Named[int] = Column(Minor, nullable=False)
    left: Named[Decimal] = Column("left_quantity", AMOUNT, nullable=False)
    left_minor: Named[int] = Column(Minor, nullable=False)


class _Value(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    move_id: Named[int | None] = Column(Id, ForeignKey("stock_move.id"))
    product_id: Named[int] = Column(Id, ForeignKey("stock_item.product_id"), nullable=False)
    booked_on: Named[date] = Column(Day, nullable=False)
    amount_minor: Named[int] = Column(Minor, nullable=False)
    reason: Named[ValueReason] = Column(EnumText(ValueReason), nullable=False)
    entry_id: Named[int | None] = Column(Id, ForeignKey("journal_entry.id"))


class _Worth(TypedColumns):
    product_id: Named[int] = Column(Id, ForeignKey("stock_item.product_id"), primary_key=True)
    quantity: Named[Decimal] = Column(AMOUNT, nullable=False)
    value_minor: Named[int] = Column(Minor, nullable=False)


class _ValueMonth(TypedColumns):
    product_id: Named[int] = Column(Id, ForeignKey("stock_item.product_id"), primary_key=True)
    month: Named[int] = Column(Whole, primary_key=True)
    amount_minor: Named[int] = Column(Minor, nullable=False)


stock_item = Table("stock_item", metadata, _Item)
location = Table(
    "location",
    metadata,
    _Location,
    UniqueConstraint("code_key"),
)
lot = Table("lot", metadata, _Lot, UniqueConstraint("product_id", "code"))
"""``is_blocked`` says that what lies of it counts as blocked, by its status or its expiry."""
stock_move = Table(
    "stock_move",
    metadata,
    _Move,
    CheckConstraint("quantity > 0", name="above-zero"),
    CheckConstraint("from_id <> to_id", name="moves"),
)
stock_level = Table(
    "stock_level",
    metadata,
    _Level,
    CheckConstraint("on_hand >= 0", name="not-negative"),
    CheckConstraint("picked >= 0 AND picked <= on_hand", name="picked-is-there"),
    sqlite_with_rowid=False,
)
"""What lies in locations of ours, kept with each move; ``lot_id`` 0 where there is no lot."""
stock_month = Table("stock_month", metadata, _Month, sqlite_with_rowid=False)
"""What came to and left our locations in a month (year × 100 + month): an as-of list adds it."""
stock_standing = Table(
    "stock_standing",
    metadata,
    _Standing,
    CheckConstraint("reserved >= 0 AND reserved <= on_hand - blocked", name="reserved-is-there"),
    sqlite_with_rowid=False,
)
"""A product in a warehouse: ``blocked`` lies there but may not go out (lot status)."""
stock_layer = Table("stock_layer", metadata, _Layer)
"""What is left of each receipt and of its value; worked out anew when history changes."""
stock_value = Table("stock_value", metadata, _Value)
"""Every change of the value of the stock, each with the entry that booked it; never changed.

Without a move the value of the product was set anew: history is replayed from there."""
stock_worth = Table("stock_worth", metadata, _Worth, sqlite_with_rowid=False)
stock_value_month = Table("stock_value_month", metadata, _ValueMonth, sqlite_with_rowid=False)

Index("ix_stock_item_reorder", stock_item.c.reorder_least, stock_item.c.product_id)
Index("ix_stock_item_supplier", stock_item.c.supplier_id)
Index("ix_stock_item_location", stock_item.c.location_id)
Index("ix_location_warehouse", location.c.warehouse_id, location.c.route, location.c.id)
Index("ix_location_contact", location.c.contact_id)
Index("ix_lot_expires", lot.c.product_id, lot.c.expires_on, lot.c.id)
Index("ix_stock_move_product", stock_move.c.product_id, stock_move.c.moved_on, stock_move.c.id)
Index("ix_stock_move_day", stock_move.c.moved_on, stock_move.c.id)
Index("ix_stock_move_lot", stock_move.c.lot_id, stock_move.c.id)
Index("ix_stock_move_origin", stock_move.c.origin_id)
Index("ix_stock_move_source", stock_move.c.source, stock_move.c.id)
Index("ix_stock_level_location", stock_level.c.location_id, stock_level.c.product_id)
Index(
    "ix_stock_layer_left",
    stock_layer.c.product_id,
    stock_layer.c.received_on,
    stock_layer.c.move_id,
)
Index("ix_stock_value_product", stock_value.c.product_id, stock_value.c.booked_on, stock_value.c.id)
Index("ix_stock_value_move", stock_value.c.move_id)
Index("ix_stock_value_day", stock_value.c.booked_on, stock_value.c.id)
Index("ix_stock_value_entry", stock_value.c.entry_id)
