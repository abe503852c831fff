"""Scanning: what a code means in this office, or why it means nothing, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from app.domain.shared.ids import LocationId, LotId, ProductId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity
from app.domain.stock.gs1 import Elements
from app.domain.stock.scan import UNKNOWN, Scan, gtin_forms, halves, scanned, two_codes
from app.services.office import Desk
from app.services.permissions import Permission, query

ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Found:
    """What a scan means: a product (of a lot, so many), a place, or nothing and why.

    ``quantity`` is in the product's own unit: of one pack or of what its label says; none where a
    label of a single piece says nothing. A ``lot`` without an id is one that nobody received yet.
    """

    text: str
    problem: Problem | None = None
    product_id: ProductId | None = None
    location_id: LocationId | None = None
    lot_id: LotId | None = None
    lot: str = ""
    expires_on: date | None = None
    quantity: Quantity | None = None


@query(Permission.STOCK_READ)
def find(desk: Desk, text: str, product_id: ProductId | None = None) -> Found:
    """Return what a scan means; a lot is looked for with ``product_id`` before all others."""
    return Scanning(desk).find(text, product_id)


class Scanning:
    """Knows the codes of the office, for services that take scans."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._codes = desk.store.scan_codes

    def find(self, text: str, product_id: ProductId | None = None) -> Found:
        """Return what a scan means: what is ours first, as a code may look like a wrong GTIN."""
        scan = scanned(text, self._desk.today)
        found = self._own(scan.text, product_id)
        if found is None and scan.fault is None:
            found = self._marked(scan)
        return found or Found(scan.text, scan.fault or self._why(scan))

    def _own(self, text: str, product_id: ProductId | None) -> Found | None:
        if not text:
            return None
        if product := self._desk.store.product_lists.with_code(text):
            return Found(text, product_id=product)
        if place := self._codes.places((text,)).get(text.casefold()):
            return Found(text, location_id=place)
        lots = self._codes.lots(text, product_id) or self._codes.lots(text)
        if len(lots) == 1:
            (lot,) = lots
            return Found(text, product_id=lot.product_id, lot_id=lot.id, lot=lot.code)
        return None

    def _marked(self, scan: Scan) -> Found | None:
        """Return what the GTIN and the elements of a label mean."""
        said = scan.elements
        if not said.gtin:
            return self._own(said.lot or said.serial, None) if scan.is_gs1 else None
        product = self._desk.store.product_lists.with_gtin(said.gtin)
        factor = ONE if product else None
        if product is None and (pack := self._codes.pack(gtin_forms(said.gtin))):
            product, factor = pack.product_id, pack.factor
        if product is None or factor is None:
            return None
        return self._of(scan, product, _quantity(said, factor))

    def _of(self, scan: Scan, product: ProductId, quantity: Quantity | None) -> Found:
        said = scan.elements
        code = said.serial or said.lot
        lots = self._codes.lots(code, product) if code else ()
        return Found(
            scan.text,
            product_id=product,
            lot_id=lots[0].id if lots else None,
            lot=code,
            expires_on=said.expires_on,
            quantity=quantity,
        )

    def _why(self, scan: Scan) -> Problem:
        """Return why a scan means nothing: two codes of ours run together, or none at all."""
        pairs = tuple(halves(scan.text))
        known = self._codes.known({part for pair in pairs for part in pair})
        for first, second in pairs:
            if first.casefold() in known and second.casefold() in known:
                return two_codes(first, second)
        return UNKNOWN.at("", value=scan.text)


def _quantity(said: Elements, factor: Fraction) -> Quantity | None:
    """Return how much a label is of, in the product's own unit; none where it does not say."""
    if said.count is None and factor == ONE:
        return None
    many = Fraction(said.count if said.count is not None else 1) * factor
    return Quantity(Decimal(many.numerator) / Decimal(many.denominator))
