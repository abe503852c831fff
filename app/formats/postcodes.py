"""Towns of postcodes, from resources/postcodes; what is not there is left to the clerk."""

from __future__ import annotations

import tomllib
from functools import cache

from app import RESOURCES


def town_of(country: str, postcode: str) -> str:
    """Return the town of a postcode, or an empty text where it is not known."""
    if len(postcode) != 5 or not (postcode.isascii() and postcode.isdigit()):
        return ""
    return next((town for first, last, town in _ranges(country) if first <= postcode <= last), "")


@cache
def _ranges(country: str) -> tuple[tuple[str, str, str], ...]:
    """Return first postcode, last postcode and town, for a country that we know."""
    file = RESOURCES / "postcodes" / f"{country.lower()}.toml"
    if not country.isalpha() or not file.exists():
        return ()
    towns: dict[str, list[str]] = tomllib.loads(file.read_text("utf-8"))["towns"]
    return tuple(
        (entry[:5], entry[-5:], town) for town, entries in towns.items() for entry in entries
    )
