"""Moves: goods go from one place to another, and a move that was made is never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.shared.ids import LocationId, LotId, MoveId, ProductId
from app.domain.shared.quantities import Quantity


class MoveKind(Enum):
    """Why goods moved."""

    RECEIPT = "receipt"
    SHIPMENT = "shipment"
    RETURN = "return"
    TRANSFER = "transfer"
    COUNT = "count"
    SCRAP = "scrap"
    OWN_USE = "own-use"
    ASSEMBLY = "assembly"
    OPENING = "opening"


@dataclass(frozen=True, slots=True)
class Move:
    """So much of a product, above zero and in its own unit, from one place to another.

    ``made_at`` is the moment it was booked and ``moved_on`` the day of the books. ``source``
    names its paper (``delivery:123``) and ``line`` its line there; ``reverses`` is the earlier
    move that this one, the other way, takes back.
    """

    id: MoveId
    kind: MoveKind
    product_id: ProductId
    quantity: Quantity
    from_id: LocationId
    to_id: LocationId
    moved_on: date
    made_at: datetime
    lot_id: LotId | None = None
    source: str = ""
    line: int = 0
    reason: str = ""
    who: str = ""
    reverses: MoveId | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where goods of one kind lie: a product, in a location, of a lot or of none."""

    product_id: ProductId
    location_id: LocationId
    lot_id: LotId | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """What lies at a spot, in the product's own unit; ``picked`` of it is taken for deliveries."""

    spot: Spot
    on_hand: Quantity
    picked: Quantity
