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
    move that this one, the other way, takes back. ``value_minor`` is what its paper says that the
    goods are worth, in the currency of the books; what leaves has none. ``origin`` is the move
    that goods come back from: they are worth what they were then.
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
    value_minor: int | None = None
    origin: MoveId | None = None

    @property
    def cost_of(self) -> MoveId | None:
        """The earlier move whose goods these are, or none."""
        return self.reverses or self.origin

    @property
    def taken_from(self) -> Spot:
        """The spot that it takes goods from."""
        return Spot(self.product_id, self.from_id, self.lot_id)

    @property
    def put_to(self) -> Spot:
        """The spot that it puts goods to."""
        return Spot(self.product_id, self.to_id, self.lot_id)


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
