"""The tables of documents, and how a document is a row of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Row, Table, Text, TypedColumns

from app.domain.archive.document import Document, DocumentState, Version, VersionKind
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, RecordId, TagId
from app.domain.shared.money import Money
from app.storage.sorting import SortKey, dictionary_key
from app.storage.types import Day, EnumText, Flag, Id, Instant, Json, Minor, Whole, metadata


class _Document(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    title: Named[str] = Column(Text, nullable=False)
    title_key: Named[str] = Column(SortKey, nullable=False)
    state: Named[DocumentState] = Column(EnumText(DocumentState), nullable=False)
    file_id: Named[int] = Column(Id, ForeignKey("archive_file.id"), nullable=False)
    received_at: Named[datetime] = Column(Instant, nullable=False)
    type_id: Named[int | None] = Column(Id, ForeignKey("document_type.id"))
    correspondent_id: Named[int | None] = Column(Id, ForeignKey("contact.id"))
    day: Named[date | None] = Column(Day)
    reference: Named[str] = Column(Text, nullable=False)
    amount_minor: Named[int | None] = Column(Minor)
    currency: Named[str] = Column(Text, nullable=False)
    serial: Named[int | None] = Column(Whole, unique=True)
    binder: Named[str] = Column(Text, nullable=False)
    fields: Named[Mapping[str, str]] = Column(Json, nullable=False)
    stage: Named[str] = Column(Text, nullable=False)
    due_on: Named[date | None] = Column(Day)
    event_on: Named[date | None] = Column(Day)
    note: Named[str] = Column(Text, nullable=False)
    is_sealed: Named[bool] = Column(Flag, nullable=False)
    locked_by: Named[str] = Column(Text, nullable=False)
    trashed_at: Named[datetime | None] = Column(Instant)
    restores: Named[DocumentState | None] = Column(EnumText(DocumentState))


class _Version(TypedColumns):
    document_id: Named[int] = Column(
        Id, ForeignKey("document.id", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    number: Named[int] = Column(Whole, primary_key=True)
    file_id: Named[int] = Column(Id, ForeignKey("archive_file.id"), nullable=False, unique=True)
    kind: Named[VersionKind] = Column(EnumText(VersionKind), nullable=False)
    made_at: Named[datetime] = Column(Instant, nullable=False)
    made_by: Named[str] = Column(Text, nullable=False)
    note: Named[str] = Column(Text, nullable=False)


class _Tagged(TypedColumns):
    document_id: Named[int] = Column(
        Id, ForeignKey("document.id", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    tag_id: Named[int] = Column(Id, ForeignKey("tag.id"), primary_key=True)


class _Link(TypedColumns):
    document_id: Named[int] = Column(
        Id, ForeignKey("document.id", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    kind: Named[str] = Column(Text, primary_key=True)
    record_id: Named[int] = Column(Id, primary_key=True)


document = Table("document", metadata, _Document)
document_version = Table("document_version", metadata, _Version, sqlite_with_rowid=False)
document_tag = Table("document_tag", metadata, _Tagged, sqlite_with_rowid=False)
document_link = Table("document_link", metadata, _Link, sqlite_with_rowid=False)

Index("ix_document_list", document.c.state, document.c.received_at, document.c.id)
Index("ix_document_by_day", document.c.state, document.c.day, document.c.id)
Index("ix_document_type", document.c.type_id, document.c.state)
Index("ix_document_correspondent", document.c.correspondent_id, document.c.day, document.c.id)
Index("ix_document_file", document.c.file_id)
Index(
    "ix_document_due",
    document.c.state,
    document.c.due_on,
    document.c.type_id,
    sqlite_where=document.c.due_on.is_not(None),
)
Index("ix_document_tag_back", document_tag.c.tag_id, document_tag.c.document_id)
Index(
    "ix_document_link_back",
    document_link.c.kind,
    document_link.c.record_id,
    document_link.c.document_id,
)


def document_row(one: Document, country: str) -> dict[str, Any]:
    """Return a document as its row; its tags stand in a table of their own."""
    return {
        "id": one.id,
        "version": one.version,
        "title": one.title,
        "title_key": dictionary_key(one.title, country),
        "state": one.state,
        "file_id": one.file_id,
        "received_at": one.received_at,
        "type_id": one.type_id,
        "correspondent_id": one.correspondent_id,
        "day": one.day,
        "reference": one.reference,
        "amount_minor": one.amount.minor if one.amount else None,
        "currency": one.amount.currency if one.amount else "",
        "serial": one.serial,
        "binder": one.binder,
        "fields": dict(one.fields),
        "stage": one.stage,
        "due_on": one.due_on,
        "event_on": one.event_on,
        "note": one.note,
        "is_sealed": one.is_sealed,
        "locked_by": one.locked_by,
        "trashed_at": one.trashed_at,
        "restores": one.restores,
    }


def document_of(row: Row[Any], tags: Iterable[int]) -> Document:
    """Return the document of a row and its tags."""
    return Document(
        id=DocumentId(row.id),
        version=row.version,
        title=row.title,
        state=row.state,
        file_id=RecordId(row.file_id),
        received_at=row.received_at,
        type_id=None if row.type_id is None else DocumentTypeId(row.type_id),
        correspondent_id=None if row.correspondent_id is None else ContactId(row.correspondent_id),
        day=row.day,
        reference=row.reference,
        amount=amount_of(row),
        serial=row.serial,
        binder=row.binder,
        tags=tuple(TagId(tag) for tag in tags),
        fields=row.fields,
        stage=row.stage,
        due_on=row.due_on,
        event_on=row.event_on,
        note=row.note,
        is_sealed=row.is_sealed,
        locked_by=row.locked_by,
        trashed_at=row.trashed_at,
        restores=row.restores,
    )


def amount_of(row: Row[Any]) -> Money | None:
    """Return the amount of a row, if it has one."""
    return None if row.amount_minor is None else Money(row.amount_minor, row.currency)


def version_of(row: Row[Any]) -> Version:
    """Return the version of a row."""
    return Version(
        number=row.number,
        file_id=RecordId(row.file_id),
        kind=row.kind,
        made_at=row.made_at,
        made_by=row.made_by,
        note=row.note,
    )
