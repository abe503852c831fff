"""Documents found: the lists in their order, and the rows that they show."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    func,
    or_,
    select,
)

from app.domain.archive.row import DocumentRow, DocumentSort, Scope, Wanted
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, RecordId, TagId
from app.domain.shared.paging import View, sort_of
from app.storage.archive import archive_file
from app.storage.contact_tables import contact
from app.storage.document_tables import amount_of, document, document_tag, document_version
from app.storage.kinds import document_type
from app.storage.lists import in_order, ordered, slices, spine_of
from app.storage.types import Rows

MOST_ASKED = 2000
_CORRESPONDENT = (
    select(contact.c.name_key).where(contact.c.id == document.c.correspondent_id).scalar_subquery()
)
_TYPE = (
    select(document_type.c.code).where(document_type.c.id == document.c.type_id).scalar_subquery()
)
_SORTED: dict[DocumentSort, ColumnElement[Any]] = {
    DocumentSort.RECEIVED: document.c.received_at,
    DocumentSort.DAY: document.c.day,
    DocumentSort.TITLE: document.c.title_key,
    DocumentSort.TYPE: _TYPE,
    DocumentSort.CORRESPONDENT: _CORRESPONDENT,
    DocumentSort.SERIAL: document.c.serial,
    DocumentSort.AMOUNT: document.c.amount_minor,
    DocumentSort.DUE: document.c.due_on,
}
_ROW = (
    document,
    func.coalesce(contact.c.name, "").label("correspondent"),
    archive_file.c.name.label("file_name"),
    archive_file.c.media_type,
    archive_file.c.size,
)
NEWEST = View(sort=DocumentSort.RECEIVED.value, is_descending=True)


EVERYTHING = Scope(Wanted(states=()))


class DocumentLists:
    """Finds documents on one open connection; writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(
        self, view: View = NEWEST, scope: Scope = EVERYTHING, among: Collection[int] | None = None
    ) -> array[int]:
        """Return the ids of a list in its order; ``among`` keeps only these."""
        listed = _listed(view, scope)
        if among is None:
            return spine_of(self._connection, listed)
        if len(among) <= MOST_ASKED:
            return spine_of(self._connection, listed.where(document.c.id.in_(among)))
        kept, everything = frozenset(among), spine_of(self._connection, listed)
        return array("q", filter(kept.__contains__, everything))

    def first(self, view: View, size: int, scope: Scope = EVERYTHING) -> array[int]:
        """Return the first ids of a list in its order."""
        return spine_of(self._connection, _listed(view, scope).limit(max(0, size)))

    def count(self, scope: Scope, most: int | None = None) -> int:
        """Return how many documents a list would show, at most so many."""
        listed = _filtered(scope).limit(most).subquery()
        return self._connection.scalar(select(func.count()).select_from(listed)) or 0

    def rows(self, ids: Sequence[int], scope: Scope = EVERYTHING) -> tuple[DocumentRow, ...]:
        """Return the rows of these documents that are in the scope, in the order asked for."""
        found: dict[int, DocumentRow] = {}
        for group in slices(ids):
            tags = self._tags_of(group)
            rows = self._connection.execute(_rows_within(scope), {"ids": group}).all()
            found |= {row.id: _row_of(row, tags.get(row.id, ())) for row in rows}
        return in_order(ids, found)

    def hashes(self, ids: Sequence[RecordId]) -> dict[RecordId, str]:
        """Return the SHA-256 of each of these files."""
        rows = (
            row
            for group in slices(ids)
            for row in self._connection.execute(_HASHES, {"ids": group}).all()
        )
        return {RecordId(one): sha256 for one, sha256 in rows}

    def files_of(self, types: Collection[DocumentTypeId]) -> frozenset[int]:
        """Return the files of every version of the documents of these types."""
        wanted = (
            select(document_version.c.file_id)
            .join(document, document.c.id == document_version.c.document_id)
            .where(document.c.type_id.in_(types))
        )
        return frozenset(self._connection.scalars(wanted))

    def _tags_of(self, ids: Sequence[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for document_id, tag_id in self._connection.execute(_TAGS_OF, {"ids": list(ids)}).all():
            found.setdefault(document_id, []).append(tag_id)
        return found


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_HASHES = select(archive_file.c.id, archive_file.c.sha256).where(archive_file.c.id.in_(_IDS))
_TAGS_OF = select(document_tag.c.document_id, document_tag.c.tag_id).where(
    document_tag.c.document_id.in_(_IDS)
)
"""Questions that are put into words once: that takes longer than their answers."""


@lru_cache(maxsize=64)
def _rows_within(scope: Scope) -> Rows:
    """Return the question for the rows of documents that are in a scope."""
    return (
        select(*_ROW)
        .join(archive_file, archive_file.c.id == document.c.file_id)
        .outerjoin(contact, contact.c.id == document.c.correspondent_id)
        .where(document.c.id.in_(_IDS), *_conditions(scope))
    )


def _listed(view: View, scope: Scope) -> Select[int]:
    asked = view if view.sort else NEWEST
    column = _SORTED[sort_of(DocumentSort, asked.sort, DocumentSort.RECEIVED)]
    return ordered(_filtered(scope), column, document.c.id, asked)


def _filtered(scope: Scope) -> Select[int]:
    return select(document.c.id).where(*_conditions(scope))


def _conditions(scope: Scope) -> Iterator[ColumnElement[bool]]:
    if scope.hidden:
        yield or_(document.c.type_id.is_(None), document.c.type_id.not_in(scope.hidden))
    for group in scope.tags:
        tagged = select(document_tag.c.document_id).where(document_tag.c.tag_id.in_(group))
        yield document.c.id.in_(tagged)
    yield from _choices(scope.wanted)
    yield from _days(scope.wanted)
    if scope.wanted.is_sealed is not None:
        yield document.c.is_sealed == scope.wanted.is_sealed


def _choices(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    choices: tuple[tuple[ColumnElement[Any], tuple[Any, ...]], ...] = (
        (document.c.state, wanted.states),
        (document.c.type_id, wanted.type_ids),
        (document.c.correspondent_id, wanted.correspondent_ids),
        (document.c.stage, wanted.stages),
        (document.c.binder, (wanted.binder,) if wanted.binder else ()),
    )
    for column, chosen in choices:
        if chosen:
            yield column.in_(chosen)


def _days(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.since:
        yield document.c.day >= wanted.since
    if wanted.until:
        yield document.c.day <= wanted.until
    if wanted.due_by:
        yield document.c.due_on <= wanted.due_by


def _row_of(row: Row[Any], tags: Iterable[int]) -> DocumentRow:
    return DocumentRow(
        id=DocumentId(row.id),
        title=row.title,
        state=row.state,
        type_id=None if row.type_id is None else DocumentTypeId(row.type_id),
        correspondent_id=None if row.correspondent_id is None else ContactId(row.correspondent_id),
        correspondent=row.correspondent,
        day=row.day,
        received_at=row.received_at,
        reference=row.reference,
        amount=amount_of(row),
        serial=row.serial,
        stage=row.stage,
        due_on=row.due_on,
        is_sealed=row.is_sealed,
        locked_by=row.locked_by,
        tags=tuple(TagId(tag) for tag in tags),
        file_id=RecordId(row.file_id),
        file_name=row.file_name,
        media_type=row.media_type,
        size=row.size,
    )
