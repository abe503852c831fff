"""The tables of templates and snippets."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
)

from app.domain.correspondence.letter import Channel
from app.domain.correspondence.template import (
    Snippet,
    SnippetText,
    Template,
    TemplateText,
)
from app.domain.shared.codec import parsed, plain
from app.domain.shared.ids import LetterTypeId, SignatoryId, SnippetId, TemplateId
from app.storage.catalogues import Shape
from app.storage.types import EnumText, Flag, Id, Json, Whole, metadata


class _Template(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    name: Named[str] = Column(Text, nullable=False)
    texts: Named[Any] = Column(Json, nullable=False)
    type_id: Named[int | None] = Column(Id)
    channel: Named[Channel] = Column(EnumText(Channel), nullable=False)
    signatory_id: Named[int | None] = Column(Id)
    layout: Named[str] = Column(Text, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)


class _Snippet(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    shortcut: Named[str] = Column(Text, nullable=False)
    texts: Named[Any] = Column(Json, nullable=False)
    is_archived: Named[bool] = Column(Flag, nullable=False)


letter_template = Table("letter_template", metadata, _Template)
snippet = Table("snippet", metadata, _Snippet)


def _template_row(one: Template) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "name": one.name,
        "texts": plain(one.texts),
        "type_id": one.type_id,
        "channel": one.channel,
        "signatory_id": one.signatory_id,
        "layout": one.layout,
        "is_archived": one.is_archived,
    }


def _template_of(row: Row[Any]) -> Template:
    return Template(
        id=TemplateId(row.id),
        version=row.version,
        name=row.name,
        texts=parsed(tuple[TemplateText, ...], row.texts),
        type_id=None if row.type_id is None else LetterTypeId(row.type_id),
        channel=row.channel,
        signatory_id=None if row.signatory_id is None else SignatoryId(row.signatory_id),
        layout=row.layout,
        is_archived=row.is_archived,
    )


def _snippet_row(one: Snippet) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "shortcut": one.shortcut,
        "texts": plain(one.texts),
        "is_archived": one.is_archived,
    }


def _snippet_of(row: Row[Any]) -> Snippet:
    return Snippet(
        id=SnippetId(row.id),
        version=row.version,
        shortcut=row.shortcut,
        texts=parsed(tuple[SnippetText, ...], row.texts),
        is_archived=row.is_archived,
    )


TEMPLATES = Shape("template", letter_template, _template_row, _template_of)
SNIPPETS = Shape("snippet", snippet, _snippet_row, _snippet_of)
