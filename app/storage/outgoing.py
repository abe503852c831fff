"""What goes out of the archive, read for many documents at once."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing

from sqlalchemy import Connection, select

from app.domain.archive.document import Link, Version
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId, RecordId
from app.storage.archive import ArchiveStore, archive_file, proved
from app.storage.contents import Contents
from app.storage.document_tables import document_link, document_version, version_of
from app.storage.lists import slices
from app.storage.texts import content_text, unpacked


class Outgoing:
    """Reads versions, links, files and texts on one open connection; writes nothing."""

    def __init__(self, connection: Connection, contents: Contents, archive: ArchiveStore) -> None:
        self._connection = connection
        self._contents = contents
        self._archive = archive

    def versions(self, ids: Iterable[int]) -> dict[DocumentId, list[Version]]:
        """Return the versions of documents, the first of each first."""
        found: dict[DocumentId, list[Version]] = {}
        for group in slices(ids):
            theirs = select(document_version).where(document_version.c.document_id.in_(group))
            for row in self._connection.execute(theirs.order_by(document_version.c.number)):
                found.setdefault(DocumentId(row.document_id), []).append(version_of(row))
        return found

    def links(self, ids: Iterable[int]) -> dict[DocumentId, list[Link]]:
        """Return the records to which documents belong; one that stands alone is left out."""
        found: dict[DocumentId, list[Link]] = {}
        for group in slices(ids):
            theirs = select(document_link).where(document_link.c.document_id.in_(group))
            for row in self._connection.execute(theirs.order_by(document_link.c.kind)):
                link = Link(row.kind, row.record_id)
                found.setdefault(DocumentId(row.document_id), []).append(link)
        return found

    def records(self, ids: Iterable[int]) -> dict[RecordId, Record]:
        """Return what is known of files, by their ids."""
        found: dict[RecordId, Record] = {}
        for group in slices(ids):
            wanted = select(archive_file).where(archive_file.c.id.in_(group))
            found.update((row.id, Record(*row)) for row in self._connection.execute(wanted))
        return found

    def texts(self, names: Iterable[str]) -> dict[str, list[str]]:
        """Return the pages of files by their SHA-256; one of which nothing is read is left out."""
        found: dict[str, list[str]] = {}
        with self._contents.reading() as connection:
            for some in slices(names):
                wanted = select(content_text).where(content_text.c.sha256.in_(some))
                for row in connection.execute(wanted.order_by(content_text.c.first)):
                    found.setdefault(row.sha256, []).extend(unpacked(row))
        return found

    def contents(self, records: Mapping[str, Record]) -> Generator[tuple[Record, Iterator[bytes]]]:
        """Yield files, given by their SHA-256, with their bytes as they were filed.

        They come in the order in which they lie on the disk; close it when not all are taken.
        What lies sealed comes first, opened. Raises Missing, Changed, BehindWall.
        """
        rest = dict(records)
        sealed = self._archive.sealed.among(one.id for one in records.values())
        for one in [one for one in records.values() if one.id in sealed]:
            yield one, self._archive.read(one.id)
            del rest[one.sha256]
        with closing(self._contents.get_all(tuple(rest))) as contents:
            for sha256, pieces in contents:
                one = rest.pop(sha256)
                yield one, proved(one, pieces)
        for one in rest.values():
            yield one, self._contents.get(one.sha256)
