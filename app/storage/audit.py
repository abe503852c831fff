"""The audit: one row per command, each holding the hash of the one before it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Named,
    Table,
    Text,
    TypedColumns,
    func,
    literal_column,
    select,
)

from app.domain.shared.codec import plain
from app.storage.deeds import Change, Changes, Deed
from app.storage.faults import Replaced
from app.storage.sealing import Sealer
from app.storage.types import Id, Instant, metadata
from app.storage.upserts import into


class _Audit(TypedColumns):
    seq: Named[int] = Column(Id, primary_key=True)
    at: Named[datetime] = Column(Instant, nullable=False)
    who: Named[str] = Column(Text, nullable=False)
    command: Named[str] = Column(Text, nullable=False)
    arguments: Named[str] = Column(Text, nullable=False)
    refused: Named[str] = Column(Text, nullable=False)
    changes: Named[str] = Column(Text, nullable=False)
    previous: Named[str] = Column(Text, nullable=False)
    hash: Named[str] = Column(Text, nullable=False)


class _Record(TypedColumns):
    record: Named[str] = Column(Text, primary_key=True)
    seq: Named[int] = Column(Id, primary_key=True)


audit = Table("audit", metadata, _Audit)
audit_record = Table("audit_record", metadata, _Record, sqlite_with_rowid=False)
"""Which rows of the audit tell of which record, so that the history of one is found at once."""
Index("ix_audit_at", audit.c.at, audit.c.seq)
Index("ix_audit_who", audit.c.who, audit.c.at, audit.c.seq)
Index("ix_audit_command", audit.c.command, audit.c.at, audit.c.seq)
Index(
    "ix_audit_refused",
    audit.c.at,
    audit.c.seq,
    sqlite_where=audit.c.refused != "",
    postgresql_where=audit.c.refused != "",
)

GENESIS = "0" * 64
TOLERANCE = timedelta(minutes=2)
"""So much a clock that is set right by its machine may go back."""
CLOCK_WENT_BACK = "clock.went_back"
CHAIN_LOCK = 0x6261636B


_ONE = literal_column("1", Id)
"""SQLite prepares a statement anew each time whose limit is bound to it."""
_LAST = select(audit.c.seq, audit.c.hash, audit.c.at).order_by(audit.c.seq.desc()).limit(_ONE)
_LAST_ALONE = (
    f"SELECT pg_advisory_xact_lock({CHAIN_LOCK}); "  # noqa: S608  a number of ours
    "SELECT seq, hash, at FROM audit ORDER BY seq DESC LIMIT 1"
)
_AS_IT_IS = {"no_parameters": True}
"""Two statements are sent at once only where nothing is bound to them."""


class _End(NamedTuple):
    """The last row of the chain."""

    seq: int
    hash: str
    at: datetime


class AuditStore:
    """Appends to the chain and walks it; nothing here changes a row.

    ``after`` is the last row that this office wrote: what ends before it is another's file.
    """

    def __init__(self, connection: Connection, key: bytes, sealer: Sealer) -> None:
        self._connection = connection
        self._key = key
        self._sealer = sealer
        self.recorded: tuple[int, str] | None = None
        self.went_back_from: datetime | None = None
        self.after: tuple[int, str] | None = None

    def record(self, deed: Deed, changes: Changes) -> None:
        """Append one row, chained to the last; until the transaction ends nobody else can.

        A row before it says that the clock went back, if it did: numbers alone tell the order.
        """
        is_shared = self._connection.dialect.name == "postgresql"
        last = self._last_alone() if is_shared else self._last()
        self._require_follows(last)
        if last is not None and last.at - deed.at > TOLERANCE:
            self.went_back_from = last.at
            told = [[last.at.isoformat(), deed.at.isoformat()], {}]
            warning = Deed(deed.at, deed.who, CLOCK_WENT_BACK, told)
            seq, proof = self._append(warning, Changes(), (last.seq, last.hash))
            self.recorded = self._append(deed, changes, (seq, proof))
        else:
            after = (0, GENESIS) if last is None else (last.seq, last.hash)
            self.recorded = self._append(deed, changes, after)

    def _require_follows(self, last: _End | None) -> None:
        """Raise Replaced where the chain ends before what we wrote ourselves."""
        if self.after is None:
            return
        seq, proof = self.after
        if last is None or last.seq < seq or (last.seq == seq and last.hash != proof):
            raise Replaced(seq=seq)

    def _append(self, deed: Deed, changes: Changes, after: tuple[int, str]) -> tuple[int, str]:
        last, previous = after
        row = {
            "seq": last + 1,
            "at": deed.at,
            "who": deed.who,
            "command": deed.command,
            "arguments": _text(self._sealer.arguments(deed, changes)),
            "refused": deed.refused,
            "changes": _text(self._sealer.changes(changes)),
            "previous": previous,
        }
        proof = self._hash(row)
        self._connection.execute(into(audit), row | {"hash": proof})
        if records := sorted({change.record for change in changes.noted}):
            told = [{"record": one, "seq": last + 1} for one in records]
            self._connection.execute(into(audit_record), told)
        return last + 1, proof

    def _last(self) -> _End | None:
        found = self._connection.execute(_LAST).one_or_none()
        return None if found is None else _End(*found)

    def _last_alone(self) -> _End | None:
        """Return the last row, when nobody else on the server can append: in one round trip.

        The second statement begins when the first has its lock, and so sees what was committed.
        """
        asked = self._connection.exec_driver_sql(_LAST_ALONE, execution_options=_AS_IT_IS)
        cursor: Any = asked.cursor
        cursor.nextset()
        found = cursor.fetchone()
        asked.close()
        if found is None:
            return None
        seq, proof, at = found
        return _End(seq, proof, datetime.fromisoformat(at))

    def newest(self) -> tuple[int, str]:
        """Return number and hash of the last row; before the first they are those of nothing."""
        last = self._last()
        return (last.seq, last.hash) if last else (0, GENESIS)

    def last_before(self, moment: datetime) -> tuple[int, str, datetime] | None:
        """Return number, hash and moment of the last row before a moment."""
        wanted = select(audit.c.seq, audit.c.hash, audit.c.at).where(audit.c.at < moment)
        found = self._connection.execute(wanted.order_by(audit.c.seq.desc()).limit(1)).one_or_none()
        return (found.seq, found.hash, found.at) if found else None

    def holds(self, seq: int, proof: str) -> bool:
        """Say whether a row is there, with its hash."""
        return bool(proof) and self.proof_of(seq) == proof

    def proof_of(self, seq: int) -> str:
        """Return the hash of a row; empty where there is no such row."""
        return self._connection.scalar(select(audit.c.hash).where(audit.c.seq == seq)) or ""

    def count(self) -> int:
        """Return how many rows the chain has."""
        return self._connection.scalar(select(func.count()).select_from(audit)) or 0

    def broken(self) -> Iterator[int]:
        """Yield the number of each row that does not follow from the one before it."""
        previous, expected, names = GENESIS, 1, audit.c.keys()
        rows = self._connection.execute(
            select(audit).order_by(audit.c.seq), execution_options={"yield_per": 1000}
        )
        for found in rows.mappings():
            row = {name: found[name] for name in names if name != "hash"}
            chained = found["seq"] == expected and found["previous"] == previous
            if not chained or not hmac.compare_digest(found["hash"], self._hash(row)):
                yield found["seq"]
            previous, expected = found["hash"], found["seq"] + 1

    def changes(self) -> Iterator[tuple[int, Change]]:
        """Yield what each row says was changed, with the row's number, the oldest first.

        What is a contact's is told as it was while the contact has its keys.
        """
        rows = self._connection.execute(
            select(audit.c.seq, audit.c.changes).order_by(audit.c.seq),
            execution_options={"yield_per": 100},
        )
        for seq, changes in rows:
            for one in json.loads(changes):
                yield seq, self._sealer.opened(Change(**one))

    def asked(self, commands: Collection[str]) -> Iterator[Deed]:
        """Yield who asked for one of these commands and when, the newest first."""
        wanted = select(audit).where(audit.c.command.in_(commands), audit.c.refused == "")
        for row in self._connection.execute(wanted.order_by(audit.c.seq.desc())):
            arguments = self._sealer.asked(row.command, json.loads(row.arguments))
            yield Deed(row.at, row.who, row.command, arguments, row.refused)

    def _hash(self, row: dict[str, Any]) -> str:
        return hmac.new(self._key, _text(plain(row)).encode(), hashlib.sha256).hexdigest()


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
