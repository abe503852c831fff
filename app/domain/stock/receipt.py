"""Receipts: goods that are expected from a supplier, and those that came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.shared.ids import ContactId, LocationId, LotId, ProductId, ReceiptId, ReceiptLineId
from app.domain.shared.quantities import Quantity, UnitPrice


class ReceiptState(Enum):
    """Where a receipt stands: awaited, here in part, here, or called off."""

    EXPECTED = "expected"
    PART_RECEIVED = "part-received"
    RECEIVED = "received"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What is expected of a product and what came, in its own unit; ``cost`` is that of one.

    ``cost`` is without VAT, in the currency of the books.
    """

    id: ReceiptLineId
    product_id: ProductId
    expected: Quantity
    received: Quantity = Quantity(Decimal(0))
    cost: UnitPrice = UnitPrice(Decimal(0))


@dataclass(frozen=True, slots=True)
class Receipt:
    """Goods from a supplier; ``reference`` is our order to it or its delivery note."""

    id: ReceiptId
    version: int
    state: ReceiptState
    warehouse_id: LocationId
    lines: tuple[ReceiptLine, ...]
    number: str = ""
    supplier_id: ContactId | None = None
    supplier_name: str = ""
    reference: str = ""
    expected_on: date | None = None
    received_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came of one line at one time: how much, where it was put, and of which lot."""

    line_id: ReceiptLineId
    quantity: Quantity
    location_id: LocationId | None = None
    lot: str = ""
    lot_id: LotId | None = None
    expires_on: date | None = None
