"""How documents are sorted: their types, their tags and the office's own fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
    delete,
    func,
    insert,
    select,
)

from app.domain.archive.kinds import CustomField, DocumentType, FieldKind, Stage, Tag
from app.domain.archive.readers import Readers
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import DocumentTypeId, FieldId, TagId
from app.domain.shared.refusals import NotFound
from app.storage.deeds import Changes
from app.storage.document_counts import DocumentCounts
from app.storage.document_tables import document_tag
from app.storage.remembered import Remembered
from app.storage.server_rows import housework
from app.storage.types import EnumText, Flag, Id, Json, Whole, metadata
from app.storage.versioned import replace_row


class _Type(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    code: Named[str] = Column(Text, nullable=False, unique=True)
    names: Named[Mapping[str, str]] = Column(Json, nullable=False)
    retention: Named[str] = Column(Text, nullable=False)
    is_sealing: Named[bool] = Column(Flag, nullable=False)
    readers: Named[Readers] = Column(EnumText(Readers), nullable=False)
    stages: Named[Any] = Column(Json, nullable=False)
    fields: Named[Any] = Column(Json, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)


class _Tag(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    parent_id: Named[int | None] = Column(Id, ForeignKey("tag.id"))
    colour: Named[str] = Column(Text, nullable=False)


class _Field(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    code: Named[str] = Column(Text, nullable=False, unique=True)
    names: Named[Mapping[str, str]] = Column(Json, nullable=False)
    kind: Named[FieldKind] = Column(EnumText(FieldKind), nullable=False)
    choices: Named[Any] = Column(Json, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)


document_type = Table("document_type", metadata, _Type)
tag = Table("tag", metadata, _Tag)
custom_field = Table("custom_field", metadata, _Field)

Kind = DocumentType | Tag | CustomField
_TABLES: dict[type[Kind], Table] = {
    DocumentType: document_type,
    Tag: tag,
    CustomField: custom_field,
}


_TAGS = select(tag).order_by(tag.c.name, tag.c.id)


class KindStore:
    """Reads and writes types, tags and fields on one open connection; there are few of each."""

    def __init__(self, connection: Connection, changes: Changes, counts: DocumentCounts) -> None:
        self._connection = connection
        self._changes = changes
        self._counts = counts

    def types(self) -> dict[DocumentTypeId, DocumentType]:
        """Return every type by its id, in the order in which they came."""
        return {one.id: one for one in _EVERY_TYPE.all(self._connection)}

    def type_coded(self, code: str) -> DocumentType | None:
        """Return the type of a code, or none."""
        wanted = select(document_type).where(document_type.c.code == code)
        found = self._connection.execute(wanted).one_or_none()
        return None if found is None else _type_of(*found)

    def tags(self) -> dict[TagId, Tag]:
        """Return every tag by its id."""
        rows = self._connection.execute(_TAGS).all()
        return {TagId(row.id): _tag_of(row) for row in rows}

    def fields(self) -> dict[str, CustomField]:
        """Return every field by its code."""
        rows = self._connection.execute(select(custom_field).order_by(custom_field.c.id))
        return {row.code: _field_of(row) for row in rows}

    def add(self, new: Kind) -> None:
        """Write a new type, tag or field."""
        self._connection.execute(insert(_TABLES[type(new)]), _row(new))
        self._changes.note(_name(new), None, new)

    def save(self, before: Kind, after: Kind) -> None:
        """Replace one; ``after.version`` is the next; raises Conflict when it was changed since."""
        replace_row(self._connection, _TABLES[type(after)], before, _row(after))
        self._changes.note(_name(after), before, after)

    def remove_tag(self, old: Tag) -> int:
        """Remove a tag from every document and for good; return how many documents had it."""
        mine = document_tag.c.tag_id == old.id
        with housework(self._connection):
            used = self._connection.scalar(select(func.count()).where(mine)) or 0
            self._connection.execute(delete(document_tag).where(mine))
        if self._connection.execute(delete(tag).where(tag.c.id == old.id)).rowcount != 1:
            raise NotFound(record="tag", id=old.id)
        self._counts.forget(old.id)
        self._changes.note(_name(old), old, None)
        return used

    def used(self) -> dict[TagId, int]:
        """Return of each tag in use how many documents have it."""
        return self._counts.tags()

    def counted(self) -> dict[DocumentTypeId, int]:
        """Return of each type in use how many documents have it."""
        return self._counts.types()


def _name(one: Kind) -> str:
    return f"{_TABLES[type(one)].name}:{one.id}"


def _row(one: Kind) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(one, name) for name in one.__slots__}
    if isinstance(one, DocumentType):
        return row | {"stages": plain(one.stages), "fields": list(one.fields)}
    return row | {"choices": list(one.choices)} if isinstance(one, CustomField) else row


def _type_of(*values: Any) -> DocumentType:
    lying = DocumentType(*values)
    stages = parsed(tuple[Stage, ...], lying.stages)
    return replace(lying, stages=stages, fields=tuple(lying.fields))


_EVERY_TYPE = Remembered(select(document_type).order_by(document_type.c.id), _type_of)


def _tag_of(row: Row[Any]) -> Tag:
    parent = None if row.parent_id is None else TagId(row.parent_id)
    return Tag(TagId(row.id), row.version, row.name, parent, row.colour)


def _field_of(row: Row[Any]) -> CustomField:
    return CustomField(
        id=FieldId(row.id),
        version=row.version,
        code=row.code,
        names=row.names,
        kind=row.kind,
        choices=tuple(row.choices),
        is_archived=row.is_archived,
    )
