"""Disposables: which documents may be due, which files they have, which bytes others need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from app.domain.archive.disposal import Disposal, Fate, Gone, Item
from app.domain.archive.document import DocumentState
from app.domain.archive.retention import Clock, RetentionClass, earliest_day
from app.domain.shared.ids import DocumentId, DocumentTypeId
from app.storage.admin import company
from app.storage.archive import archive_file
from app.storage.contents import Contents
from app.storage.document_tables import document, document_version
from app.storage.lists import slices
from app.storage.pictured import pictured
from app.storage.products import product
from app.storage.sealed_contents import sealed_file
from app.storage.server_rows import housework
from app.storage.stationery import stationery_files


class Disposables:
    """Finds what may be destroyed on one open connection; writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def candidates(
        self, classes: Mapping[DocumentTypeId, RetentionClass], today: date
    ) -> tuple[DocumentId, ...]:
        """Return the filed documents that may be due, the oldest first; none that is due is left.

        Whether each is due its whole card decides.
        """
        found: list[int] = []
        for type_id, kept in classes.items():
            if kept.clock is not Clock.FOREVER:
                wanted = select(document.c.id).where(
                    document.c.type_id == type_id,
                    document.c.state == DocumentState.FILED,
                    _old_enough(kept, earliest_day(kept, today)),
                )
                found.extend(self._connection.scalars(wanted))
        return tuple(map(DocumentId, sorted(found)))

    def trashed(self, before: datetime) -> tuple[DocumentId, ...]:
        """Return what lies in the trash since a moment or longer, the oldest first."""
        wanted = select(document.c.id).where(
            document.c.state == DocumentState.TRASHED, document.c.trashed_at <= before
        )
        rows = self._connection.scalars(wanted.order_by(document.c.trashed_at, document.c.id))
        return tuple(map(DocumentId, rows))

    def files(self, document_id: DocumentId) -> tuple[Gone, ...]:
        """Return every file of a document, the oldest version first."""
        wanted = (
            select(
                document_version.c.number,
                archive_file.c.name,
                archive_file.c.sha256,
                archive_file.c.size,
            )
            .join(archive_file, archive_file.c.id == document_version.c.file_id)
            .where(document_version.c.document_id == document_id)
            .order_by(document_version.c.number)
        )
        return tuple(Gone(*row) for row in self._connection.execute(wanted))

    def needed(self, names: Collection[str]) -> frozenset[str]:
        """Return which of these bytes something still refers to that is not given up.

        Whoever asks, what lies behind a wall needs its bytes too.
        """
        with housework(self._connection):
            return self._needed(names)

    def _needed(self, names: Collection[str]) -> frozenset[str]:
        facts = self._connection.scalar(select(company.c.facts))
        found = {facts["logo"]} & set(names) if facts else set()
        found |= stationery_files(self._connection) & set(names)
        for some in slices(names):
            found.update(self._connection.scalars(_referring(some)))
            images = select(product.c.image).where(product.c.image.in_(some))
            found.update(self._connection.scalars(images))
        return frozenset(found | pictured(self._connection, set(names) - found))

    def sealed(self, names: Collection[str]) -> dict[str, str]:
        """Return by what SHA-256 of these bytes those lie sealed that are given up."""
        with housework(self._connection):
            return self._sealed(names)

    def _sealed(self, names: Collection[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for some in slices(names):
            wanted = (
                select(sealed_file.c.sha256, archive_file.c.sha256)
                .join(archive_file, archive_file.c.id == sealed_file.c.record_id)
                .join(document_version, document_version.c.file_id == archive_file.c.id)
                .join(document, document.c.id == document_version.c.document_id)
                .where(archive_file.c.sha256.in_(some), document.c.state == DocumentState.DISPOSED)
            )
            found.update((row[0], row[1]) for row in self._connection.execute(wanted))
        return found

    def left_over(self, done: Iterable[Disposal], contents: Contents) -> tuple[Item, ...]:
        """Return what is certified as destroyed and whose bytes are there, needed by nobody."""
        found: list[Item] = []
        for one in done:
            gone = one.of(Fate.DESTROYED)
            names = {file.sha256 for item in gone for file in item.files}
            sealed = self.sealed(names)
            lying = contents.there(names | sealed.keys()) - self.needed(names)
            lying |= {sealed[one] for one in lying & sealed.keys()}
            found.extend(item for item in gone if any(file.sha256 in lying for file in item.files))
        return tuple(found)


def _old_enough(kept: RetentionClass, day: date) -> ColumnElement[bool]:
    came_in = document.c.received_at < datetime.combine(day + timedelta(1), time(), UTC)
    match kept.clock:
        case Clock.EVENT | Clock.EVENT_YEAR_END:
            return document.c.event_on <= day
        case Clock.RECEIVED:
            return came_in
        case _:
            return or_(document.c.day <= day, and_(document.c.day.is_(None), came_in))


def _referring(names: Iterable[str]) -> Any:
    """Return a query of these bytes that a file refers to whose document is not given up."""
    return (
        select(archive_file.c.sha256)
        .outerjoin(document_version, document_version.c.file_id == archive_file.c.id)
        .outerjoin(document, document.c.id == document_version.c.document_id)
        .where(
            archive_file.c.sha256.in_(names),
            or_(document.c.id.is_(None), document.c.state != DocumentState.DISPOSED),
        )
    )
