"""Units: another unit of a product is an exact fraction of its own, and nothing is rounded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from app.domain.products.product import Product
from app.domain.shared.quantities import LARGEST, QUANTITY_PLACES, NumberTooLarge, Quantity, exact
from app.domain.shared.refusals import Refusal
from app.domain.stock.item import StockItem

_PART = 10**QUANTITY_PLACES


class UnknownUnit(Refusal):
    """The product is not kept in this unit; ``known`` says in which it is."""

    code = "stock.unknown-unit"


class NotExact(Refusal):
    """So much cannot be said in the product's own unit without rounding (6 decimals)."""

    code = "stock.not-exact"


def in_own_unit(item: StockItem, product: Product, quantity: Decimal, unit: str) -> Quantity:
    """Return a quantity in the product's own unit; raises UnknownUnit, NotExact, TooManyPlaces."""
    told = exact(quantity, QUANTITY_PLACES)
    own = Fraction(told) * _factor(item, product, unit)
    return _written(own, told, unit, product.unit)


def in_unit(item: StockItem, product: Product, quantity: Quantity, unit: str) -> Quantity:
    """Return a quantity of the product's own unit in another; raises UnknownUnit, NotExact."""
    other = Fraction(quantity) / _factor(item, product, unit)
    return _written(other, quantity, product.unit, unit)


def packed(item: StockItem, product: Product, quantity: Quantity) -> tuple[Quantity, str]:
    """Return a quantity in the largest unit in which it is a whole number, else in its own."""
    for pack in sorted(item.units, key=lambda one: one.factor, reverse=True):
        count = Fraction(quantity) / pack.factor
        if pack.factor > 1 and count.denominator == 1 and count:
            return Quantity(Decimal(count.numerator)), pack.unit
    return quantity, product.unit


def units_of(item: StockItem, product: Product) -> tuple[str, ...]:
    """Return the units in which a product may be written, its own first."""
    return (product.unit, *(one.unit for one in item.units))


def _factor(item: StockItem, product: Product, unit: str) -> Fraction:
    """Return how much of the product's own unit one of a unit is; raises UnknownUnit."""
    wanted = unit.strip()
    if wanted in ("", product.unit):
        return Fraction(1)
    for pack in item.units:
        if pack.unit == wanted:
            return pack.factor
    raise UnknownUnit(unit=unit, product=product.code, known=", ".join(units_of(item, product)))


def _written(value: Fraction, told: Decimal, unit: str, other: str) -> Quantity:
    """Return a fraction as a decimal of 6 places; raises NotExact, NumberTooLarge."""
    parts = value * _PART
    if parts.denominator != 1:
        raise NotExact(quantity=told, unit=unit, other=other)
    if abs(value) >= LARGEST:
        raise NumberTooLarge(value=str(told))
    return Quantity(Decimal(parts.numerator).scaleb(-QUANTITY_PLACES).normalize() + 0)
