"""Lists of the log: entries of the audit, the newest first, narrowed to what is looked for."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Text,
    and_,
    cast,
    literal,
    literal_column,
    or_,
    select,
)

from app.domain.shared.ids import DocumentTypeId
from app.domain.shared.paging import looked_for
from app.storage.audit import audit, audit_record
from app.storage.contact_tables import contact
from app.storage.document_tables import document
from app.storage.lists import in_order, slices, spine_of, whole


@dataclass(frozen=True, slots=True)
class LogScope:
    """Which entries are looked for, as the database knows them.

    ``since`` is a moment and ``until`` the one after. ``named`` are the commands whose name fits
    the words. Words are sought in the changes of ``open`` commands only (None is all), and not
    where a document of a ``hidden`` type is among them.
    """

    since: datetime | None = None
    until: datetime | None = None
    who: str = ""
    record: str = ""
    commands: tuple[str, ...] | None = None
    is_refused: bool = False
    words: str = ""
    named: tuple[str, ...] = ()
    open: tuple[str, ...] | None = None
    hidden: frozenset[DocumentTypeId] = frozenset()


WHOLE_LOG = LogScope()


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as it was written: arguments and changes are JSON data."""

    seq: int
    at: datetime
    who: str
    command: str
    arguments: Any
    refused: str
    changes: tuple[dict[str, Any], ...]
    proof: str


class LogLists:
    """Reads the log on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(self, scope: LogScope = WHOLE_LOG, *, is_rising: bool = False) -> array[int]:
        """Return the numbers of the entries, the newest first or the oldest."""
        return spine_of(self._connection, _ordered(scope, is_rising=is_rising))

    def first(
        self, size: int, scope: LogScope = WHOLE_LOG, *, is_rising: bool = False
    ) -> array[int]:
        """Return the first numbers of the list."""
        wanted = _ordered(scope, is_rising=is_rising).limit(max(0, size))
        return spine_of(self._connection, wanted)

    def entry(self, seq: int) -> Told | None:
        """Return one entry as it was written, or none."""
        return next(iter(self.entries((seq,))), None)

    def entries(self, seqs: Sequence[int]) -> tuple[Told, ...]:
        """Return entries as they were written, in the order asked for."""
        found: dict[int, Told] = {}
        for group in slices(seqs):
            for row in whole(self._connection, select(audit).where(audit.c.seq.in_(group))):
                found[row.seq] = _told(row)
        return in_order(seqs, found)

    def people(self) -> tuple[str, ...]:
        """Return everybody who did something, by name; each is found in the index by a step."""
        found: list[str] = []
        wanted = select(audit.c.who).order_by(audit.c.who).limit(1)
        name = self._connection.scalar(wanted)
        while name is not None:
            found.append(name)
            name = self._connection.scalar(wanted.where(audit.c.who > name))
        return tuple(found)


def _ordered(scope: LogScope, *, is_rising: bool) -> Select[int]:
    wanted = select(audit.c.seq).where(*_narrowed(scope))
    if is_rising:
        return wanted.order_by(audit.c.at, audit.c.seq)
    return wanted.order_by(audit.c.at.desc(), audit.c.seq.desc())


def _narrowed(scope: LogScope) -> list[ColumnElement[bool]]:
    told: list[ColumnElement[bool]] = []
    if scope.since is not None:
        told.append(audit.c.at >= scope.since)
    if scope.until is not None:
        told.append(audit.c.at < scope.until)
    if scope.who:
        told.append(audit.c.who == scope.who)
    if scope.commands is not None:
        told.append(audit.c.command.in_(scope.commands))
    if scope.is_refused:
        told.append(audit.c.refused != literal_column("''"))
    if scope.record:
        told.append(audit.c.seq.in_(_about(scope.record)))
    told += [_holding(word, scope) for word in looked_for(scope.words)]
    return told


def _about(record: str) -> Select[int]:
    """Return the numbers of the entries that tell of a record, or of all records of a kind."""
    named = select(audit_record.c.seq)
    if ":" in record:
        return named.where(audit_record.c.record == record)
    of_kind = and_(audit_record.c.record >= f"{record}:", audit_record.c.record < f"{record};")
    return named.where(or_(audit_record.c.record == record, of_kind))


def _holding(word: str, scope: LogScope) -> ColumnElement[bool]:
    written = or_(
        audit.c.changes.icontains(word, autoescape=True),
        audit.c.arguments.icontains(word, autoescape=True),
        audit.c.seq.in_(_of_contacts(word)),
    )
    if scope.open is not None:
        written = and_(audit.c.command.in_(scope.open), written)
    if scope.hidden:
        written = and_(written, audit.c.seq.not_in(_of_documents(scope.hidden)))
    return or_(
        audit.c.who.icontains(word, autoescape=True), audit.c.command.in_(scope.named), written
    )


def _of_contacts(word: str) -> Select[int]:
    """Return the numbers of the entries that tell of contacts with this word in their names.

    What they tell is sealed: no word of it can be sought.
    """
    record = literal("contact:") + cast(contact.c.id, Text)
    told = select(audit_record.c.seq).join(contact, audit_record.c.record == record)
    return told.where(contact.c.name.icontains(word, autoescape=True))


def _of_documents(types: frozenset[DocumentTypeId]) -> Select[int]:
    """Return the numbers of the entries that tell of a document of these types."""
    name = literal("document:") + cast(document.c.id, Text)
    told = select(audit_record.c.seq).join(document, audit_record.c.record == name)
    return told.where(document.c.type_id.in_(types))


def _told(row: Row[Any]) -> Told:
    changes = tuple(json.loads(row.changes))
    arguments = json.loads(row.arguments)
    return Told(row.seq, row.at, row.who, row.command, arguments, row.refused, changes, row.hash)
