"""Areas: deliveries that go the same way, by the first signs of the postcode; no map is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.contacts.address import Address
from app.domain.shared.ids import DeliveryId

LONGEST = 10


@dataclass(frozen=True, slots=True)
class Stop:
    """Where one delivery goes, and what the driver has to carry there."""

    id: DeliveryId
    customer: str
    address: Address
    parcels: int = 1
    weight_g: int = 0
    planned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """The deliveries of one area in the order of their postcodes and streets.

    ``country`` and ``postcode`` (its first signs) are empty where an address has none.
    """

    country: str
    postcode: str
    stops: tuple[Stop, ...]

    @property
    def towns(self) -> tuple[str, ...]:
        """The towns of the area, each once."""
        return tuple(dict.fromkeys(one.address.town for one in self.stops if one.address.town))

    @property
    def parcels(self) -> int:
        """How many parcels go there."""
        return sum(one.parcels for one in self.stops)

    @property
    def weight_g(self) -> int:
        """What is known to weigh, in grams."""
        return sum(one.weight_g for one in self.stops)

    @property
    def first_day(self) -> date | None:
        """The first day that something is planned for."""
        return min((one.planned_on for one in self.stops if one.planned_on), default=None)


def areas_of(stops: Iterable[Stop], signs: int, home: str) -> tuple[Area, ...]:
    """Return deliveries by the first signs of their postcodes, ours first, then other countries.

    Addresses without a postcode are an area of their own, the last of their country.
    """
    length = min(max(signs, 1), LONGEST)
    found: dict[tuple[str, str], list[Stop]] = {}
    for one in stops:
        country = one.address.country or home
        found.setdefault((country, _signs(one.address)[:length]), []).append(one)
    keys = sorted(found, key=lambda key: (key[0] != home, key[0], not key[1], key[1]))
    return tuple(Area(*key, tuple(sorted(found[key], key=_way))) for key in keys)


def _signs(address: Address) -> str:
    """Return a postcode by which areas are told: letters and digits only, in capitals."""
    return "".join(sign for sign in address.postcode.upper() if sign.isalnum())


def _way(stop: Stop) -> tuple[str, str, int]:
    return _signs(stop.address), stop.address.street.casefold(), stop.id
