"""Products found: the lists in their order, and what has a code or a GTIN."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from app.domain.products.row import ARCHIVED, ProductRow, ProductSort
from app.domain.shared.ids import ProductId
from app.domain.shared.paging import View, sort_of
from app.storage.lists import slices, spine_of, whole
from app.storage.products import product

GTIN_LENGTHS = (8, 12, 13, 14)
_LAST_SIGN = "\U0010ffff"


_SORTED: dict[ProductSort, tuple[ColumnElement[Any], ...]] = {
    ProductSort.NAME: (product.c.name_key, product.c.id),
    ProductSort.CODE: (product.c.code_key, product.c.id),
    ProductSort.PRICE: (product.c.price, product.c.id),
    ProductSort.ADDED: (product.c.id,),
}
_ROW = (
    product.c.id,
    product.c.code,
    product.c.names,
    product.c.unit,
    product.c.vat,
    product.c.price,
    product.c.currency,
    product.c.is_gross,
    product.c.gtin,
    product.c.is_archived,
)


class ProductLists:
    """Finds products on one open connection; writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(self, view: View, among: Sequence[int] | None = None) -> array[int]:
        """Return the ids of a list in its order; ``among`` keeps only these."""
        return spine_of(self._connection, _listed(view, among))

    def first(self, view: View, size: int, among: Sequence[int] | None = None) -> array[int]:
        """Return the first ids of a list in its order."""
        return spine_of(self._connection, _listed(view, among).limit(max(0, size)))

    def rows(self, ids: Sequence[int]) -> tuple[ProductRow, ...]:
        """Return the rows of these products, in the order asked for; who is gone is left out."""
        found: dict[int, ProductRow] = {}
        for group in slices(ids):
            wanted = select(*_ROW).where(product.c.id.in_(group))
            for row in whole(self._connection, wanted):
                values: tuple[Any, ...] = tuple(row)
                found[row.id] = ProductRow(*values)
        return tuple(found[one] for one in ids if one in found)

    def with_code(self, code: str) -> ProductId | None:
        """Return the product of a code, whatever its case, or none."""
        wanted = select(product.c.id).where(product.c.code_key == code.casefold())
        found = self._connection.scalar(wanted)
        return None if found is None else ProductId(found)

    def with_gtin(self, gtin: str) -> ProductId | None:
        """Return the product of a GTIN in any of its lengths, or none; one in use comes first."""
        digits = gtin.lstrip("0")
        if not (digits.isascii() and digits.isdecimal()):
            return None
        forms = {digits.zfill(length) for length in GTIN_LENGTHS if len(digits) <= length}
        wanted = select(product.c.id).where(product.c.gtin.in_(forms))
        found = self._connection.scalar(wanted.order_by(product.c.is_archived, product.c.id))
        return None if found is None else ProductId(found)

    def starting_with(self, code: str, limit: int) -> array[int]:
        """Return products in use whose code starts with these signs, by code."""
        key = code.casefold()
        wanted = select(product.c.id).where(
            product.c.code_key >= key,
            product.c.code_key <= key + _LAST_SIGN,
            product.c.is_archived == 0,
        )
        return spine_of(self._connection, wanted.order_by(product.c.code_key).limit(max(0, limit)))

    def coded(self, codes: Sequence[str]) -> dict[str, ProductId]:
        """Return the products of these codes, whatever their case, by the code without it."""
        found: dict[str, ProductId] = {}
        for group in slices(code.casefold() for code in codes):
            wanted = select(product.c.code_key, product.c.id).where(product.c.code_key.in_(group))
            rows = self._connection.execute(wanted)
            found.update((row.code_key, ProductId(row.id)) for row in rows)
        return found

    def marked(self, gtins: Sequence[str]) -> dict[str, ProductId]:
        """Return the products of these GTINs, by the GTIN as it is kept."""
        found: dict[str, ProductId] = {}
        for group in slices(gtins):
            wanted = select(product.c.gtin, product.c.id).where(product.c.gtin.in_(group))
            rows = self._connection.execute(wanted)
            found.update((row.gtin, ProductId(row.id)) for row in rows)
        return found


def _listed(view: View, among: Sequence[int] | None) -> Select[int]:
    keys = _SORTED[sort_of(ProductSort, view.sort, ProductSort.NAME)]
    wanted = select(product.c.id).where(product.c.is_archived == (ARCHIVED in view.only))
    if among is not None:
        wanted = wanted.where(product.c.id.in_(among))
    return wanted.order_by(*(key.desc() if view.is_descending else key for key in keys))
