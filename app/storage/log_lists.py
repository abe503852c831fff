"""Lists of the log: entries of the audit, the newest first, narrowed to what is looked for."""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, literal_column, or_, select

from app.domain.admin.log import LogRow
from app.storage.audit import audit, audit_record
from app.storage.lists import in_order, slices, spine_of, whole
from app.storage.types import Rows

SHOWN = 8
"""So many letters of a hash are told."""


@dataclass(frozen=True, slots=True)
class LogScope:
    """Which entries are looked for, as the database knows them.

    ``since`` is a moment and ``until`` the one after. ``named`` are the commands whose name fits
    the words, ``open`` those in whose changes words may be sought; None is all.
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

    def rows(self, seqs: Sequence[int]) -> tuple[LogRow, ...]:
        """Return the lines of these entries, in the order asked for."""
        found: dict[int, LogRow] = {}
        for group in slices(seqs):
            records = self._records(group)
            wanted: Rows = select(
                audit.c.seq, audit.c.at, audit.c.who, audit.c.command, audit.c.refused, audit.c.hash
            ).where(audit.c.seq.in_(group))
            for row in whole(self._connection, wanted):
                found[row.seq] = _row(row, records.get(row.seq, ()))
        return in_order(seqs, found)

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

    def _records(self, seqs: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return the records of entries in the order in which they were changed."""
        found: dict[int, tuple[str, ...]] = {}
        wanted: Rows = select(audit.c.seq, audit.c.changes).where(audit.c.seq.in_(seqs))
        for row in whole(self._connection, wanted):
            told = (str(one["record"]) for one in json.loads(row.changes))
            found[row.seq] = tuple(dict.fromkeys(told))
        return found


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
    told += [_holding(word, scope) for word in scope.words.split()]
    return told


def _about(record: str) -> Select[int]:
    """Return the numbers of the entries that tell of a record, or of all records of a kind."""
    named = select(audit_record.c.seq)
    if ":" in record:
        return named.where(audit_record.c.record == record)
    return named.where(audit_record.c.record >= f"{record}:", audit_record.c.record < f"{record};")


def _holding(word: str, scope: LogScope) -> ColumnElement[bool]:
    written = or_(
        audit.c.changes.icontains(word, autoescape=True),
        audit.c.arguments.icontains(word, autoescape=True),
    )
    if scope.open is not None:
        written = and_(audit.c.command.in_(scope.open), written)
    return or_(
        audit.c.who.icontains(word, autoescape=True), audit.c.command.in_(scope.named), written
    )


def _row(row: Row[Any], records: Collection[str]) -> LogRow:
    first = next(iter(records), "")
    others = max(0, len(records) - 1)
    proof = row.hash[:SHOWN]
    return LogRow(row.seq, row.at, row.who, row.command, first, others, row.refused, proof)


def _told(row: Row[Any]) -> Told:
    changes = tuple(json.loads(row.changes))
    arguments = json.loads(row.arguments)
    return Told(row.seq, row.at, row.who, row.command, arguments, row.refused, changes, row.hash)
