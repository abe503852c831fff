"""Stock as lists show it: what is on hand, what moved, what is to come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.shared.ids import (
    LocationId,
    LotId,
    MoveId,
    ProductId,
    ReceiptId,
)
from app.domain.shared.quantities import Quantity
from app.domain.stock.lot import LotStatus
from app.domain.stock.move import MoveKind
from app.domain.stock.receipt import ReceiptState

AWAITED = (ReceiptState.EXPECTED, ReceiptState.PART_RECEIVED)
"""States in which goods are still to come."""


class ReceiptSort(Enum):
    """What a list of receipts can be sorted by."""

    EXPECTED_ON = "expected_on"
    RECEIVED_ON = "received_on"
    NUMBER = "number"
    SUPPLIER = "supplier"


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One line of the list of receipts."""

    id: ReceiptId
    state: ReceiptState
    number: str
    supplier_name: str
    reference: str
    expected_on: date | None
    received_on: date | None
    lines: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """Goods that are still to come: when, how much, and by which paper."""

    day: date | None
    quantity: Quantity
    reference: str
    receipt_id: ReceiptId
    warehouse_id: LocationId


@dataclass(frozen=True, slots=True)
class Availability:
    """What can be had of a product: here, not to go out, promised, free, and on its way."""

    on_hand: Quantity
    blocked: Quantity
    reserved: Quantity
    free: Quantity
    incoming: tuple[Incoming, ...] = ()


class OnHandSort(Enum):
    """What the list of stock can be sorted by."""

    NAME = "name"
    CODE = "code"
    ON_HAND = "on_hand"
    FREE = "free"
    VALUE = "value"


class Shown(Enum):
    """What the list of stock can be narrowed to."""

    THERE = "there"
    SHORT = "short"
    OUT = "out"
    INCOMING = "incoming"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class OnHandRow:
    """One line of the list of stock; ``value_minor`` is in the currency of the books."""

    id: ProductId
    code: str
    names: Mapping[str, str]
    unit: str
    on_hand: Quantity
    free: Quantity
    reserved: Quantity
    blocked: Quantity
    incoming: Quantity
    value_minor: int
    least: Quantity
    currency: str = ""

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))


@dataclass(frozen=True, slots=True)
class LyingRow:
    """So much of a product at a spot, with what is known of its lot."""

    id: int
    location_id: LocationId
    place: str
    on_hand: Quantity
    picked: Quantity
    lot_id: LotId | None = None
    lot: str = ""
    status: LotStatus = LotStatus.OK
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One move as a list shows it; ``value_minor`` is by how much it changed what we own."""

    id: MoveId
    kind: MoveKind
    product_id: ProductId
    code: str
    names: Mapping[str, str]
    unit: str
    quantity: Quantity
    from_place: str
    to_place: str
    moved_on: date
    lot: str
    source: str
    reason: str
    who: str
    reverses: MoveId | None = None
    value_minor: int = 0
    reversed_by: MoveId | None = None
    currency: str = ""

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))
