"""Quantities, unit prices and rates: decimals with a fixed number of places, never rounded."""

from __future__ import annotations

from decimal import Decimal
from typing import NewType

from app.domain.shared.refusals import Refusal

Quantity = NewType("Quantity", Decimal)
UnitPrice = NewType("UnitPrice", Decimal)
Rate = NewType("Rate", Decimal)

QUANTITY_PLACES = 6
PRICE_PLACES = 6
RATE_PLACES = 4
EXCHANGE_PLACES = 8
LARGEST = Decimal(10) ** 12


class TooManyPlaces(Refusal):
    """The number has more decimals than the books keep."""

    code = "number.too-many-places"


class NumberTooLarge(Refusal):
    """The number is larger than the books can hold (10^12 and above)."""

    code = "number.too-large"


class NotANumber(Refusal):
    """The value is infinite or not a number."""

    code = "number.not-a-number"


def quantity(value: Decimal) -> Quantity:
    """Return the value as a quantity (6 places); raises TooManyPlaces, NumberTooLarge."""
    return Quantity(exact(value, QUANTITY_PLACES))


def unit_price(value: Decimal) -> UnitPrice:
    """Return the value as a unit price (6 places); raises TooManyPlaces, NumberTooLarge."""
    return UnitPrice(exact(value, PRICE_PLACES))


def rate(value: Decimal) -> Rate:
    """Return the value as a percentage (4 places): 25.5 means 25.5 %."""
    return Rate(exact(value, RATE_PLACES))


def exact(value: Decimal, places: int) -> Decimal:
    """Return the value if it needs no more than these places; it is never rounded."""
    if not value.is_finite():
        raise NotANumber(value=str(value))
    if abs(value) >= LARGEST:
        raise NumberTooLarge(value=str(value))
    if value != round(value, places):
        raise TooManyPlaces(value=str(value), places=places)
    return value
