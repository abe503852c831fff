"""Resealing: files that come to lie behind the wall, and those that lie before it again."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, or_, select

from app.domain.archive.document import DocumentState
from app.domain.shared.ids import DocumentId, EmployeeId, RecordId
from app.storage.archive import archive_file
from app.storage.document_tables import document, document_version
from app.storage.sealed_contents import Shutting, sealed_file
from app.storage.unit import Unit

Files = tuple[tuple[RecordId, DocumentId], ...]
"""Files, each with the document of which it is a version."""


class Resealing:
    """Seals files that lie open and opens sealed ones, in one transaction, under its wall."""

    def __init__(self, unit: Unit) -> None:
        self._connection = unit.connection
        self._contents = unit.contents
        self._changes = unit.changes
        self._archive = unit.archive

    def shut(self, record_id: RecordId, whose: EmployeeId) -> None:
        """Let the bytes of a file lie sealed; those that lie open are left to be destroyed.

        Raises Missing, Changed.
        """
        way = Shutting(self._archive.read(record_id))
        (lying,) = self._contents.put_many((way,))
        self._archive.sealed.keep(record_id, whose, way, lying)
        self._changes.note(f"sealed_file:{record_id}", None, {"sha256": lying.sha256})

    def open_up(self, record_id: RecordId) -> str:
        """Let the bytes of a file lie open again; returns by what SHA-256 they lay sealed.

        Raises BehindWall, KeyGone.
        """
        found = self._archive.sealed.of(record_id)
        if found is None:
            return ""
        self._contents.put(self._archive.read(record_id))
        self._archive.sealed.open_up((record_id,))
        self._changes.note(f"sealed_file:{record_id}", {"sha256": found.sha256}, None)
        return found.sha256

    def waiting(self, types: Collection[int]) -> Files:
        """Return files of documents of some types that lie open, the oldest first."""
        return self._files(document.c.type_id.in_(types), sealed_file.c.record_id.is_(None))

    def astray(self, types: Collection[int]) -> Files:
        """Return files that lie sealed and whose documents are of none of some types."""
        elsewhere = or_(document.c.type_id.is_(None), document.c.type_id.not_in(types))
        return self._files(elsewhere, sealed_file.c.record_id.is_not(None))

    def has_bytes(self, sha256: str) -> bool:
        """Say whether bytes lie sealed that were in the open by this SHA-256, and are there."""
        wanted = (
            select(sealed_file.c.sha256)
            .join(archive_file, archive_file.c.id == sealed_file.c.record_id)
            .where(archive_file.c.sha256 == sha256)
        )
        return bool(self._contents.there(self._connection.scalars(wanted).all()))

    def _files(self, *wanted: ColumnElement[bool]) -> Files:
        found = (
            select(document_version.c.file_id, document.c.id)
            .join(document, document.c.id == document_version.c.document_id)
            .outerjoin(sealed_file, sealed_file.c.record_id == document_version.c.file_id)
            .where(document.c.state != DocumentState.DISPOSED, *wanted)
        )
        rows = self._connection.execute(found.order_by(document_version.c.file_id))
        return tuple((RecordId(file_id), DocumentId(document_id)) for file_id, document_id in rows)
