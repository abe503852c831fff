"""Saved queries: the folders of the archive, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
    delete,
    insert,
    select,
    update,
)

from app.domain.archive.readers import Readers
from app.domain.archive.row import DocumentSort, Wanted
from app.domain.archive.saved import SavedForm, SavedQuery
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import SavedQueryId
from app.domain.shared.refusals import NotFound
from app.storage.deeds import Changes
from app.storage.types import EnumText, Flag, Id, Json, Whole, metadata
from app.storage.versioned import replace_row


class _Query(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    position: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    question: Named[str] = Column(Text, nullable=False)
    wanted: Named[Any] = Column(Json, nullable=False)
    sort: Named[DocumentSort] = Column(EnumText(DocumentSort), nullable=False)
    is_descending: Named[bool] = Column(Flag, nullable=False)
    readers: Named[Readers] = Column(EnumText(Readers), nullable=False)


saved_query = Table("saved_query", metadata, _Query)


class SavedQueryStore:
    """Reads and writes folders on one open connection; there are few."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> tuple[SavedQuery, ...]:
        """Return every folder in its order."""
        ordered = select(saved_query).order_by(saved_query.c.position, saved_query.c.id)
        return tuple(map(_folder_of, self._connection.execute(ordered)))

    def get(self, folder_id: SavedQueryId) -> SavedQuery:
        """Return a folder; raises NotFound."""
        wanted = select(saved_query).where(saved_query.c.id == folder_id)
        found = self._connection.execute(wanted).one_or_none()
        if found is None:
            raise NotFound(record="saved_query", id=folder_id)
        return _folder_of(found)

    def add(self, new: SavedQuery) -> None:
        """Write a new folder."""
        self._connection.execute(insert(saved_query), _row(new))
        self._changes.note(f"saved_query:{new.id}", None, new)

    def save(self, before: SavedQuery, after: SavedQuery) -> None:
        """Replace a folder; ``after.version`` is the next; raises Conflict."""
        replace_row(self._connection, saved_query, before, _row(after))
        self._changes.note(f"saved_query:{after.id}", before, after)

    def remove(self, old: SavedQuery) -> None:
        """Remove a folder; its documents stay."""
        self._connection.execute(delete(saved_query).where(saved_query.c.id == old.id))
        self._changes.note(f"saved_query:{old.id}", old, None)

    def arrange(self, ids: Sequence[SavedQueryId]) -> None:
        """Put folders into this order."""
        for position, folder_id in enumerate(ids):
            this = update(saved_query).where(saved_query.c.id == folder_id)
            self._connection.execute(this.values(position=position))


def _row(one: SavedQuery) -> dict[str, Any]:
    form = one.form
    return {
        "id": one.id,
        "version": one.version,
        "position": one.position,
        "name": form.name,
        "question": form.question,
        "wanted": plain(form.wanted),
        "sort": form.sort,
        "is_descending": form.is_descending,
        "readers": form.readers,
    }


def _folder_of(row: Row[Any]) -> SavedQuery:
    form = SavedForm(
        name=row.name,
        question=row.question,
        wanted=parsed(Wanted, row.wanted),
        sort=row.sort,
        is_descending=row.is_descending,
        readers=row.readers,
    )
    return SavedQuery(SavedQueryId(row.id), row.version, row.position, form)
