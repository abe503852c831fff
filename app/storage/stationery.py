"""The company's stationery: one row, and none as long as nobody chose any."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, Named, Table, TypedColumns, select, update

from app.domain.admin.stationery import PLAIN, Stationery
from app.domain.shared.codec import parsed, plain
from app.domain.shared.refusals import Conflict
from app.storage.deeds import Changes
from app.storage.types import Id, Json, Whole, metadata

ONLY = 1


class _Stationery(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    facts: Named[Any] = Column(Json, nullable=False)


stationery = Table("stationery", metadata, _Stationery)


class StationeryStore:
    """Reads and writes the one stationery of an office."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self) -> Stationery:
        """Return the stationery; plain paper before anybody chose any."""
        return _read(self._connection)

    def save(self, before: Stationery, after: Stationery) -> None:
        """Replace the stationery; raises Conflict when somebody else did so first."""
        values = {"version": after.version, "facts": plain(after)}
        if not self._has_row():
            self._connection.execute(stationery.insert(), {"id": ONLY, **values})
        else:
            same = (stationery.c.id == ONLY, stationery.c.version == before.version)
            changed = self._connection.execute(update(stationery).where(*same).values(values))
            if changed.rowcount != 1:
                raise Conflict(record="stationery")
        self._changes.note("stationery", before, after)

    def _has_row(self) -> bool:
        return self._connection.scalar(select(stationery.c.id)) is not None


def stationery_files(connection: Connection) -> set[str]:
    """Return the SHA-256 of every file that the stationery needs."""
    return {one for one in _read(connection).files.values() if one}


def _read(connection: Connection) -> Stationery:
    facts = connection.scalar(select(stationery.c.facts).where(stationery.c.id == ONLY))
    if facts is None:
        return PLAIN
    found: Stationery = parsed(Stationery, facts)
    return found
