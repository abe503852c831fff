"""Postal addresses: the parts a country's own block is written from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.contacts.countries import NAMES, is_postcode
from app.domain.shared.lines import one_line
from app.domain.shared.printable import check_printable
from app.domain.shared.problems import Problem, Rule


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


WRONG_POSTCODE = Rule("address.wrong-postcode", "postcode", "country", is_warning=True)
UNKNOWN_COUNTRY = Rule("address.unknown-country", "country")

_STATE_AFTER_TOWN = frozenset({"US", "CA", "AU"})
_TOWN_IN_CAPITALS = frozenset({"FI", "AX", "FR"})
_SPACED_POSTCODE = frozenset({"SE", "CZ", "SK", "GR"})


def tidied_address(address: Address) -> Address:
    """Return an address as it is kept: each part on one line, the country in capitals."""
    return Address(
        street=one_line(address.street),
        extra=one_line(address.extra),
        postcode=one_line(address.postcode),
        town=one_line(address.town),
        region=one_line(address.region),
        country=one_line(address.country).upper(),
        use=address.use,
    )


def block(address: Address, name: str, home: str) -> tuple[str, ...]:
    """Return name and address as an envelope shows them, seen from the sender's country.

    The parts stand in the order of the address's own country. Abroad, the country stands last in
    English capitals, since the carrier of the sending country reads that line (UPU S42).
    """
    is_abroad = address.country not in {"", home}
    country = NAMES.get(address.country, address.country).upper() if is_abroad else ""
    own = address.country or home
    lines = (name, address.street, address.extra, *_town_lines(address, own), country)
    return tuple(line.strip() for line in lines if line.strip())


def check_address(address: Address, home: str) -> tuple[Problem, ...]:
    """Return what cannot be right or be printed: a country, a postcode's form, strange letters."""
    parts = {"street": address.street, "extra": address.extra, "town": address.town}
    unprinted = check_printable({**parts, "region": address.region})
    return (*_check_place(address, home), *unprinted)


def _check_place(address: Address, home: str) -> tuple[Problem, ...]:
    if address.country and address.country not in NAMES:
        return (UNKNOWN_COUNTRY.at("country", country=address.country),)
    country = address.country or home
    if address.postcode and not is_postcode(address.postcode, country):
        return (WRONG_POSTCODE.at("postcode", postcode=address.postcode, country=country),)
    return ()


def _town_lines(address: Address, country: str) -> tuple[str, ...]:
    """Return the lines from the town down, as the address's country writes them."""
    town = address.town.upper() if country in _TOWN_IN_CAPITALS else address.town
    if country in _STATE_AFTER_TOWN:
        state = f"{address.region} {address.postcode}".strip()
        return (", ".join(part for part in (town, state) if part),)
    if country == "TH":
        return (" ".join(part for part in (town, address.region, address.postcode) if part),)
    if country == "GB":
        return (town, address.region, address.postcode.upper())
    postcode = address.postcode
    if country in _SPACED_POSTCODE and len(postcode) == 5:
        postcode = f"{postcode[:3]} {postcode[3:]}"
    return (f"{postcode} {town}", address.region)
