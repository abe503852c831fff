"""Deliveries: goods of one order are picked, packed and shipped; what went out is not taken back.

What comes back is a return.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from app.domain.contacts.address import Address
from app.domain.shared.ids import (
    ContactId,
    DeliveryId,
    DeliveryLineId,
    DocumentId,
    LocationId,
    LotId,
    MoveId,
    OrderId,
    OrderLineId,
    ProductId,
)
from app.domain.shared.quantities import Quantity


class DeliveryState(Enum):
    """Where a delivery stands (DOMAIN: draft→picking→packed→shipped→delivered; cancelled)."""

    DRAFT = "draft"
    PICKING = "picking"
    PACKED = "packed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """So much of an order's line, in the product's own unit, from one spot.

    ``picked`` is what was taken from the place; only that goes out. Without ``location_id`` it is
    nothing that lies in stock. ``parcel`` is the number of the parcel that it is in, from 1.
    """

    id: DeliveryLineId
    order_line_id: OrderLineId
    product_id: ProductId | None
    quantity: Quantity
    picked: Quantity = Quantity(Decimal(0))
    location_id: LocationId | None = None
    lot_id: LotId | None = None
    parcel: int = 1
    move_id: MoveId | None = None


@dataclass(frozen=True, slots=True)
class Carriage:
    """How goods travel; ``weight_g`` is the gross weight in grams, ``terms`` the Incoterms."""

    carrier: str = ""
    tracking: str = ""
    parcels: int = 1
    weight_g: int = 0
    terms: str = ""
    note: str = ""


NO_CARRIAGE = Carriage()


@dataclass(frozen=True, slots=True)
class Delivery:
    """Goods that go to a customer; the proof is who took them, when, and the signed paper."""

    id: DeliveryId
    version: int
    state: DeliveryState
    order_id: OrderId
    warehouse_id: LocationId
    customer_id: ContactId | None
    customer_name: str
    lines: tuple[DeliveryLine, ...]
    deliver_to: Address = Address()
    number: str = ""
    carriage: Carriage = NO_CARRIAGE
    planned_on: date | None = None
    shipped_on: date | None = None
    shipped_at: datetime | None = None
    delivered_on: date | None = None
    received_by: str = ""
    proof_id: DocumentId | None = None
    reason: str = ""
