"""Dispatches: which bytes left the house, how, when and to whom; appended, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Named,
    Row,
    Table,
    Text,
    TypedColumns,
    func,
    select,
)

from app.domain.correspondence.letter import Channel, Dispatch
from app.domain.shared.ids import LetterId
from app.domain.shared.money import Money
from app.storage.deeds import Changes
from app.storage.types import EnumText, Id, Instant, Minor, Whole, metadata


class _Dispatch(TypedColumns):
    letter_id: Named[int] = Column(Id, ForeignKey("letter_out.id"), primary_key=True)
    position: Named[int] = Column(Whole, primary_key=True)
    sha256: Named[str] = Column(Text, nullable=False)
    channel: Named[Channel] = Column(EnumText(Channel), nullable=False)
    at: Named[datetime] = Column(Instant, nullable=False)
    who: Named[str] = Column(Text, nullable=False)
    to: Named[str] = Column(Text, nullable=False)
    tracking: Named[str] = Column(Text, nullable=False)
    postage_minor: Named[int | None] = Column(Minor)
    currency: Named[str] = Column(Text, nullable=False)
    audit_seq: Named[int] = Column(Id, nullable=False)


letter_dispatch = Table("letter_dispatch", metadata, _Dispatch, sqlite_with_rowid=False)
Index("ix_letter_dispatch_at", letter_dispatch.c.at, letter_dispatch.c.letter_id)


@dataclass(frozen=True, slots=True)
class Proven:
    """A dispatch with the row of the audit chain that tells of it."""

    dispatch: Dispatch
    audit_seq: int


class DispatchStore:
    """Reads and appends dispatches on one open connection."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def next_of(self, letter_id: LetterId) -> int:
        """Return how many dispatches of a letter there will be with the next one."""
        mine = letter_dispatch.c.letter_id == letter_id
        return (self._connection.scalar(select(func.count()).where(mine)) or 0) + 1

    def note(self, new: Dispatch) -> None:
        """Let the audit know of a dispatch before its row is written."""
        self._changes.note(
            f"letter_dispatch:{new.letter_id}/{self.next_of(new.letter_id)}", None, new
        )

    def add(self, new: Dispatch, audit_seq: int) -> None:
        """Write down a dispatch that a row of the audit tells of."""
        row = {
            "letter_id": new.letter_id,
            "position": self.next_of(new.letter_id),
            "sha256": new.sha256,
            "channel": new.channel,
            "at": new.at,
            "who": new.who,
            "to": new.to,
            "tracking": new.tracking,
            "postage_minor": new.postage.minor if new.postage else None,
            "currency": new.postage.currency if new.postage else "",
            "audit_seq": audit_seq,
        }
        self._connection.execute(letter_dispatch.insert(), row)

    def of(self, letter_id: LetterId) -> tuple[Proven, ...]:
        """Return the dispatches of a letter, the first one first."""
        mine = select(letter_dispatch).where(letter_dispatch.c.letter_id == letter_id)
        rows = self._connection.execute(mine.order_by(letter_dispatch.c.position))
        return tuple(Proven(_dispatch_of(row), row.audit_seq) for row in rows)

    def between(self, start: datetime, end: datetime) -> tuple[Dispatch, ...]:
        """Return what left from a moment to another, both with it, in its order."""
        sent = select(letter_dispatch).where(letter_dispatch.c.at >= start)
        rows = self._connection.execute(
            sent.where(letter_dispatch.c.at <= end).order_by(
                letter_dispatch.c.at, letter_dispatch.c.letter_id, letter_dispatch.c.position
            )
        )
        return tuple(map(_dispatch_of, rows))


def _dispatch_of(row: Row[Any]) -> Dispatch:
    postage = None if row.postage_minor is None else Money(row.postage_minor, row.currency)
    return Dispatch(
        letter_id=LetterId(row.letter_id),
        sha256=row.sha256,
        channel=row.channel,
        at=row.at,
        who=row.who,
        to=row.to,
        tracking=row.tracking,
        postage=postage,
    )
