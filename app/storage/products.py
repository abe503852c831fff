"""Products: one row each, names per language beside it, and the lists over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Named,
    Table,
    Text,
    TypedColumns,
    delete,
    insert,
    select,
    update,
)

from app.domain.products.product import Product
from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import PRICE_PLACES, UnitPrice
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.lists import referring, slices
from app.storage.sorting import Home, SortKey, dictionary_key, home_of
from app.storage.types import Flag, Id, Instant, Json, Scaled, Whole, metadata


class _Product(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    code: Named[str] = Column(Text, nullable=False)
    code_key: Named[str] = Column(SortKey, nullable=False, unique=True)
    names: Named[Mapping[str, str]] = Column(Json, nullable=False)
    name_key: Named[str] = Column(SortKey, nullable=False)
    unit: Named[str] = Column(Text, nullable=False)
    vat: Named[str] = Column(Text, nullable=False)
    price: Named[UnitPrice] = Column(Scaled(PRICE_PLACES), nullable=False)
    currency: Named[str] = Column(Text, nullable=False)
    is_gross: Named[bool] = Column(Flag, nullable=False)
    gtin: Named[str] = Column(Text, nullable=False)
    note: Named[str] = Column(Text, nullable=False)
    image: Named[str] = Column(Text, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)
    added_at: Named[datetime] = Column(Instant, nullable=False)
    changed_at: Named[datetime] = Column(Instant, nullable=False)


product = Table("product", metadata, _Product)
Index("ix_product_by_name", product.c.name_key, product.c.id, product.c.is_archived)
Index("ix_product_gtin", product.c.gtin)

_WHOLE = (
    product.c.id,
    product.c.version,
    product.c.code,
    product.c.names,
    product.c.unit,
    product.c.vat,
    product.c.price,
    product.c.currency,
    product.c.is_gross,
    product.c.gtin,
    product.c.note,
    product.c.image,
    product.c.is_archived,
)


class ProductStore:
    """Reads and writes products on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, product_id: ProductId) -> Product:
        """Return a product; raises NotFound."""
        wanted = select(*_WHOLE).where(product.c.id == product_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(product=product_id)
        return Product(product_id, *found[1:])

    def get_all(self, ids: Sequence[int]) -> tuple[Product, ...]:
        """Return products, in the order asked for; what is gone is left out."""
        rows = self._connection.execute(select(*_WHOLE).where(product.c.id.in_(ids)))
        found = {row.id: Product(ProductId(row.id), *row[1:]) for row in rows}
        return tuple(found[one] for one in ids if one in found)

    def add(self, new: Product, at: datetime) -> None:
        """Write a new product."""
        self.add_all((new,), at)
        self._changes.note(f"product:{new.id}", None, new)

    def add_all(self, new: Sequence[Product], at: datetime) -> None:
        """Write many products at once; an import notes them for the audit as one."""
        home = home_of(self._connection)
        moments = {"added_at": at, "changed_at": at}
        rows = [{"id": one.id, **_row_of(one, home), **moments} for one in new]
        self._connection.execute(insert(product), rows)

    def save(self, before: Product, after: Product, at: datetime) -> Product:
        """Replace a product and return it as saved; raises Conflict when it was changed since."""
        saved = replace(after, version=before.version + 1)
        same = (product.c.id == before.id, product.c.version == before.version)
        values = {**_row_of(saved, home_of(self._connection)), "changed_at": at}
        if self._connection.execute(update(product).where(*same).values(values)).rowcount != 1:
            raise Conflict(product=before.id)
        self._changes.note(f"product:{before.id}", before, saved)
        return saved

    def remove_all(self, ids: Sequence[ProductId]) -> None:
        """Delete products that nothing refers to: an import taken back."""
        for group in slices(ids):
            self._connection.execute(delete(product).where(product.c.id.in_(group)))

    def used(self, ids: Sequence[ProductId]) -> frozenset[int]:
        """Return which of these products other records refer to."""
        return referring(self._connection, product, ids)

    def versions(self, ids: Sequence[ProductId]) -> dict[int, int]:
        """Return the version of each of these products that exists."""
        found: dict[int, int] = {}
        for group in slices(ids):
            wanted = select(product.c.id, product.c.version).where(product.c.id.in_(group))
            found.update((row.id, row.version) for row in self._connection.execute(wanted))
        return found


def _row_of(one: Product, home: Home) -> dict[str, Any]:
    return {
        "version": one.version,
        "code": one.code,
        "code_key": one.code.casefold(),
        "names": dict(one.names),
        "name_key": dictionary_key(one.name_in(home.language), home.country),
        "unit": one.unit,
        "vat": one.vat,
        "price": one.price,
        "currency": one.currency,
        "is_gross": one.is_gross,
        "gtin": one.gtin,
        "note": one.note,
        "image": one.image,
        "is_archived": one.is_archived,
    }
