"""Keeping: what a stock item must be before a product is kept by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from app.domain.products.product import Product
from app.domain.shared.identifiers import checked
from app.domain.shared.problems import Problem, Rule, within
from app.domain.shared.quantities import quantity, unit_price
from app.domain.shared.refusals import refused_at
from app.domain.stock.item import Costing, PackUnit, Reorder, StockItem, Tracking

LONGEST_SHELF = 36_500
LONGEST_LEAD = 3_650

UNIT_MISSING = Rule("stock.unit-missing")
UNIT_TWICE = Rule("stock.unit-twice", "unit")
FACTOR_WRONG = Rule("stock.factor-wrong")
COST_NEGATIVE = Rule("stock.cost-negative")
DAYS_WRONG = Rule("stock.days-wrong", "most")
MOST_BELOW_LEAST = Rule("stock.most-below-least")
PACK_WRONG = Rule("stock.pack-wrong")
LEAST_NEGATIVE = Rule("stock.least-negative")
KIT_EMPTY = Rule("stock.kit-empty")
PART_ITSELF = Rule("stock.part-itself")
PART_TWICE = Rule("stock.part-twice")
PART_QUANTITY = Rule("stock.part-quantity")
NOT_CHOSEN = Rule("stock.not-chosen")
KIT_TRACKED = Rule("stock.kit-tracked")
COUNTRY_WRONG = Rule("stock.origin-wrong")
TRACKING_FIXED = Rule("stock.tracking-fixed")
KIT_FIXED = Rule("stock.kit-fixed")
VALUE_WRONG = Rule("stock.value-wrong")
NO_PARTS = Rule("stock.without-parts", "product")
CHECKED_WITHOUT_LOT = Rule("stock.checked-without-lot")


def check_item(item: StockItem, product: Product) -> tuple[Problem, ...]:
    """Return everything that is wrong with how a product is to be kept."""
    return tuple(
        problem
        for part in (_cost(item), _units(item, product), _reorder(item.reorder), _parts(item))
        for problem in part
    )


def check_change(before: StockItem, after: StockItem, *, has_moved: bool) -> Iterator[Problem]:
    """Yield what cannot be changed once goods of the product were moved."""
    if has_moved and before.tracking is not after.tracking:
        yield TRACKING_FIXED.at("tracking")
    if has_moved and before.is_kit is not after.is_kit:
        yield KIT_FIXED.at("is_kit")


def is_revalued(before: StockItem, after: StockItem) -> bool:
    """Say whether a change of the item sets the value of what lies there anew."""
    if before.costing is not after.costing:
        return True
    is_set = after.costing is Costing.STANDARD
    return is_set and before.standard_cost != after.standard_cost


def _cost(item: StockItem) -> Iterator[Problem]:
    yield from refused_at("standard_cost", lambda: unit_price(item.standard_cost))
    if item.standard_cost < 0:
        yield COST_NEGATIVE.at("standard_cost")
    if not 0 <= item.shelf_days <= LONGEST_SHELF:
        yield DAYS_WRONG.at("shelf_days", most=LONGEST_SHELF)
    origin = item.customs.origin
    if origin and not (len(origin) == 2 and origin.isascii() and origin.isupper()):
        yield COUNTRY_WRONG.at("customs.origin")
    yield from refused_at("customs.weight_g", lambda: quantity(item.customs.weight_g))


def _units(item: StockItem, product: Product) -> Iterator[Problem]:
    names = Counter([product.unit, *(one.unit.strip() for one in item.units)])
    for place, pack in enumerate(item.units):
        yield from within(f"units.{place}", _unit(pack, names))


def _unit(pack: PackUnit, names: Counter[str]) -> Iterator[Problem]:
    unit = pack.unit.strip()
    if not unit:
        yield UNIT_MISSING.at("unit")
    elif names[unit] > 1:
        yield UNIT_TWICE.at("unit", unit=unit)
    if pack.factor <= 0:
        yield FACTOR_WRONG.at("factor")
    wrong = checked("gtin", pack.gtin, "gtin") if pack.gtin else None
    if wrong is not None:
        yield wrong


def _reorder(rule: Reorder) -> Iterator[Problem]:
    for name, value in (("least", rule.least), ("most", rule.most), ("pack", rule.pack)):
        yield from refused_at(f"reorder.{name}", partial(quantity, value))
    if rule.least < 0:
        yield LEAST_NEGATIVE.at("reorder.least")
    if rule.most < rule.least:
        yield MOST_BELOW_LEAST.at("reorder.most")
    if rule.pack <= 0:
        yield PACK_WRONG.at("reorder.pack")
    if not 0 <= rule.lead_days <= LONGEST_LEAD:
        yield DAYS_WRONG.at("reorder.lead_days", most=LONGEST_LEAD)


def _parts(item: StockItem) -> Iterator[Problem]:
    if item.is_kit and not item.parts:
        yield KIT_EMPTY.at("parts")
    if item.is_kit and item.tracking is not Tracking.NONE:
        yield KIT_TRACKED.at("tracking")
    if item.is_checked and item.tracking is Tracking.NONE:
        yield CHECKED_WITHOUT_LOT.at("is_checked")
    names = Counter(one.product_id for one in item.parts)
    for place, part in enumerate(item.parts):
        if part.product_id == item.product_id:
            yield PART_ITSELF.at(f"parts.{place}.product_id")
        elif names[part.product_id] > 1:
            yield PART_TWICE.at(f"parts.{place}.product_id")
        if part.quantity <= 0 or refused_at("", partial(quantity, part.quantity)):
            yield PART_QUANTITY.at(f"parts.{place}.quantity")
