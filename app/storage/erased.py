"""Erased persons: what an office remembers of having forgotten."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from app.domain.admin.erased import Erased, ErasureState
from app.domain.admin.erasure_plan import Going, Staying
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import ErasureId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.deeds import Changes
from app.storage.trust_tables import erasure
from app.storage.types import Rows

NAME = "erasure"


class ErasedStore:
    """Reads and writes which persons were erased, on one open connection; removes nothing."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> tuple[Erased, ...]:
        """Return every erasure, the oldest first."""
        return self._read(select(erasure).order_by(erasure.c.id))

    def standing(self) -> tuple[Erased, ...]:
        """Return the erasures of which something is kept or still has to be destroyed."""
        return tuple(one for one in self.all() if one.state is ErasureState.KEPT or one.files)

    def of(self, kind: str, record_id: int) -> Erased | None:
        """Return the erasure of a person; none for who is not erased."""
        mine = (erasure.c.kind == kind, erasure.c.record_id == record_id)
        return next(iter(self._read(select(erasure).where(*mine))), None)

    def get(self, erasure_id: ErasureId) -> Erased:
        """Return an erasure; raises NotFound."""
        found = self._read(select(erasure).where(erasure.c.id == erasure_id))
        if not found:
            raise NotFound(record=NAME, id=erasure_id)
        return found[0]

    def add(self, new: Erased) -> None:
        """Write that somebody was erased."""
        self._connection.execute(insert(erasure), _row(new))
        self._changes.note(f"{NAME}:{new.id}", None, new)

    def save(self, before: Erased, after: Erased) -> None:
        """Write how an erasure stands; raises Conflict where it stands otherwise already."""
        same = (erasure.c.id == before.id, erasure.c.state == before.state)
        changed = update(erasure).where(*same).values(_row(after))
        if self._connection.execute(changed).rowcount != 1:
            raise Conflict(record=NAME, id=before.id)
        self._changes.note(f"{NAME}:{after.id}", before, after)

    def _read(self, wanted: Rows) -> tuple[Erased, ...]:
        return tuple(map(_of, self._connection.execute(wanted)))


def _row(one: Erased) -> dict[str, Any]:
    row = {field.name: getattr(one, field.name) for field in fields(one)}
    return row | {name: plain(row[name]) for name in ("goes", "stays", "files")}


def _of(row: Row[Any]) -> Erased:
    found = {field.name: getattr(row, field.name) for field in fields(Erased)}
    told = {
        "goes": parsed(tuple[Going, ...], found["goes"]),
        "stays": parsed(tuple[Staying, ...], found["stays"]),
        "files": tuple(found["files"]),
    }
    return Erased(**found | told)
