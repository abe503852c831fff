"""Kits: a product that is sold as a set goes out as its parts, which leave from where they lie."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from app.domain.orders.delivery import Delivery
from app.domain.shared.ids import LocationId, MoveId, ProductId
from app.domain.shared.quantities import Quantity, quantity
from app.domain.stock.item import Part, StockItem
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Move, MoveKind, Spot
from app.lang.formats import formats_in
from app.services import stock_levels
from app.services.delivery_papers import source_of
from app.services.office import Desk
from app.services.stock_booking import Booking


class Kits:
    """Lets the parts of kits go with a delivery, at one desk."""

    def __init__(self, desk: Desk, booking: Booking) -> None:
        self._desk = desk
        self._booking = booking

    def moves(self, delivery: Delivery, day: date) -> Iterator[Move]:
        """Yield the moves of the parts of every kit that was picked; raises NotEnough."""
        ids = {line.product_id for line in delivery.lines if line.product_id is not None}
        items = self._desk.store.stock_items.get_all(sorted(ids))
        for place, line in enumerate(delivery.lines):
            item = items.get(line.product_id or ProductId(0))
            if item is not None and item.is_kit and line.picked:
                for part in item.parts:
                    needed = quantity(part.quantity * line.picked)
                    yield from self._part(delivery, (place, day), part, needed)

    def _part(
        self, delivery: Delivery, at: tuple[int, date], part: Part, needed: Quantity
    ) -> Iterator[Move]:
        """Yield the moves of so much of a part, from where it lies."""
        house: LocationId = delivery.warehouse_id
        chosen = stock_levels.choice(self._desk, part.product_id, needed, house)
        held = sum((one.quantity for one in chosen), Decimal(0))
        if held < needed:
            spot = Spot(part.product_id, house)
            raise self._booking.ways.missing(spot, needed, Quantity(held))
        customer = self._booking.places.of(LocationKind.CUSTOMER).id
        place, day = at
        for one in chosen:
            yield Move(
                id=MoveId(0),
                kind=MoveKind.SHIPMENT,
                product_id=part.product_id,
                quantity=one.quantity,
                from_id=one.spot.location_id,
                to_id=customer,
                moved_on=day,
                made_at=self._desk.now,
                lot_id=one.spot.lot_id,
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
