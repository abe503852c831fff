"""Kits: a product that is sold as a set goes out as its parts, which leave from where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from app.domain.orders.delivery import Delivery, DeliveryLine
from app.domain.shared.ids import LocationId, MoveId, ProductId
from app.domain.shared.quantities import Quantity, quantity
from app.domain.stock.item import Part, StockItem
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Move, MoveKind, Spot
from app.lang.formats import formats_in
from app.services.delivery_papers import source_of
from app.services.kit_parts import KitParts
from app.services.office import Desk
from app.services.stock_booking import Booking


class Kits:
    """Lets the parts of kits go with a delivery, at one desk."""

    def __init__(self, desk: Desk, booking: Booking) -> None:
        self._desk = desk
        self._booking = booking

    def moves(self, delivery: Delivery, day: date) -> Iterator[Move]:
        """Yield the moves of the parts of every kit that was picked; raises NotEnough."""
        chooser = KitParts(self._desk)
        kits = chooser.among((delivery,))
        for place, line in enumerate(delivery.lines):
            kit = kits.get(line.product_id or ProductId(0))
            if kit is None or line.location_id is not None or not line.picked:
                continue
            parts = chooser.of(kit, line, line.picked, delivery.warehouse_id)
            self._require_lying(parts, delivery.warehouse_id)
            for part in parts:
                yield self._move(delivery, part, (place, day))

    def _require_lying(self, parts: Iterable[DeliveryLine], house: LocationId) -> None:
        """Raise NotEnough, with the ways out of it, for the first part that lies nowhere."""
        some = tuple(parts)
        for short in some:
            if short.location_id is None and short.product_id is not None:
                ours = [one for one in some if one.product_id == short.product_id]
                needed = sum((one.quantity for one in ours), Decimal(0))
                held = Quantity(needed - short.quantity)
                spot = Spot(short.product_id, house)
                raise self._booking.ways.missing(spot, Quantity(needed), held)

    def _move(self, delivery: Delivery, part: DeliveryLine, at: tuple[int, date]) -> Move:
        place, day = at
        return Move(
            id=MoveId(0),
            kind=MoveKind.SHIPMENT,
            product_id=part.product_id or ProductId(0),
            quantity=part.quantity,
            from_id=part.location_id or LocationId(0),
            to_id=self._booking.places.of(LocationKind.CUSTOMER).id,
            moved_on=day,
            made_at=self._desk.now,
            lot_id=part.lot_id,
            source=source_of(delivery.id),
            line=place,
        )


class Contents:
    """Says what is in kits, at one desk in one language."""

    def __init__(self, desk: Desk, language: str) -> None:
        self._store = desk.store
        self._language = language
        self._formats = formats_in(language, desk.store.company.get().country)

    def of(self, kit: StockItem, count: Quantity) -> str:
        """Return the parts of so many of a kit in words."""
        return ", ".join(self._part(part, count) for part in kit.parts)

    def _part(self, part: Part, count: Quantity) -> str:
        product = self._store.products.get(part.product_id)
        amount = self._formats.decimal(quantity(part.quantity * count))
        return f"{amount} {product.unit} {product.code} {product.name_in(self._language)}"
