"""Web shops: by which headings their tables of orders are known, and what their columns mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from app import RESOURCES
from app.domain.shared.imports import folded
from app.formats.reader import Reader


@dataclass(frozen=True, slots=True)
class Shop:
    """A kind of web shop: ``signs`` are headings that only its tables have all of.

    ``columns`` is the field of an order for each heading; ``prices`` is ``net``, ``gross``, or
    empty where the sums of an order tell it.
    """

    key: str
    name: str
    signs: frozenset[str]
    columns: Mapping[str, str]
    prices: str = ""


@cache
def shops() -> tuple[Shop, ...]:
    """Return the kinds of shops that we know."""
    files = sorted((RESOURCES / "shops").glob("*.toml"))
    return tuple(_shop(file.stem, Reader(file)) for file in files)


def shop_of(header: Sequence[str]) -> Shop | None:
    """Return the shop from which a table with such headings comes, or none."""
    told = {folded(heading) for heading in header}
    return next((shop for shop in shops() if shop.signs <= told), None)


def fields_in(shop: Shop, header: Sequence[str]) -> tuple[str, ...]:
    """Return the field of each column of a shop's table; a field is filled by known ones only."""
    return tuple(shop.columns.get(folded(heading), "") for heading in header)


def _shop(key: str, file: Reader) -> Shop:
    columns = file.texts("columns")
    return Shop(
        key,
        file.text("name"),
        frozenset(folded(sign) for sign in file.words("signs")),
        {folded(heading): field for heading, field in columns.items()},
        file.text("prices"),
    )
