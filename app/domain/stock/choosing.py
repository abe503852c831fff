"""Choosing: what is taken first, by its expiry, then by the day it came, then by the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.shared.quantities import Quantity
from app.domain.stock.lot import Lot
from app.domain.stock.move import Level, Spot
from app.domain.stock.moving import is_blocked


@dataclass(frozen=True, slots=True)
class Shelf:
    """What lies at a spot, with its lot and the turn of its place on the way."""

    level: Level
    route: int
    lot: Lot | None = None

    @property
    def free(self) -> Quantity:
        """What is not yet taken for a delivery."""
        return Quantity(self.level.on_hand - self.level.picked)


@dataclass(frozen=True, slots=True)
class Choice:
    """So much from a spot."""

    spot: Spot
    quantity: Quantity


def choose(shelves: Iterable[Shelf], asked: Quantity, today: date) -> tuple[Choice, ...]:
    """Return from which spots a quantity is taken, in the order of the way; perhaps less of it.

    What expires first is taken first, then what came first; of equals what lies on the way first.
    """
    fit = [one for one in shelves if one.free > 0 and not (one.lot and is_blocked(one.lot, today))]
    chosen: list[tuple[int, Choice]] = []
    rest = Decimal(asked)
    for shelf in sorted(fit, key=_turn):
        if rest <= 0:
            break
        part = min(shelf.free, rest)
        chosen.append((shelf.route, Choice(shelf.level.spot, Quantity(part))))
        rest -= part
    ordered = sorted(chosen, key=lambda one: (one[0], one[1].spot.location_id))
    return tuple(choice for _, choice in ordered)


def _turn(shelf: Shelf) -> tuple[date, date, int, int]:
    expires = shelf.lot.expires_on if shelf.lot else None
    came = shelf.lot.received_on if shelf.lot else None
    spot = shelf.level.spot
    return (expires or date.max, came or date.max, shelf.route, spot.location_id)
