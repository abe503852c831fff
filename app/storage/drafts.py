"""Drafts of forms: kept while somebody types, dropped with the save, offered after a crash."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Named,
    Table,
    Text,
    TypedColumns,
    bindparam,
    delete,
    select,
)

from app.domain.shared.drafts import FormDraft
from app.storage.types import Id, Instant, Json, Whole, metadata


class _FormDraft(TypedColumns):
    form: Named[str] = Column(Text, primary_key=True)
    entity: Named[int] = Column(Id, primary_key=True)
    base_version: Named[int] = Column(Whole, nullable=False)
    body: Named[Any] = Column(Json, nullable=False)
    who: Named[str] = Column(Text, primary_key=True)
    at: Named[datetime] = Column(Instant, nullable=False)
    since: Named[datetime | None] = Column(Instant)


form_draft = Table("form_draft", metadata, _FormDraft)


_OF_RECORD = delete(form_draft).where(
    form_draft.c.form == bindparam("of_form"), form_draft.c.entity == bindparam("of_entity")
)


class DraftStore:
    """Keeps one draft for each form, record and person; a newer one takes its place."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, draft: FormDraft) -> None:
        """Keep what was typed, in place of what the same person typed there before."""
        self.drop(draft.form, draft.entity, draft.who)
        row = {name: getattr(draft, name) for name in FormDraft.__slots__}
        self._connection.execute(form_draft.insert(), row)

    def kept(self, form: str, entity: int, who: str) -> FormDraft | None:
        """Return what a person typed of one record, or none."""
        mine = select(form_draft).where(_of(form, entity), form_draft.c.who == who)
        found = self._connection.execute(mine).one_or_none()
        return FormDraft(*found) if found else None

    def all(self, who: str | None = None) -> tuple[FormDraft, ...]:
        """Return every draft, of one person if that is asked, the newest first."""
        ordered = select(form_draft).order_by(form_draft.c.at.desc(), form_draft.c.entity.desc())
        wanted = ordered if who is None else ordered.where(form_draft.c.who == who)
        return tuple(FormDraft(*row) for row in self._connection.execute(wanted))

    def of(self, form: str, entity: int) -> tuple[FormDraft, ...]:
        """Return what everybody typed of one record, who began first at the head."""
        found = select(form_draft).where(_of(form, entity))
        ordered = found.order_by(form_draft.c.since, form_draft.c.who)
        return tuple(FormDraft(*row) for row in self._connection.execute(ordered))

    def drop(self, form: str, entity: int, who: str) -> None:
        """Forget a person's draft: the record was saved by them, or it was given up."""
        mine = delete(form_draft).where(_of(form, entity), form_draft.c.who == who)
        self._connection.execute(mine)

    def drop_all(self, form: str, entity: int) -> None:
        """Forget everybody's drafts of a record that is gone or can no longer be written."""
        self._connection.execute(_OF_RECORD, {"of_form": form, "of_entity": entity})

    def drop_about(self, entity: int) -> None:
        """Forget everybody's drafts of a record in any form and dialog: it was erased."""
        self._connection.execute(delete(form_draft).where(form_draft.c.entity == entity))

    def drop_of(self, who: str) -> int:
        """Forget everything that a person typed and never saved; return how much it was."""
        gone = self._connection.execute(delete(form_draft).where(form_draft.c.who == who))
        return gone.rowcount


def _of(form: str, entity: int) -> ColumnElement[bool]:
    return (form_draft.c.form == form) & (form_draft.c.entity == entity)
