"""The provinces of Thailand, and the codes by which its e-Tax documents call them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from app import RESOURCES
from app.formats.reader import Reader

_BEFORE = ("จังหวัด", "จ.", "province of ")


def province_code(*names: str) -> str:
    """Return the code of the first of these that is a province, or an empty text."""
    return next((code for name in names if (code := _code(name))), "")


def _code(name: str) -> str:
    plain = " ".join(name.split()).casefold()
    for word in _BEFORE:
        plain = plain.removeprefix(word).strip()
    return province_codes().get(plain.rstrip("."), "")


@cache
def province_codes() -> Mapping[str, str]:
    """Return the code of every province, by its name in small letters."""
    table = Reader(RESOURCES / "einvoices" / "provinces.toml").part("provinces")
    return {name: code for code in table.names() for name in table.words(code)}
