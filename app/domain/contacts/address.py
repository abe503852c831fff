"""Postal addresses: the parts a country's own block is written from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class AddressUse(Enum):
    """What an address of a contact is for."""

    BILLING = "billing"
    DELIVERY = "delivery"
    VISITING = "visiting"


@dataclass(frozen=True, slots=True)
class Address:
    """Where post goes; ``country`` is an ISO 3166 code, every other part may be empty."""

    street: str = ""
    extra: str = ""
    postcode: str = ""
    town: str = ""
    region: str = ""
    country: str = ""
    use: AddressUse = AddressUse.BILLING
