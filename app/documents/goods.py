"""Goods on paper: what is picked, packed, handed over or sent back, without a word of money."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.documents.model import Align, Column, Grid, Row
from app.domain.shared.quantities import Quantity
from app.lang.formats import Formats
from app.lang.texts import Say, mark


@dataclass(frozen=True, slots=True)
class Goods:
    """So much of something: what it is called, by which code, of which lot, and where it lies.

    ``scan`` is what a scanner reads of it; ``order`` the number of the order that it is for;
    ``parts`` what a kit is put together from.
    """

    description: str
    quantity: Quantity
    unit: str = ""
    code: str = ""
    lot: str = ""
    expires_on: date | None = None
    place: str = ""
    parcel: int = 1
    scan: str = ""
    order: str = ""
    parts: tuple[Goods, ...] = ()


class Told(Enum):
    """A column of a list of goods."""

    PLACE = "place"
    CODE = "code"
    DESCRIPTION = "description"
    LOT = "lot"
    EXPIRES = "expires"
    QUANTITY = "quantity"
    UNIT = "unit"
    PARCEL = "parcel"
    ORDER = "order"


TITLES = {
    Told.PLACE: mark("Storage place"),
    Told.CODE: mark("Code"),
    Told.DESCRIPTION: mark("Description"),
    Told.LOT: mark("Lot or serial number"),
    Told.EXPIRES: mark("Expires"),
    Told.QUANTITY: mark("Quantity"),
    Told.UNIT: mark("Unit"),
    Told.PARCEL: mark("Parcel"),
    Told.ORDER: mark("Order"),
}
NEEDED = frozenset({Told.DESCRIPTION, Told.QUANTITY})
"""Columns that are there even where they are empty."""


def listed(goods: Iterable[Goods], columns: tuple[Told, ...], say: Say, formats: Formats) -> Grid:
    """Return goods in these columns; a column that none of them needs is left out."""
    rows = tuple(goods)
    written: dict[Told, Callable[[Goods], str]] = {
        Told.PLACE: lambda one: one.place,
        Told.CODE: lambda one: one.code,
        Told.DESCRIPTION: lambda one: one.description,
        Told.LOT: lambda one: one.lot,
        Told.EXPIRES: lambda one: formats.day(one.expires_on) if one.expires_on else "",
        Told.QUANTITY: lambda one: formats.decimal(one.quantity),
        Told.UNIT: lambda one: one.unit,
        Told.PARCEL: lambda one: str(one.parcel),
        Told.ORDER: lambda one: one.order,
    }
    texts = {told: tuple(map(written[told], rows)) for told in columns}
    shown = [told for told in columns if told in NEEDED or any(texts[told])]
    return Grid(
        tuple(_column(told, say) for told in shown),
        tuple(Row(tuple(texts[told][at] for told in shown)) for at in range(len(rows))),
    )


def _column(told: Told, say: Say) -> Column:
    align = Align.RIGHT if told in {Told.QUANTITY, Told.PARCEL} else Align.LEFT
    return Column(say(TITLES[told]), align, 1 if told is Told.DESCRIPTION else 0)
