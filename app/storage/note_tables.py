"""The tables of notes and follow-ups."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Column, ForeignKey, Index, Named, Table, Text, TypedColumns

from app.domain.correspondence.notes import NoteKind
from app.storage.types import Day, EnumText, Id, Instant, Whole, metadata


class _Note(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    kind: Named[NoteKind] = Column(EnumText(NoteKind), nullable=False)
    text: Named[str] = Column(Text, nullable=False)
    written_by: Named[str] = Column(Text, nullable=False)
    written_at: Named[datetime] = Column(Instant, nullable=False)
    about_kind: Named[str] = Column(Text, nullable=False)
    about_id: Named[int | None] = Column(Id)
    caller: Named[str] = Column(Text, nullable=False)
    phone: Named[str] = Column(Text, nullable=False)
    for_whom: Named[str] = Column(Text, nullable=False)


class _FollowUp(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    version: Named[int] = Column(Whole, nullable=False)
    on: Named[date] = Column(Day, nullable=False)
    who: Named[str] = Column(Text, nullable=False)
    text: Named[str] = Column(Text, nullable=False)
    about_kind: Named[str] = Column(Text, nullable=False)
    about_id: Named[int | None] = Column(Id)
    note_id: Named[int | None] = Column(Id, ForeignKey("note.id"))
    done_on: Named[date | None] = Column(Day)


note = Table("note", metadata, _Note)
Index("ix_note_about", note.c.about_id, note.c.about_kind)
follow_up = Table("follow_up", metadata, _FollowUp)
Index("ix_follow_up_about", follow_up.c.about_id, follow_up.c.about_kind)
Index("ix_follow_up_done_on", follow_up.c.done_on, follow_up.c.on, follow_up.c.who)
Index("ix_follow_up_note", follow_up.c.note_id)
