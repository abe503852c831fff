"""The tables of orders, their deliveries and returns."""

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

from app.domain.orders.delivery import DeliveryState
from app.domain.orders.goods_return import Outcome, ReturnState
from app.domain.orders.order import Channel, OrderState
from app.domain.stock.item import Billing
from app.storage.sorting import SortKey
from app.storage.stock_tables import AMOUNT
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Minor, Whole, metadata


class _Order(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[OrderState] = Column(EnumText(OrderState), nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    customer_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    customer_name: Named[str] = Column(Text, nullable=False)
    customer_key: Named[str] = Column(SortKey, nullable=False)
    order_reference: Named[str] = Column(Text, nullable=False)
    reference_key: Named[str] = Column(Text, nullable=False)
    warehouse_id: Named[int | None] = Column(Id, ForeignKey("location.id"))
    channel: Named[Channel] = Column(EnumText(Channel), nullable=False)
    priority: Named[int] = Column(Whole, nullable=False)
    ordered_on: Named[date | None] = Column(Day)
    wanted_on: Named[date | None] = Column(Day)
    promised_on: Named[date | None] = Column(Day)
    ships_whole: Named[bool] = Column(Flag, nullable=False)
    hold: Named[str] = Column(Text, nullable=False)
    overridden_by: Named[str] = Column(Text, nullable=False)
    override_reason: Named[str] = Column(Text, nullable=False)
    amended: Named[int] = Column(Whole, nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    net_minor: Named[int] = Column(Minor, nullable=False)
    gross_minor: Named[int] = Column(Minor, nullable=False)
    quote_id: Named[int | None] = Column(Id, ForeignKey("quote.id"))
    plan_id: Named[int | None] = Column(Id, ForeignKey("recurring_plan.id"))
    reason: Named[str] = Column(Text, nullable=False)
    wanted: Named[Any] = Column(Json, nullable=False)


class _OrderLine(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    order_id: Named[int] = Column(Id, ForeignKey("sales_order.id"), nullable=False)
    place: Named[int] = Column(Whole, nullable=False)
    product_id: Named[int | None] = Column(Id, ForeignKey("product.id"))
    ordered: Named[Decimal] = Column(AMOUNT, nullable=False)
    cancelled: Named[Decimal] = Column(AMOUNT, nullable=False)
    delivered: Named[Decimal] = Column(AMOUNT, nullable=False)
    invoiced: Named[Decimal] = Column(AMOUNT, nullable=False)
    returned: Named[Decimal] = Column(AMOUNT, nullable=False)
    reserved: Named[Decimal] = Column(AMOUNT, nullable=False)
    promised_on: Named[date | None] = Column(Day)
    is_stocked: Named[bool] = Column(Flag, nullable=False)
    billing: Named[Billing] = Column(EnumText(Billing), nullable=False)
    is_waiting: Named[bool] = Column(Flag, nullable=False)
    supplier_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))


class _DirectDelivery(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    order_line_id: Named[int] = Column(Id, ForeignKey("order_line.id"), nullable=False)
    supplier_id: Named[int] = Column(Id, ForeignKey("contact.id"), nullable=False)
    quantity: Named[Decimal] = Column(AMOUNT, nullable=False)
    delivered_on: Named[date] = Column(Day, nullable=False)
    reference: Named[str] = Column(Text, nullable=False)
    noted_at: Named[datetime] = Column(Instant, nullable=False)
    who: Named[str] = Column(Text, nullable=False)


class _Amendment(TypedColumns):
    order_id: Named[int] = Column(Id, ForeignKey("sales_order.id"), primary_key=True)
    number: Named[int] = Column(Whole, primary_key=True)
    made_at: Named[datetime] = Column(Instant, nullable=False)
    who: Named[str] = Column(Text, nullable=False)
    reason: Named[str] = Column(Text, nullable=False)
    before: Named[Any] = Column(Json, nullable=False)
    after: Named[Any] = Column(Json, nullable=False)


class _Delivery(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[DeliveryState] = Column(EnumText(DeliveryState), nullable=False)
    order_id: Named[int] = Column(Id, ForeignKey("sales_order.id"), nullable=False)
    warehouse_id: Named[int] = Column(Id, ForeignKey("location.id"), nullable=False)
    customer_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    customer_name: Named[str] = Column(Text, nullable=False)
    customer_key: Named[str] = Column(SortKey, nullable=False)
    deliver_to: Named[Any] = Column(Json, nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    carriage: Named[Any] = Column(Json, nullable=False)
    carrier: Named[str] = Column(Text, nullable=False)
    tracking: Named[str] = Column(Text, nullable=False)
    planned_on: Named[date | None] = Column(Day)
    shipped_on: Named[date | None] = Column(Day)
    shipped_at: Named[datetime | None] = Column(Instant)
    delivered_on: Named[date | None] = Column(Day)
    received_by: Named[str] = Column(Text, nullable=False)
    proof_id: Named[int | None] = Column(Id, ForeignKey("document.id"))
    reason: Named[str] = Column(Text, nullable=False)


class _DeliveryLine(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    delivery_id: Named[int] = Column(Id, ForeignKey("delivery.id"), nullable=False)
    place: Named[int] = Column(Whole, nullable=False)
    order_line_id: Named[int] = Column(Id, ForeignKey("order_line.id"), nullable=False)
    product_id: Named[int | None] = Column(Id, ForeignKey("product.id"))
    quantity: Named[Decimal] = Column(AMOUNT, nullable=False)
    picked: Named[Decimal] = Column(AMOUNT, nullable=False)
    location_id: Named[int | None] = Column(Id, ForeignKey("location.id"))
    lot_id: Named[int | None] = Column(Id, ForeignKey("lot.id"))
    parcel: Named[int] = Column(Whole, nullable=False)
    move_id: Named[int | None] = Column(Id, ForeignKey("stock_move.id"))


class _Return(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    state: Named[ReturnState] = Column(EnumText(ReturnState), nullable=False)
    order_id: Named[int] = Column(Id, ForeignKey("sales_order.id"), nullable=False)
    customer_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    customer_name: Named[str] = Column(Text, nullable=False)
    customer_key: Named[str] = Column(SortKey, nullable=False)
    number: Named[str | None] = Column(Text, unique=True)
    announced_on: Named[date | None] = Column(Day)
    received_on: Named[date | None] = Column(Day)
    decided_on: Named[date | None] = Column(Day)
    reason: Named[str] = Column(Text, nullable=False)
    credit_id: Named[int | None] = Column(Id, ForeignKey("invoice.id"))


class _ReturnLine(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    return_id: Named[int] = Column(Id, ForeignKey("goods_return.id"), nullable=False)
    place: Named[int] = Column(Whole, nullable=False)
    order_line_id: Named[int] = Column(Id, ForeignKey("order_line.id"), nullable=False)
    product_id: Named[int] = Column(Id, ForeignKey("product.id"), nullable=False)
    quantity: Named[Decimal] = Column(AMOUNT, nullable=False)
    received: Named[Decimal] = Column(AMOUNT, nullable=False)
    lot_id: Named[int | None] = Column(Id, ForeignKey("lot.id"))
    finding: Named[str] = Column(Text, nullable=False)
    outcome: Named[Outcome | None] = Column(EnumText(Outcome))
    location_id: Named[int | None] = Column(Id, ForeignKey("location.id"))
    is_credited: Named[bool] = Column(Flag, nullable=False)


sales_order = Table("sales_order", metadata, _Order)
order_line = Table(
    "order_line",
    metadata,
    _OrderLine,
    UniqueConstraint("order_id", "place"),
    CheckConstraint("delivered >= 0 AND cancelled >= 0 AND reserved >= 0", name="not-negative"),
    CheckConstraint("delivered + cancelled <= ordered", name="no-more-than-ordered"),
    CheckConstraint("returned >= 0 AND returned <= delivered", name="returned-was-delivered"),
)
"""``is_waiting`` while something of a stocked line of a confirmed order is neither delivered,
cancelled nor reserved: what a reservation run looks at."""
direct_delivery = Table("direct_delivery", metadata, _DirectDelivery)
Index("ix_direct_delivery_line", direct_delivery.c.order_line_id)
order_amendment = Table("order_amendment", metadata, _Amendment)
delivery = Table("delivery", metadata, _Delivery)
delivery_line = Table("delivery_line", metadata, _DeliveryLine)
goods_return = Table("goods_return", metadata, _Return)
goods_return_line = Table("goods_return_line", metadata, _ReturnLine)

Index("ix_sales_order_queue", sales_order.c.state, sales_order.c.promised_on, sales_order.c.id)
UNPROMISED = sales_order.c.promised_on.is_(None)
"""What has no day stands after what has one, on every database."""
Index(
    "ix_sales_order_turn",
    sales_order.c.state,
    sales_order.c.priority,
    UNPROMISED,
    sales_order.c.promised_on,
    sales_order.c.id,
)
Index(
    "ix_sales_order_promise",
    sales_order.c.state,
    UNPROMISED,
    sales_order.c.promised_on,
    sales_order.c.id,
)
Index("ix_sales_order_day", sales_order.c.ordered_on, sales_order.c.id)
Index("ix_sales_order_customer", sales_order.c.customer_id, sales_order.c.reference_key)
Index("ix_sales_order_customer_key", sales_order.c.customer_key, sales_order.c.id)
Index("ix_sales_order_quote", sales_order.c.quote_id)
Index("ix_sales_order_plan", sales_order.c.plan_id)
Index("ix_order_line_product", order_line.c.product_id, order_line.c.order_id)
Index("ix_order_line_waiting", order_line.c.is_waiting, order_line.c.product_id, order_line.c.id)
Index("ix_delivery_order", delivery.c.order_id, delivery.c.id)
Index("ix_delivery_list", delivery.c.state, delivery.c.planned_on, delivery.c.id)
Index("ix_delivery_customer", delivery.c.customer_id, delivery.c.id)
Index("ix_delivery_proof", delivery.c.proof_id)
Index("ix_delivery_line_delivery", delivery_line.c.delivery_id, delivery_line.c.place)
Index("ix_delivery_line_order_line", delivery_line.c.order_line_id)
Index("ix_delivery_line_move", delivery_line.c.move_id)
Index("ix_goods_return_order", goods_return.c.order_id, goods_return.c.id)
Index("ix_goods_return_list", goods_return.c.state, goods_return.c.id)
Index("ix_goods_return_customer", goods_return.c.customer_id, goods_return.c.id)
Index("ix_goods_return_credit", goods_return.c.credit_id)
Index("ix_goods_return_line_return", goods_return_line.c.return_id, goods_return_line.c.place)
Index("ix_goods_return_line_order_line", goods_return_line.c.order_line_id)
