"""Returns: goods that a customer sends back are announced, received, inspected and decided on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.shared.ids import (
    ContactId,
    InvoiceId,
    LocationId,
    LotId,
    OrderId,
    OrderLineId,
    ProductId,
    ReturnId,
    ReturnLineId,
)
from app.domain.shared.quantities import Quantity


class ReturnState(Enum):
    """Where a return stands (DOMAIN: announced→received→inspected→decided)."""

    ANNOUNCED = "announced"
    RECEIVED = "received"
    INSPECTED = "inspected"
    DECIDED = "decided"
    CANCELLED = "cancelled"


class Outcome(Enum):
    """What becomes of goods that came back, once they were inspected."""

    RESTOCKED = "restocked"
    SCRAPPED = "scrapped"
    REPAIRED = "repaired"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """So much of what was delivered, in the product's own unit; ``finding`` is the inspector's."""

    id: ReturnLineId
    order_line_id: OrderLineId
    product_id: ProductId
    quantity: Quantity
    received: Quantity = Quantity(Decimal(0))
    lot_id: LotId | None = None
    finding: str = ""
    outcome: Outcome | None = None
    location_id: LocationId | None = None
    is_credited: bool = False


@dataclass(frozen=True, slots=True)
class GoodsReturn:
    """Goods that come back from a customer (an RMA); ``credit_id`` is the credit note for them."""

    id: ReturnId
    version: int
    state: ReturnState
    order_id: OrderId
    customer_id: ContactId | None
    customer_name: str
    lines: tuple[ReturnLine, ...]
    number: str = ""
    announced_on: date | None = None
    received_on: date | None = None
    decided_on: date | None = None
    reason: str = ""
    credit_id: InvoiceId | None = None
