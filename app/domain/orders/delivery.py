"""Deliveries: goods of one order are picked, packed and shipped; what went out is not taken back.

What comes back is a return.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from app.domain.contacts.address import Address
from app.domain.orders.order import NOTHING
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
from app.domain.shared.quantities import Quantity, quantity
from app.domain.shared.refusals import IllegalTransition, Refusal

MOST_PARCELS = 999


class DeliveryState(Enum):
    """Where a delivery stands (DOMAIN: draft→picking→packed→shipped→delivered; cancelled)."""

    DRAFT = "draft"
    PICKING = "picking"
    PACKED = "packed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


class NotPlanned(IllegalTransition):
    """Only a planned delivery is given to the pickers."""

    code = "deliveries.not-planned"


class NotPicking(IllegalTransition):
    """Only a delivery that is being picked is picked and packed."""

    code = "deliveries.not-picking"


class NotPacked(IllegalTransition):
    """Only a packed delivery goes out."""

    code = "deliveries.not-packed"


class NotShipped(IllegalTransition):
    """Only what went out is delivered."""

    code = "deliveries.not-shipped"


class OutAlready(IllegalTransition):
    """What went out is neither changed nor called off: it comes back as a return."""

    code = "deliveries.out-already"


class NoSuchLine(Refusal):
    """The delivery has no such line."""

    code = "deliveries.no-such-line"


class MoreThanPlanned(Refusal):
    """More is picked than the delivery takes from this place."""

    code = "deliveries.more-than-planned"


class NotAnAmount(Refusal):
    """What is taken is an amount above zero; what is picked is none below."""

    code = "deliveries.not-an-amount"


class NothingPicked(Refusal):
    """Nothing was picked: there is nothing to pack."""

    code = "deliveries.nothing-picked"


class NoSuchParcel(Refusal):
    """Parcels are numbered from 1, and there are no more of them than a delivery may have."""

    code = "deliveries.no-such-parcel"


class WrongDay(Refusal):
    """Goods arrive on the day they went out or later, and not in the future."""

    code = "deliveries.wrong-day"


class WithoutReason(Refusal):
    """What is called off has a reason that can be read later."""

    code = "deliveries.without-reason"


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
    picked: Quantity = NOTHING
    location_id: LocationId | None = None
    lot_id: LotId | None = None
    parcel: int = 1
    move_id: MoveId | None = None

    @property
    def left(self) -> Quantity:
        """Return what is still to be picked."""
        return Quantity(self.quantity - self.picked)


@dataclass(frozen=True, slots=True)
class Carriage:
    """How goods travel; ``weight_g`` is the gross weight in grams, ``terms`` the Incoterms."""

    carrier: str = ""
    tracking: str = ""
    parcels: int = 1
    weight_g: int = 0
    terms: str = ""
    note: str = ""

    def holding(self, lines: Iterable[DeliveryLine]) -> Carriage:
        """Return the same with a parcel for each of these lines; raises NoSuchParcel, NotAnAmount.

        There is one parcel at least, and none weighs less than nothing.
        """
        if not 1 <= self.parcels <= MOST_PARCELS:
            raise NoSuchParcel(parcel=self.parcels, most=MOST_PARCELS)
        if self.weight_g < 0:
            raise NotAnAmount(value=self.weight_g)
        return replace(self, parcels=max(self.parcels, *(line.parcel for line in lines), 1))


NO_CARRIAGE = Carriage()


@dataclass(frozen=True, slots=True)
class Proof:
    """Who took the goods and when, and the signed paper of the archive."""

    received_by: str
    day: date | None = None
    document_id: DocumentId | None = None


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

    @property
    def is_open(self) -> bool:
        """Say whether it is still to go out."""
        return self.state in OPEN

    def line(self, line_id: DeliveryLineId) -> DeliveryLine:
        """Return a line; raises NoSuchLine."""
        for line in self.lines:
            if line.id == line_id:
                return line
        raise NoSuchLine(delivery=self.id, line=line_id)

    def start(self, lines: tuple[DeliveryLine, ...]) -> Delivery:
        """Return the delivery with the spots that it is picked from; raises NotPlanned."""
        if self.state is not DeliveryState.DRAFT:
            raise NotPlanned(**self.facts)
        return self._next(state=DeliveryState.PICKING, lines=lines)

    def pick(self, line_id: DeliveryLineId, picked: Decimal) -> Delivery:
        """Return the delivery with so much of a line picked in all.

        Raises NotPicking, NoSuchLine, MoreThanPlanned, NotAnAmount, TooManyPlaces.
        """
        self._require(DeliveryState.PICKING, NotPicking)
        line, amount = self.line(line_id), quantity(picked)
        if amount < 0:
            raise NotAnAmount(value=amount)
        if amount > line.quantity:
            raise MoreThanPlanned(asked=amount, planned=line.quantity)
        return self._with({line_id: (replace(line, picked=amount),)})

    def renew(self, lines: tuple[DeliveryLine, ...]) -> Delivery:
        """Return the delivery with its lines taken from other spots or put in other parcels."""
        self._require(DeliveryState.PICKING, NotPicking)
        return self._next(lines=lines)

    def pack(self, carriage: Carriage) -> Delivery:
        """Return the packed delivery: what was not picked stays here.

        Raises NotPicking, NothingPicked, NoSuchParcel, NotAnAmount.
        """
        self._require(DeliveryState.PICKING, NotPicking)
        packed = tuple(replace(line, quantity=line.picked) for line in self.lines if line.picked)
        if not packed:
            raise NothingPicked(**self.facts)
        carried = carriage.holding(packed)
        return self._next(state=DeliveryState.PACKED, lines=packed, carriage=carried)

    def carried(self, carriage: Carriage) -> Delivery:
        """Return the delivery with what is known of its way; raises OutAlready once delivered.

        Raises NoSuchParcel, NotAnAmount.
        """
        if self.state in {DeliveryState.DELIVERED, DeliveryState.CANCELLED}:
            raise OutAlready(**self.facts)
        return self._next(carriage=carriage.holding(self.lines))

    def ship(
        self, number: str, day: date, moment: datetime, moves: Mapping[DeliveryLineId, MoveId]
    ) -> Delivery:
        """Return the delivery as it went out; raises NotPacked."""
        self._require(DeliveryState.PACKED, NotPacked)
        lines = tuple(replace(line, move_id=moves.get(line.id)) for line in self.lines)
        return self._next(
            state=DeliveryState.SHIPPED,
            lines=lines,
            number=number,
            shipped_on=day,
            shipped_at=moment,
        )

    def deliver(self, proof: Proof, today: date) -> Delivery:
        """Return the delivery that arrived; raises NotShipped, WrongDay."""
        self._require(DeliveryState.SHIPPED, NotShipped)
        day = proof.day or today
        if day > today or (self.shipped_on is not None and day < self.shipped_on):
            raise WrongDay(number=self.number, day=day, since=self.shipped_on, today=today)
        return self._next(
            state=DeliveryState.DELIVERED,
            delivered_on=day,
            received_by=proof.received_by.strip(),
            proof_id=proof.document_id,
        )

    def cancel(self, reason: str) -> Delivery:
        """Return the delivery that is called off; raises OutAlready, WithoutReason."""
        if not self.is_open:
            raise OutAlready(**self.facts)
        if not reason.strip():
            raise WithoutReason(**self.facts)
        return self._next(state=DeliveryState.CANCELLED, reason=reason.strip())

    @property
    def facts(self) -> dict[str, object]:
        """Return what a refusal tells of it."""
        return {"delivery": self.id, "number": self.number, "state": self.state.value}

    def _require(self, state: DeliveryState, refusal: type[IllegalTransition]) -> None:
        if self.state is not state:
            raise refusal(**self.facts)

    def _with(self, changed: Mapping[DeliveryLineId, tuple[DeliveryLine, ...]]) -> Delivery:
        lines = (part for one in self.lines for part in changed.get(one.id, (one,)))
        return self._next(lines=tuple(lines))

    def _next(self, **values: Any) -> Delivery:
        return replace(self, version=self.version + 1, **values)


OPEN = frozenset({DeliveryState.DRAFT, DeliveryState.PICKING, DeliveryState.PACKED})
"""The states in which goods are still here."""
