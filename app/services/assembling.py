"""Assembling: parts become a product worth what they cost together, and can be taken apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.shared.ids import LocationId, MoveId, ProductId, new_id
from app.domain.shared.quantities import Quantity, quantity
from app.domain.shared.refusals import Invalid
from app.domain.stock.choosing import Choice
from app.domain.stock.costs import share, whole_parts
from app.domain.stock.item import Part, StockItem
from app.domain.stock.keeping import NO_PARTS
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Move, MoveKind, Spot
from app.domain.stock.moving import NotStocked, check_quantity
from app.domain.stock.rows import OnHandRow
from app.services import stock_levels
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_booking import Booking


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a product: how much goes into one, and what of it is free."""

    code: str
    names: Mapping[str, str]
    unit: str
    each: Quantity
    free: Quantity

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))


@dataclass(frozen=True, slots=True)
class Makeable:
    """What a product is made of, how many could be made now, and how many lie here."""

    row: OnHandRow
    parts: tuple[PartRow, ...]
    most: Quantity


@query(Permission.STOCK_READ)
def makeable(desk: Desk, product_id: ProductId) -> Makeable:
    """Return what a product is made of and how many can be; raises NotFound."""
    row = stock_levels.named(desk, product_id)
    item = desk.store.stock_items.get_all((product_id,))[product_id]
    parts = []
    for part in item.parts:
        product = desk.store.products.get(part.product_id)
        free = stock_levels.availability(desk, part.product_id).free
        parts.append(PartRow(product.code, product.names, product.unit, part.quantity, free))
    most = min((one.free // one.each for one in parts), default=Decimal(0))
    return Makeable(row, tuple(parts), Quantity(most))


@command(Permission.STOCK_MOVE)
def assemble(
    desk: Desk,
    product_id: ProductId,
    count: Quantity,
    location_id: LocationId | None = None,
    on: date | None = None,
) -> tuple[Move, ...]:
    """Make so many of a product from its parts, which leave from where they lie.

    It is worth what its parts cost. Raises Invalid, NotStocked, NotEnough.
    """
    making = _Making(desk, on)
    item = making.item(product_id, count)
    place = location_id or item.location_id or making.booking.places.home().id
    house = making.booking.places.warehouse(place)
    gone: list[Move] = []
    for part in item.parts:
        needed = quantity(part.quantity * count)
        gone += [making.move(one, making.out) for one in making.chosen(part, needed, house)]
    taken = making.booking.put(*gone, paper=making.code(product_id))
    value = -making.booking.valuing.worth_of([one.id for one in taken])
    fresh = making.made(product_id, count, place, value)
    made = making.booking.put(fresh, paper=making.code(product_id))
    making.booking.close(making.code(product_id), making.source)
    return (*taken, *made)


@command(Permission.STOCK_MOVE)
def take_apart(
    desk: Desk,
    product_id: ProductId,
    count: Quantity,
    location_id: LocationId | None = None,
    on: date | None = None,
) -> tuple[Move, ...]:
    """Take so many of a product apart: its parts come back, and share what it cost.

    By what each of them costs now. Raises Invalid, NotStocked, NotEnough.
    """
    making = _Making(desk, on)
    item = making.item(product_id, count)
    place = location_id or item.location_id or making.booking.places.home().id
    house = making.booking.places.warehouse(place)
    whole = Part(product_id, Quantity(Decimal(1)))
    gone = [making.move(one, making.out) for one in making.chosen(whole, count, house)]
    taken = making.booking.put(*gone, paper=making.code(product_id))
    value = -making.booking.valuing.worth_of([one.id for one in taken])
    weights = making.weights(item, count)
    moves, so_far, given = [], 0, 0
    for part, weight in zip(item.parts, weights, strict=True):
        so_far += weight
        upto = share(value, so_far, sum(weights))
        needed = quantity(part.quantity * count)
        moves.append(making.made(part.product_id, needed, place, upto - given))
        given = upto
    made = making.booking.put(*moves, paper=making.code(product_id))
    making.booking.close(making.code(product_id), making.source)
    return (*taken, *made)


class _Making:
    """One assembly at a desk: its moves have one paper."""

    def __init__(self, desk: Desk, on: date | None) -> None:
        self._desk = desk
        self._day = on or desk.today
        self.booking = Booking(desk)
        self.source = f"assembly:{new_id()}"
        self.out = self.booking.places.of(LocationKind.PRODUCTION).id

    def item(self, product_id: ProductId, count: Quantity) -> StockItem:
        """Return what a product is made of; raises Invalid, NotStocked."""
        require_right(tuple(check_quantity("count", count)))
        item = self._desk.store.stock_items.find(product_id)
        if item is None or item.is_kit:
            raise NotStocked(product=self.code(product_id), why="kit" if item else "")
        if not item.parts:
            raise Invalid((NO_PARTS.at("product_id", product=self.code(product_id)),))
        return item

    def chosen(self, part: Part, needed: Quantity, house: LocationId) -> list[Choice]:
        """Return from where a part is taken; what is missing is asked of the warehouse itself."""
        found = list(stock_levels.choice(self._desk, part.product_id, needed, house))
        short = needed - sum((one.quantity for one in found), Decimal(0))
        if short > 0:
            from_house = Spot(part.product_id, house)
            raise self.booking.ways.missing(from_house, needed, Quantity(needed - short))
        return found

    def move(self, choice: Choice, to_id: LocationId) -> Move:
        """Return the move of a part into production."""
        spot = choice.spot
        fresh = self._fresh(spot.product_id, choice.quantity, spot.location_id, to_id)
        return replace(fresh, lot_id=spot.lot_id)

    def made(self, product_id: ProductId, count: Quantity, place: LocationId, value: int) -> Move:
        """Return the move of what comes out of production, with its value."""
        return replace(self._fresh(product_id, count, self.out, place), value_minor=value)

    def weights(self, item: StockItem, count: Quantity) -> list[int]:
        """Return by what parts share a value: what they cost now, else how many there are."""
        ids = [one.product_id for one in item.parts]
        worths = self._desk.store.stock_worths.worths(ids)
        found = []
        for part in item.parts:
            worth, parts = worths[part.product_id], whole_parts(part.quantity * count)
            value = share(worth.value * 1000, parts, worth.quantity) if worth.quantity else 0
            found.append(value)
        return found if all(found) else [whole_parts(one.quantity * count) for one in item.parts]

    def code(self, product_id: ProductId) -> str:
        """Return the code of a product; raises NotFound."""
        return self._desk.store.products.get(product_id).code

    def _fresh(
        self, product_id: ProductId, count: Quantity, from_id: LocationId, to_id: LocationId
    ) -> Move:
        return Move(
            id=MoveId(0),
            kind=MoveKind.ASSEMBLY,
            product_id=product_id,
            quantity=count,
            from_id=from_id,
            to_id=to_id,
            moved_on=self._day,
            made_at=self._desk.now,
            source=self.source,
        )
