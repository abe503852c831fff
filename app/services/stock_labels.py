"""Labels of goods, lots and places, as PDF: on sheets that are punched, and for label printers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.documents.letterhead import paper_of
from app.documents.pdf.render import render_sheets
from app.documents.sheets import PUNCHED, Punched
from app.documents.stock_labels import ROLLS, Label, Roll, Symbol, describe, media
from app.domain.archive.serials import LONGEST_NAME, MOST_AT_ONCE, Feed, TooManyLabels
from app.domain.shared.ids import LocationId, LotId, ProductId
from app.domain.shared.refusals import NotFound
from app.domain.stock.gs1 import Elements, may_stand
from app.domain.stock.item import Tracking
from app.domain.stock.lot import Lot
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.serials import LabelKind
from app.services.stock_places import StockPlaces

FEED = Feed("l7160")
SYMBOLS = {one.value: one for one in Symbol}
"""Which codes a label may bear, by their names."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Labels that are wanted of a product, or of one of its lots."""

    product_id: ProductId
    copies: int = 1
    lot_id: LotId | None = None


@query(Permission.STOCK_READ)
def kinds(desk: Desk) -> tuple[LabelKind, ...]:
    """Return what labels can be printed on: sheets of the country's paper first, then rolls."""
    paper = paper_of(desk.store.company.get().country)
    sheets = sorted(PUNCHED, key=lambda one: one.paper is not paper)
    return (*map(_sheet, sheets), *map(_roll, ROLLS))


@query(Permission.STOCK_READ)
def items(
    desk: Desk,
    wanted: tuple[Wanted, ...],
    feed: Feed = FEED,
    symbol: Symbol = Symbol.SUITING,
    language: str = "",
) -> bytes:
    """Return labels of goods; their code says the GTIN and the lot, else our own code.

    Raises NotFound, TooManyLabels.
    """
    _require_few(sum(max(0, one.copies) for one in wanted))
    writer = _Writer(desk, language)
    labels = (writer.item(one, symbol) for one in wanted for _ in range(max(0, one.copies)))
    return writer.sheets(labels, feed)


@query(Permission.STOCK_READ)
def places(desk: Desk, ids: tuple[LocationId, ...], feed: Feed = FEED, language: str = "") -> bytes:
    """Return labels of places, in this order; raises NotFound, TooManyLabels."""
    _require_few(len(ids))
    writer = _Writer(desk, language)
    return writer.sheets((writer.place(one) for one in ids), feed)


class _Writer:
    """Writes labels in one language."""

    def __init__(self, desk: Desk, language: str) -> None:
        self._desk = desk
        self._company = desk.store.company.get()
        self._say = say_in(language or self._company.language)
        self._formats = formats_in(self._say.language, self._company.country)
        self._places = StockPlaces(desk)

    def item(self, wanted: Wanted, symbol: Symbol) -> Label:
        """Return the label of a product, or of one of its lots."""
        product = self._desk.store.products.get(wanted.product_id)
        lot = self._desk.store.lots.get(wanted.lot_id) if wanted.lot_id else None
        elements = self._elements(product.id, product.gtin, lot)
        lines = [product.code, *self._lot_lines(lot)]
        name = product.name_in(self._say.language)
        return Label(name, tuple(lines), lot.code if lot else product.code, elements, symbol)

    def place(self, location_id: LocationId) -> Label:
        """Return the label of a place."""
        place = self._places.get(location_id)
        house = self._places.get(place.warehouse_id) if place.warehouse_id else None
        lines = (place.name, (house.name or house.code) if house else "")
        return Label(place.code, tuple(filter(None, lines)), place.code)

    def sheets(self, labels: Iterable[Label], feed: Feed) -> bytes:
        """Return labels on sheets or a roll as PDF; raises NotFound."""
        on = media(feed.kind)
        if on is None:
            raise NotFound(record="labels", id=feed.kind[:LONGEST_NAME])
        imprint = (self._say, self._company.name)
        return render_sheets(describe(tuple(labels), on, feed, imprint))

    def _elements(self, product_id: ProductId, gtin: str, lot: Lot | None) -> Elements:
        """Return what the code says; a lot that GS1 has no signs for is said in words only."""
        if lot is None or not may_stand(lot.code):
            return Elements(gtin)
        item = self._desk.store.stock_items.find(product_id)
        is_serial = item is not None and item.tracking is Tracking.SERIAL
        code, serial = ("", lot.code) if is_serial else (lot.code, "")
        return Elements(gtin, code, serial, lot.expires_on)

    def _lot_lines(self, lot: Lot | None) -> Iterator[str]:
        if lot is None:
            return
        yield self._say("Lot {code}", code=lot.code)
        if lot.expires_on:
            yield self._say("Use by {day}", day=self._formats.day(lot.expires_on))


def _require_few(count: int) -> None:
    if not 1 <= count <= MOST_AT_ONCE:
        raise TooManyLabels(count=count, most=MOST_AT_ONCE)


def _sheet(one: Punched) -> LabelKind:
    width, height = (Decimal(str(side)) for side in one.size)
    return LabelKind(one.code, one.name, one.across, one.down, width, height)


def _roll(one: Roll) -> LabelKind:
    width, height = (Decimal(str(side)) for side in one.size)
    return LabelKind(one.code, one.name, 1, 1, width, height)
