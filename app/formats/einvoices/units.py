"""Units as people write them, and their codes of UN/ECE Recommendation 20."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from app import RESOURCES
from app.formats.reader import Reader


@cache
def unit_codes() -> Mapping[str, str]:
    """Return the code of every unit, by the unit in small letters."""
    table = Reader(RESOURCES / "einvoices" / "units.toml").part("units")
    return {name: code for code in table.names() for name in table.words(code)}
