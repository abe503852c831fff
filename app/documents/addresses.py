"""Postal addresses as lines: the order of the parts is the custom of the address's own country."""

from __future__ import annotations

from app.domain.contacts.address import Address

COUNTRY_NAMES = {
    "AT": "AUSTRIA",
    "BE": "BELGIUM",
    "CH": "SWITZERLAND",
    "DE": "GERMANY",
    "DK": "DENMARK",
    "EE": "ESTONIA",
    "ES": "SPAIN",
    "FI": "FINLAND",
    "FR": "FRANCE",
    "GB": "UNITED KINGDOM",
    "IE": "IRELAND",
    "IT": "ITALY",
    "JP": "JAPAN",
    "LT": "LITHUANIA",
    "LV": "LATVIA",
    "NL": "NETHERLANDS",
    "NO": "NORWAY",
    "PL": "POLAND",
    "PT": "PORTUGAL",
    "SE": "SWEDEN",
    "TH": "THAILAND",
    "US": "USA",
}


def address_lines(address: Address, home: str) -> tuple[str, ...]:
    """Return the lines under the name; the country stands last, in English, if it is not home.

    The carrier of the sending country reads that line, hence English capitals (UPU S42).
    """
    abroad = address.country and address.country != home
    country = COUNTRY_NAMES.get(address.country, address.country) if abroad else ""
    lines = (address.street, address.extra, *_town_lines(address), country)
    return tuple(line for line in lines if line)


def _town_lines(address: Address) -> tuple[str, ...]:
    """Return the lines from the town down, as the address's country writes them."""
    if address.country in {"US", "CA", "AU"}:
        state = " ".join(part for part in (address.region, address.postcode) if part)
        return (", ".join(part for part in (address.town, state) if part),)
    if address.country == "TH":
        parts = (address.town, address.region, address.postcode)
        return (" ".join(part for part in parts if part),)
    if address.country == "GB":
        return (address.town, address.region, address.postcode)
    town = address.town.upper() if address.country in {"FI", "AX"} else address.town
    return (" ".join(part for part in (address.postcode, town) if part), address.region)
