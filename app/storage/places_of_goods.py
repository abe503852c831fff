"""Locations and lots as rows: places are put away but never removed, and so are lots."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from app.domain.shared.ids import LotId, ProductId
from app.domain.shared.refusals import NotFound
from app.domain.stock.location import Location
from app.domain.stock.lot import Lot, LotStatus
from app.storage.catalogues import Shape
from app.storage.deeds import Changes
from app.storage.lists import slices
from app.storage.stock_tables import location, lot
from app.storage.versioned import replace_row

_PLACE = tuple(location.c[field.name] for field in fields(Location))
_LOT = tuple(lot.c[field.name] for field in fields(Lot))


def _place_row(one: Location) -> dict[str, Any]:
    own = {field.name: getattr(one, field.name) for field in fields(one)}
    return own | {"code_key": one.code.casefold()}


def _place(row: Row[Any]) -> Location:
    return Location(*(getattr(row, field.name) for field in fields(Location)))


LOCATIONS = Shape("location", location, _place_row, _place)


class LotStore:
    """Reads and writes lots and serial numbers on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, lot_id: LotId) -> Lot:
        """Return a lot; raises NotFound."""
        found = self.get_all((lot_id,))
        if lot_id not in found:
            raise NotFound(record="lot", id=lot_id)
        return found[lot_id]

    def get_all(self, ids: Collection[LotId]) -> dict[LotId, Lot]:
        """Return these lots; what is not there is left out."""
        found: dict[LotId, Lot] = {}
        for group in slices(ids):
            rows = self._connection.execute(select(*_LOT).where(lot.c.id.in_(group)))
            found.update((LotId(row.id), _lot(row)) for row in rows)
        return found

    def coded(self, product_id: ProductId, code: str) -> Lot | None:
        """Return the lot of a product with a code, or none."""
        wanted = select(*_LOT).where(lot.c.product_id == product_id, lot.c.code == code.strip())
        found = self._connection.execute(wanted).one_or_none()
        return None if found is None else _lot(found)

    def of_product(self, product_id: ProductId) -> tuple[Lot, ...]:
        """Return the lots of a product, what expires first before the others."""
        wanted = select(*_LOT).where(lot.c.product_id == product_id)
        rows = self._connection.execute(
            wanted.order_by(lot.c.expires_on.asc().nulls_last(), lot.c.id)
        )
        return tuple(map(_lot, rows))

    def all_coded(self, code: str) -> tuple[Lot, ...]:
        """Return the lots with a code, of whatever product."""
        rows = self._connection.execute(select(*_LOT).where(lot.c.code == code).order_by(lot.c.id))
        return tuple(map(_lot, rows))

    def add(self, new: Lot, *, is_blocked: bool) -> None:
        """Write a new lot."""
        self._connection.execute(insert(lot), _lot_row(new) | {"is_blocked": is_blocked})
        self._changes.note(f"lot:{new.id}", None, new)

    def save(self, before: Lot, after: Lot) -> Lot:
        """Replace a lot and return it as saved; raises Conflict when it was changed since."""
        saved = replace(after, version=before.version + 1)
        replace_row(self._connection, lot, before, _lot_row(saved))
        self._changes.note(f"lot:{before.id}", before, saved)
        return saved

    def counted_as(self, lot_id: LotId, *, is_blocked: bool) -> None:
        """Note whether what lies of a lot counts as blocked."""
        of_lot = update(lot).where(lot.c.id == lot_id)
        self._connection.execute(of_lot.values(is_blocked=is_blocked))

    def blocked(self, ids: Collection[LotId]) -> frozenset[LotId]:
        """Return which of these lots count as blocked."""
        found: set[LotId] = set()
        for group in slices(ids):
            wanted = select(lot.c.id).where(lot.c.id.in_(group), lot.c.is_blocked == 1)
            found.update(LotId(one) for one in self._connection.scalars(wanted))
        return frozenset(found)

    def newly_expired(self, today: date, product_id: ProductId | None = None) -> tuple[Lot, ...]:
        """Return the lots in order that went past their expiry and do not count as blocked yet."""
        wanted = select(*_LOT).where(
            lot.c.expires_on < today, lot.c.is_blocked == 0, lot.c.status == LotStatus.OK
        )
        if product_id is not None:
            wanted = wanted.where(lot.c.product_id == product_id)
        return tuple(map(_lot, self._connection.execute(wanted.order_by(lot.c.id))))


def _lot(row: Row[Any]) -> Lot:
    return Lot(*tuple(row))


def _lot_row(one: Lot) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}
