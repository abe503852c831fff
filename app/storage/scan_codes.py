"""Codes that a scanner may send: places, lots, and packs of products by their own GTIN."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import NamedTuple

from sqlalchemy import Connection, Text, or_, select, type_coerce

from app.domain.shared.codec import parsed
from app.domain.shared.ids import LocationId, LotId, ProductId
from app.domain.stock.item import PackUnit
from app.domain.stock.location import LocationKind
from app.storage.lists import slices
from app.storage.products import product
from app.storage.stock_tables import location, lot, stock_item

_PLACES = (LocationKind.WAREHOUSE, LocationKind.BIN)


class Pack(NamedTuple):
    """A pack of a product, and how much of the product's own unit is in it."""

    product_id: ProductId
    unit: str
    factor: Fraction


class LotCode(NamedTuple):
    """A lot and the product that it is of."""

    id: LotId
    product_id: ProductId
    code: str


class ScanCodes:
    """Reads what codes mean on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def places(self, codes: Collection[str]) -> dict[str, LocationId]:
        """Return the places of these codes, whatever their case, by the code without it."""
        found: dict[str, LocationId] = {}
        for group in slices(code.casefold() for code in codes):
            wanted = select(location.c.code_key, location.c.id).where(
                location.c.code_key.in_(group), location.c.kind.in_(_PLACES)
            )
            rows = self._connection.execute(wanted)
            found.update((row.code_key, LocationId(row.id)) for row in rows)
        return found

    def lots(self, code: str, product_id: ProductId | None = None) -> tuple[LotCode, ...]:
        """Return the lots of a code, of a product or of all of them."""
        wanted = select(lot.c.id, lot.c.product_id, lot.c.code).where(lot.c.code == code)
        if product_id is not None:
            wanted = wanted.where(lot.c.product_id == product_id)
        rows = self._connection.execute(wanted.order_by(lot.c.id))
        return tuple(LotCode(LotId(row[0]), ProductId(row[1]), row[2]) for row in rows)

    def pack(self, gtins: Collection[str]) -> Pack | None:
        """Return the pack that has one of these GTINs, or none."""
        if not gtins:
            return None
        names = [type_coerce(stock_item.c.units, Text).contains(one) for one in sorted(gtins)]
        wanted = select(stock_item.c.product_id, stock_item.c.units).where(or_(*names))
        for row in self._connection.execute(wanted.order_by(stock_item.c.product_id)):
            for unit in parsed(tuple[PackUnit, ...], row.units):
                if unit.gtin in gtins:
                    return Pack(ProductId(row.product_id), unit.unit, unit.factor)
        return None

    def known(self, texts: Collection[str]) -> frozenset[str]:
        """Return which of these texts, without case, are the code or GTIN of something."""
        keys = {text.casefold() for text in texts}
        found = set(self.places(keys))
        for group in slices(keys):
            by_code = select(product.c.code_key).where(product.c.code_key.in_(group))
            by_gtin = select(product.c.gtin).where(product.c.gtin.in_(group), product.c.gtin != "")
            found.update(self._connection.scalars(by_code))
            found.update(self._connection.scalars(by_gtin))
        return frozenset(found)
