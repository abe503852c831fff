"""Goods: which of our products a line of a file means, and in which unit."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from app.domain.orders.checks import UNKNOWN_UNIT
from app.domain.orders.incoming import IncomingLine
from app.domain.products.product import Product
from app.domain.shared.ids import ProductId
from app.domain.shared.problems import Problem
from app.domain.stock.item import StockItem
from app.domain.stock.scan import gtin_forms
from app.domain.stock.units import units_of
from app.formats.einvoices.units import unit_codes
from app.services.office import Desk
from app.services.ordering import Ordering

OWN = Fraction(1)
_PIECES = frozenset({"C62", "H87", "EA", "XPP", "PCE", "NMB"})
"""Codes that people use alike for one piece."""


class Good(NamedTuple):
    """A product that a line means, in a unit of which one is ``factor`` of the product's own."""

    product: Product
    unit: str
    factor: Fraction = OWN
    problems: tuple[Problem, ...] = ()


class Goods:
    """Finds products at one desk, each of them once."""

    def __init__(self, desk: Desk, ordering: Ordering) -> None:
        self._lists = desk.store.product_lists
        self._codes = desk.store.scan_codes
        self._items = desk.store.stock_items
        self._ordering = ordering
        self._known: dict[tuple[str, str, str], tuple[ProductId, str] | None] = {}
        self._kept: dict[ProductId, StockItem | None] = {}

    def of(self, line: IncomingLine) -> Good | None:
        """Return what a line means: by our code, a GTIN, or the customer's code if it is ours."""
        named = (line.code, line.gtin, line.buyer_code)
        if line.is_charge or not any(named):
            return None
        if named not in self._known:
            self._known[named] = self._found(*named)
        found = self._known[named]
        return None if found is None else self._good(line, *found)

    def _found(self, code: str, gtin: str, buyer_code: str) -> tuple[ProductId, str] | None:
        """Return a product, and the unit where a GTIN is that of a pack."""
        if code and (by_code := self._lists.with_code(code)):
            return by_code, ""
        if gtin and (by_gtin := self._lists.with_gtin(gtin)):
            return by_gtin, ""
        if gtin and (pack := self._codes.pack(gtin_forms(gtin))):
            return pack.product_id, pack.unit
        if not code and buyer_code and (by_code := self._lists.with_code(buyer_code)):
            return by_code, ""
        return None

    def _good(self, line: IncomingLine, product_id: ProductId, pack: str) -> Good:
        product = self._ordering.drafting.product(product_id)
        if product_id not in self._kept:
            self._kept[product_id] = self._items.get_all([product_id]).get(product_id)
        item = self._kept[product_id]
        known = units_of(item, product) if item else (product.unit,)
        unit = _same(line, known) or pack
        if not unit and not (line.unit or line.unit_code):
            unit = product.unit
        if not unit:
            told = line.unit or line.unit_code
            wrong = UNKNOWN_UNIT.at("unit", unit=told, units=", ".join(known))
            return Good(product, told, problems=(wrong,))
        factors = {one.unit: one.factor for one in item.units} if item else {}
        return Good(product, unit, factors.get(unit, OWN))


def word_of(code: str) -> str:
    """Return the first word that people write for the code of a unit, else the code."""
    return next((word for word, one in unit_codes().items() if one == code), code)


def _same(line: IncomingLine, known: tuple[str, ...]) -> str:
    """Return which of our units a line means, whatever it calls it; empty where none."""
    if line.unit in known:
        return line.unit
    code = line.unit_code or unit_codes().get(line.unit.casefold().rstrip("."), "")
    if not code:
        return ""
    alike = _PIECES if code in _PIECES else {code}
    fitting = (one for one in known if unit_codes().get(one.casefold().rstrip(".")) in alike)
    return next(fitting, "")
