"""Picking: a delivery is picked line by line, by keys or by what a scanner sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from app.domain.orders.delivery import (
    Delivery,
    DeliveryLine,
    DeliveryState,
    NotPicking,
)
from app.domain.orders.order import NOTHING
from app.domain.orders.picking import (
    MayNotGoOut,
    NotWanted,
    Other,
    Place,
    Scanned,
    fitting,
    in_route_order,
    why_not,
)
from app.domain.products.product import Product
from app.domain.shared.ids import (
    DeliveryId,
    DeliveryLineId,
    LocationId,
    LotId,
    OrderLineId,
    ProductId,
)
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Invalid, Refusal
from app.domain.stock.item import StockItem, Tracking
from app.domain.stock.lot import Lot
from app.services.going_out import GoingOut, NothingThere
from app.services.kits import Contents
from app.services.office import Desk
from app.services.scanning import Found, Scanning

ONE = Quantity(Decimal(1))


class NothingHere(Refusal):
    """Nothing of this delivery is to be picked at the place that was scanned."""

    code = "deliveries.nothing-here"


class WhichLot(Refusal):
    """The product is kept by lots: the code of the product alone does not say which one it is."""

    code = "deliveries.which-lot"


@dataclass(frozen=True, slots=True)
class Answer:
    """A line of a delivery as its picker sees it: what it is, where it lies, and what is left.

    ``is_place`` says that a place was scanned: nothing was picked, this is what lies there.
    """

    line: DeliveryLine
    name: str
    unit: str
    code: str = ""
    place: str = ""
    lot: str = ""
    expires_on: date | None = None
    is_place: bool = False

    @property
    def left(self) -> Quantity:
        """Return what is still to be picked of it."""
        return self.line.left


class Picking:
    """Picks one delivery at one desk."""

    def __init__(self, desk: Desk, delivery_id: DeliveryId) -> None:
        self._desk = desk
        self._store = desk.store
        self._id = delivery_id

    def walk(self) -> tuple[Answer, ...]:
        """Return every line in the order of the way; raises NotFound."""
        return tuple(map(self._told, in_route_order(self._delivery.lines, self._places)))

    def scan(self, text: str) -> Answer:
        """Pick what was scanned; of a place say what lies there."""
        delivery = self._delivery = self._store.deliveries.take(self._id)
        if delivery.state is not DeliveryState.PICKING:
            raise NotPicking(**delivery.facts)
        found = Scanning(self._desk).find(text, self._only_product)
        if found.location_id is not None:
            return self._at(found.location_id)
        if found.problem is not None or found.product_id is None:
            raise Invalid((found.problem,) if found.problem else ())
        scanned = self._scanned(found, found.product_id)
        ready = self._with_serial(delivery, scanned)
        line = fitting(ready, scanned, self._desk.today)
        GoingOut(self._desk).keep(ready, ready.pick(line.id, line.picked))
        return self._told(line)

    def elsewhere(self, line_id: DeliveryLineId, other: Other) -> Delivery:
        """Pick a line from another spot; raises MayNotGoOut, NotEnough, NotPicking."""
        line = self._delivery.line(line_id)
        if other.lot_id is not None:
            lot = self._store.lots.get(other.lot_id)
            if reason := why_not(lot, self._desk.today):
                raise MayNotGoOut(product=self._name(line), lot=lot.code, why=reason)
        return GoingOut(self._desk).elsewhere(self._id, line_id, other)

    def _scanned(self, found: Found, product_id: ProductId) -> Scanned:
        """Return what a scan named; a product of lots has to be told by its lot."""
        product = self._store.products.get(product_id)
        name = product.name_in(self._store.company.get().language)
        lines = [line for line in self._delivery.lines if line.product_id == product_id]
        if not lines:
            raise NotWanted(product=name)
        lot = self._store.lots.get(found.lot_id) if found.lot_id else None
        lots = {line.lot_id for line in lines if line.lot_id}
        if lot is None and (found.lot or len(lots) > 1):
            raise WhichLot(product=name)
        if lot is None and lots:
            lot = self._store.lots.get(lots.pop())
        return Scanned(product_id, lot, found.quantity or ONE, name)

    def _with_serial(self, delivery: Delivery, scanned: Scanned) -> Delivery:
        """Return a delivery in which the serial number at hand takes the place of one that is not.

        Which piece of many goes out does not matter, as long as it is known which one it was.
        """
        if scanned.lot is None or any(line.lot_id == scanned.lot.id for line in delivery.lines):
            return delivery
        items = self._store.stock_items.get_all([scanned.product_id])
        waiting = [
            line for line in delivery.lines if line.product_id == scanned.product_id and line.left
        ]
        item = items.get(scanned.product_id)
        if item is None or item.tracking is not Tracking.SERIAL or not waiting:
            return delivery
        if reason := why_not(scanned.lot, self._desk.today):
            raise MayNotGoOut(product=scanned.name, lot=scanned.lot.code, why=reason)
        return self._swapped(delivery, waiting[0], scanned.lot.id)

    def _swapped(self, delivery: Delivery, line: DeliveryLine, lot_id: LotId) -> Delivery:
        product_id = line.product_id or ProductId(0)
        for level in self._store.stock_levels.of_lot(product_id, lot_id):
            if level.on_hand - level.picked >= line.quantity:
                other = Other(level.spot.location_id, level.spot.lot_id)
                moved = GoingOut(self._desk).elsewhere(self._id, line.id, other)
                for kept in ("_delivery", "_lots"):
                    vars(self).pop(kept, None)
                return moved
        raise NothingThere(order="")

    def _at(self, location_id: LocationId) -> Answer:
        """Return what is to be picked at a place; raises NothingHere."""
        for line in self._delivery.lines:
            if line.location_id == location_id and line.left > NOTHING:
                return replace(self._told(line), is_place=True)
        raise NothingHere(place=self._places[location_id].code)

    def _told(self, line: DeliveryLine) -> Answer:
        lot = self._lots[line.lot_id] if line.lot_id else None
        product = self._products[line.product_id] if line.product_id else None
        place = self._places.get(line.location_id) if line.location_id else None
        wanted = self._wanted.get(line.order_line_id)
        return Answer(
            line=line,
            name=self._name(line),
            unit=product.unit if product else (wanted or ("", ""))[1],
            code=product.code if product else "",
            place=place.code if place else "",
            lot=lot.code if lot else "",
            expires_on=lot.expires_on if lot else None,
        )

    def _name(self, line: DeliveryLine) -> str:
        if line.product_id is None:
            return self._wanted[line.order_line_id][0]
        name = self._products[line.product_id].name_in(self._language)
        kit = self._kits.get(line.product_id)
        if kit is None:
            return name
        parts = Contents(self._desk, self._language).of(kit, line.quantity)
        return f"{name}: {parts}"

    @cached_property
    def _language(self) -> str:
        return self._store.company.get().language

    @cached_property
    def _products(self) -> Mapping[ProductId, Product]:
        ids = sorted({line.product_id for line in self._delivery.lines if line.product_id})
        return {one.id: one for one in self._store.products.get_all(ids)}

    @cached_property
    def _lots(self) -> Mapping[LotId, Lot]:
        return self._store.lots.get_all({x.lot_id for x in self._delivery.lines if x.lot_id})

    @cached_property
    def _kits(self) -> Mapping[ProductId, StockItem]:
        """Return the kits among what lies nowhere itself."""
        lines = [line for line in self._delivery.lines if not line.location_id]
        ids = {line.product_id for line in lines if line.product_id}
        found = self._store.stock_items.get_all(sorted(ids)) if ids else {}
        return {one: item for one, item in found.items() if item.is_kit}

    @cached_property
    def _delivery(self) -> Delivery:
        return self._store.deliveries.get(self._id)

    @cached_property
    def _wanted(self) -> Mapping[OrderLineId, tuple[str, str]]:
        """Return what each line of the order is called and counted in."""
        order = self._store.orders.get(self._delivery.order_id)
        lines = order.wanted.lines
        return {
            one.id: (lines[one.place].description.partition("\n")[0], lines[one.place].unit)
            for one in order.lines
        }

    @cached_property
    def _places(self) -> Mapping[LocationId, Place]:
        return {one.id: Place(one.route, one.code) for one in self._store.locations.all()}

    @property
    def _only_product(self) -> ProductId | None:
        """Return the product of a delivery that has but one: its lots are looked for first."""
        ids = {line.product_id for line in self._delivery.lines if line.product_id}
        return ids.pop() if len(ids) == 1 else None
