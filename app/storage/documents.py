"""Documents: their cards, versions, tags and links; the files themselves are the archive's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from app.domain.archive.document import Document, Link, Version
from app.domain.shared.ids import DocumentId, RecordId
from app.domain.shared.refusals import NotFound
from app.storage.archive import archive_file
from app.storage.deeds import Changes
from app.storage.document_counts import DocumentCounts
from app.storage.document_tables import (
    document,
    document_link,
    document_of,
    document_row,
    document_tag,
    document_version,
    version_of,
)
from app.storage.lists import slices
from app.storage.sorting import home_of
from app.storage.upserts import into
from app.storage.versioned import replace_row


class DocumentStore:
    """Reads and writes documents on one open connection; nothing here touches their bytes."""

    def __init__(self, connection: Connection, changes: Changes, counts: DocumentCounts) -> None:
        self._connection = connection
        self._changes = changes
        self._counts = counts

    def get(self, document_id: DocumentId) -> Document:
        """Return a document; raises NotFound."""
        found = self.get_all((document_id,))
        if not found:
            raise NotFound(record="document", id=document_id)
        return found[0]

    def get_all(self, ids: Sequence[int]) -> tuple[Document, ...]:
        """Return documents, in the order asked for; what is gone is left out."""
        found: dict[int, Document] = {}
        for group in slices(ids):
            tags = self._tags_of(group)
            rows = self._connection.execute(select(document).where(document.c.id.in_(group)))
            found.update((row.id, document_of(row, tags.get(row.id, ()))) for row in rows)
        return tuple(found[one] for one in ids if one in found)

    def of_file(self, file_id: RecordId) -> Document | None:
        """Return the document that a file is a version of, or none."""
        wanted = select(document_version.c.document_id).where(document_version.c.file_id == file_id)
        found = self._connection.scalar(wanted)
        return None if found is None else self.get(DocumentId(found))

    def with_bytes(self, hashes: Sequence[str]) -> tuple[tuple[str, Document], ...]:
        """Return documents with a version of these bytes, each with its SHA-256, oldest first."""
        found: list[tuple[int, str]] = []
        for group in slices(hashes):
            wanted = (
                select(document_version.c.document_id, archive_file.c.sha256)
                .join(archive_file, archive_file.c.id == document_version.c.file_id)
                .where(archive_file.c.sha256.in_(group))
            )
            rows = self._connection.execute(wanted)
            found += ((row.document_id, row.sha256) for row in rows)
        documents = {one.id: one for one in self.get_all(sorted({one for one, _ in found}))}
        return tuple((sha256, documents[DocumentId(one)]) for one, sha256 in sorted(found))

    def add_all(self, new: Sequence[tuple[Document, Version, Sequence[Link]]]) -> None:
        """Write new documents, each with its first version and its links; notes each.

        The versions come first: none can be added to a document that is there and sealed.
        """
        self._insert(document_version, (_version_row(one.id, first) for one, first, _links in new))
        self._insert(document, (document_row(one, self._country) for one, _v, _l in new))
        self._insert(document_tag, (row for one, _v, _l in new for row in _tag_rows(one)))
        self._insert(document_link, (_link_row(one.id, k) for one, _v, links in new for k in links))
        for one, _version, _links in new:
            self._counts.note(None, one)
            self._changes.note(f"document:{one.id}", None, one)

    def adopt(self, one: Document, versions: Sequence[Version], links: Sequence[Link]) -> None:
        """Write a document as it was in another office, with all its versions; notes it."""
        self._insert(document_version, (_version_row(one.id, version) for version in versions))
        self._insert(document, [document_row(one, self._country)])
        self._insert(document_tag, _tag_rows(one))
        self._insert(document_link, (_link_row(one.id, link) for link in links))
        self._counts.note(None, one)
        self._changes.note(f"document:{one.id}", None, one)

    def save(self, before: Document, after: Document) -> Document:
        """Replace a document and return it as saved; raises Conflict when it was changed since."""
        saved = replace(after, version=before.version + 1)
        replace_row(self._connection, document, before, document_row(saved, self._country))
        if before.tags != saved.tags:
            mine = document_tag.c.document_id == saved.id
            self._connection.execute(delete(document_tag).where(mine))
            self._insert(document_tag, _tag_rows(saved))
        self._counts.note(before, saved)
        self._changes.note(f"document:{saved.id}", before, saved)
        return saved

    def versions(self, document_id: DocumentId) -> tuple[Version, ...]:
        """Return the versions of a document, the newest first."""
        mine = select(document_version).where(document_version.c.document_id == document_id)
        rows = self._connection.execute(mine.order_by(document_version.c.number.desc()))
        return tuple(map(version_of, rows))

    def add_version(self, document_id: DocumentId, version: Version) -> None:
        """Write a further version; its number is the next one."""
        self._connection.execute(insert(document_version), _version_row(document_id, version))
        self._changes.note(f"document:{document_id}/{version.number}", None, version)

    @cached_property
    def _country(self) -> str:
        return home_of(self._connection).country

    def _tags_of(self, ids: Sequence[int]) -> Mapping[int, list[int]]:
        mine = document_tag.c.document_id.in_(ids)
        found: dict[int, list[int]] = {}
        for row in self._connection.execute(select(document_tag).where(mine)):
            found.setdefault(row.document_id, []).append(row.tag_id)
        return found

    def _insert(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        if some := list(rows):
            self._connection.execute(into(table), some)


class DocumentLinks:
    """Reads and writes what documents belong to, on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def of(self, document_id: DocumentId) -> tuple[Link, ...]:
        """Return the records that a document belongs to."""
        mine = select(document_link).where(document_link.c.document_id == document_id)
        rows = self._connection.execute(mine.order_by(document_link.c.kind))
        return tuple(Link(row.kind, row.record_id) for row in rows)

    def documents(self, link: Link) -> tuple[DocumentId, ...]:
        """Return the documents of a record, the newest first."""
        wanted = select(document_link.c.document_id).where(
            document_link.c.kind == link.kind, document_link.c.record_id == link.record_id
        )
        newest = wanted.order_by(document_link.c.document_id.desc())
        return tuple(DocumentId(one) for one in self._connection.scalars(newest))

    def add(self, document_id: DocumentId, link: Link) -> None:
        """Say that a document belongs to a record; nothing happens when it does already."""
        if link not in self.of(document_id):
            self._connection.execute(insert(document_link), _link_row(document_id, link))
            self._changes.note(f"document:{document_id}/{link.source}", None, link)

    def remove(self, document_id: DocumentId, link: Link) -> None:
        """Say that a document does not belong to a record."""
        this = (
            document_link.c.document_id == document_id,
            document_link.c.kind == link.kind,
            document_link.c.record_id == link.record_id,
        )
        if self._connection.execute(delete(document_link).where(*this)).rowcount:
            self._changes.note(f"document:{document_id}/{link.source}", link, None)


def _tag_rows(one: Document) -> list[dict[str, Any]]:
    return [{"document_id": one.id, "tag_id": tag} for tag in one.tags]


def _link_row(document_id: int, link: Link) -> dict[str, Any]:
    return {"document_id": document_id, "kind": link.kind, "record_id": link.record_id}


def _version_row(document_id: int, version: Version) -> dict[str, Any]:
    return {
        "document_id": document_id,
        "number": version.number,
        "file_id": version.file_id,
        "kind": version.kind,
        "made_at": version.made_at,
        "made_by": version.made_by,
        "note": version.note,
    }
