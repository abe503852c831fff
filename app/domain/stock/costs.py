"""Costs: what goods are worth while they lie here, and what they cost when they leave, to the cent.

Quantities are whole millionths of the product's own unit and values whole minor units: a million
moves are worked out in plain integers. What is left when the last piece goes is what it costs.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from app.domain.shared.money import minor_digits, money
from app.domain.shared.quantities import PRICE_PLACES, QUANTITY_PLACES, Quantity, UnitPrice
from app.domain.shared.refusals import Refusal
from app.domain.stock.item import Costing


class NotThere(Refusal):
    """On that day there was less of the product than was to leave; facts say how much."""

    code = "stock.not-there"


@dataclass(slots=True)
class Layer:
    """What is left of goods that came together, and of their value."""

    move_id: int
    day: date
    quantity: int
    value: int
    left: int
    left_value: int


class Pool(Protocol):
    """What lies here of a product: how much, and what it is worth."""

    quantity: int
    value: int

    def take_in(self, move_id: int, day: date, quantity: int, value: int) -> int:
        """Put goods in, and return by how much the stock is worth more."""

    def take_out(self, quantity: int) -> int:
        """Let goods go, and return what they cost; raises NotThere."""

    def take_back(self, move_id: int, quantity: int, value: int) -> int:
        """Let goods that came with a move go again at their own value, as far as it is there."""

    def layers(self) -> tuple[Layer, ...]:
        """Return what is left of each receipt, the oldest first."""


class Fifo:
    """The oldest goods leave first, each at what it came with."""

    def __init__(self, layers: Iterable[Layer] = ()) -> None:
        self._layers = OrderedDict((one.move_id, one) for one in layers)
        self.quantity = sum(one.left for one in self._layers.values())
        self.value = sum(one.left_value for one in self._layers.values())

    def take_in(self, move_id: int, day: date, quantity: int, value: int) -> int:
        self._layers[move_id] = Layer(move_id, day, quantity, value, quantity, value)
        self.quantity += quantity
        self.value += value
        return value

    def take_out(self, quantity: int) -> int:
        _require(self.quantity, quantity)
        cost, rest = 0, quantity
        while rest:
            layer = next(iter(self._layers.values()))
            part = min(layer.left, rest)
            cost += self._taken(layer, part)
            rest -= part
        return cost

    def take_back(self, move_id: int, quantity: int, value: int) -> int:
        _require(self.quantity, quantity)
        own = self._layers.get(move_id)
        part = min(own.left, quantity) if own else 0
        cost = self._taken(own, part) if own and part else 0
        return cost + self.take_out(quantity - part)

    def layers(self) -> tuple[Layer, ...]:
        return tuple(self._layers.values())

    def _taken(self, layer: Layer, part: int) -> int:
        cost = share(layer.left_value, part, layer.left)
        layer.left -= part
        layer.left_value -= cost
        self.quantity -= part
        self.value -= cost
        if not layer.left:
            del self._layers[layer.move_id]
        return cost


class Average:
    """All goods cost the same: what all of them are worth, shared by how many there are."""

    def __init__(self, quantity: int = 0, value: int = 0) -> None:
        self.quantity = quantity
        self.value = value

    def take_in(self, move_id: int, day: date, quantity: int, value: int) -> int:
        self.quantity += quantity
        self.value += value
        return value

    def take_out(self, quantity: int) -> int:
        _require(self.quantity, quantity)
        return self._gone(quantity, share(self.value, quantity, self.quantity))

    def take_back(self, move_id: int, quantity: int, value: int) -> int:
        _require(self.quantity, quantity)
        is_all = quantity == self.quantity
        return self._gone(quantity, self.value if is_all else min(value, self.value))

    def layers(self) -> tuple[Layer, ...]:
        return ()

    def _gone(self, quantity: int, cost: int) -> int:
        self.quantity -= quantity
        self.value -= cost
        return cost


class Standard:
    """All goods are worth what was set for one; what they really cost is not asked."""

    def __init__(self, cost: UnitPrice, currency: str, quantity: int = 0) -> None:
        scaled = cost.scaleb(minor_digits(currency) - QUANTITY_PLACES)
        self._cost = scaled
        self.quantity = quantity
        self.value = self._worth()

    def take_in(self, move_id: int, day: date, quantity: int, value: int) -> int:
        return self._changed(quantity)

    def take_out(self, quantity: int) -> int:
        _require(self.quantity, quantity)
        return -self._changed(-quantity)

    def take_back(self, move_id: int, quantity: int, value: int) -> int:
        return self.take_out(quantity)

    def layers(self) -> tuple[Layer, ...]:
        return ()

    def _changed(self, by: int) -> int:
        before = self.value
        self.quantity += by
        self.value = self._worth()
        return self.value - before

    def _worth(self) -> int:
        return int((self._cost * self.quantity).quantize(Decimal(1), rounding=ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Method:
    """How a product is valued: the costing of its item, and the set cost where that is asked."""

    costing: Costing
    standard_cost: UnitPrice
    currency: str

    def pool(self, quantity: int = 0, value: int = 0, layers: Iterable[Layer] = ()) -> Pool:
        """Return what lies here as this method values it; FIFO needs its layers."""
        if self.costing is Costing.FIFO:
            return Fifo(layers)
        if self.costing is Costing.AVERAGE:
            return Average(quantity, value)
        return Standard(self.standard_cost, self.currency, quantity)


def share(value: int, part: int, whole: int) -> int:
    """Return the part of a value, half away from zero; the whole of it for the last piece."""
    if part == whole:
        return value
    sign = -1 if value < 0 else 1
    return sign * ((2 * abs(value) * part + whole) // (2 * whole))


def whole_parts(quantity: Decimal) -> int:
    """Return a quantity as whole millionths."""
    return int(quantity.scaleb(QUANTITY_PLACES))


def as_quantity(parts: int) -> Quantity:
    """Return whole millionths as a quantity, without zeros at its end."""
    value = Decimal(parts).scaleb(-QUANTITY_PLACES)
    whole = value.to_integral_value()
    return Quantity(whole.quantize(Decimal(1)) if value == whole else value.normalize())


def _require(held: int, asked: int) -> None:
    if asked > held:
        raise NotThere(asked=as_quantity(asked), held=as_quantity(held))


def cost_of_one(parts: int, value: int, currency: str) -> UnitPrice:
    """Return what one of so many millionths is worth, to 6 places."""
    scale = QUANTITY_PLACES - minor_digits(currency)
    exact = Decimal(value).scaleb(scale) / Decimal(parts)
    return UnitPrice(exact.quantize(Decimal(1).scaleb(-PRICE_PLACES), rounding=ROUND_HALF_UP))


def priced(cost: UnitPrice, count: Quantity, currency: str) -> int:
    """Return what so many are worth at a cost of one, in minor units."""
    return money(cost * count, currency).minor
