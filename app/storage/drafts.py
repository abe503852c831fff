"""Drafts of forms: kept while somebody types, dropped with the save, offered after a crash."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Named, Table, Text, TypedColumns, delete, select

from app.domain.shared.drafts import FormDraft
from app.storage.types import Id, Instant, Json, Whole, metadata


class _FormDraft(TypedColumns):
    form: Named[str] = Column(Text, primary_key=True)
    entity: Named[int] = Column(Id, primary_key=True)
    base_version: Named[int] = Column(Whole, nullable=False)
    body: Named[Any] = Column(Json, nullable=False)
    who: Named[str] = Column(Text, nullable=False)
    at: Named[datetime] = Column(Instant, nullable=False)


form_draft = Table("form_draft", metadata, _FormDraft)


class DraftStore:
    """Keeps one draft for each form and record; a newer one takes its place."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, draft: FormDraft) -> None:
        """Keep what was typed, in place of what was kept before."""
        self.drop(draft.form, draft.entity)
        row = {name: getattr(draft, name) for name in FormDraft.__slots__}
        self._connection.execute(form_draft.insert(), row)

    def kept(self, form: str, entity: int) -> FormDraft | None:
        """Return the draft of one record, or none."""
        mine = (form_draft.c.form == form, form_draft.c.entity == entity)
        found = self._connection.execute(select(form_draft).where(*mine)).one_or_none()
        return FormDraft(*found) if found else None

    def all(self) -> tuple[FormDraft, ...]:
        """Return every draft, the newest first."""
        ordered = select(form_draft).order_by(form_draft.c.at.desc(), form_draft.c.entity.desc())
        return tuple(FormDraft(*row) for row in self._connection.execute(ordered))

    def drop(self, form: str, entity: int) -> None:
        """Forget a draft: its record was saved or it was given up."""
        mine = (form_draft.c.form == form, form_draft.c.entity == entity)
        self._connection.execute(delete(form_draft).where(*mine))
