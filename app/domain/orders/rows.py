"""Rows of the lists of deliveries and returns, and what these can be sorted by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.orders.delivery import DeliveryState
from app.domain.orders.goods_return import ReturnState
from app.domain.shared.ids import DeliveryId, OrderId, ReturnId
from app.domain.shared.paging import View


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """One row of the list of deliveries."""

    id: DeliveryId
    state: DeliveryState
    number: str
    order_id: OrderId
    order_number: str
    customer_name: str
    planned_on: date | None
    shipped_on: date | None
    delivered_on: date | None
    carrier: str
    tracking: str
    lines: int


class DeliverySort(Enum):
    """What the list of deliveries can be sorted by."""

    PLANNED_ON = "planned_on"
    NUMBER = "number"
    ORDER = "order"
    CUSTOMER = "customer"
    SHIPPED_ON = "shipped_on"
    CARRIER = "carrier"


NEXT_DELIVERIES = View(sort=DeliverySort.PLANNED_ON.value)


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One row of the list of returns."""

    id: ReturnId
    state: ReturnState
    number: str
    order_id: OrderId
    order_number: str
    customer_name: str
    announced_on: date | None
    received_on: date | None
    decided_on: date | None
    reason: str
    lines: int
    is_credited: bool


class ReturnSort(Enum):
    """What the list of returns can be sorted by."""

    ANNOUNCED_ON = "announced_on"
    NUMBER = "number"
    ORDER = "order"
    CUSTOMER = "customer"
    RECEIVED_ON = "received_on"


NEWEST_RETURNS = View(sort=ReturnSort.ANNOUNCED_ON.value, is_descending=True)
