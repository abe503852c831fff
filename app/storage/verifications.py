"""Verifications: each one that read the archive, how far it came, and what it found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Named,
    Row,
    Select,
    Table,
    Text,
    TypedColumns,
    func,
    insert,
    or_,
    select,
    update,
)

from app.domain.archive.document import DocumentState
from app.domain.archive.proof import Damage, Finding, Proof, Wrong
from app.domain.shared.ids import DocumentId, ProofId, RecordId
from app.storage.archive import archive_file
from app.storage.contents import Contents
from app.storage.document_tables import document, document_version
from app.storage.lists import slices, spine_of
from app.storage.sealed_contents import sealed_file
from app.storage.server_rows import housework
from app.storage.types import EnumText, Id, Instant, Minor, Whole, metadata


class _Proof(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    begun_at: Named[datetime] = Column(Instant, nullable=False)
    who: Named[str] = Column(Text, nullable=False)
    last: Named[int] = Column(Id, nullable=False)
    checked: Named[int] = Column(Whole, nullable=False)
    size: Named[int] = Column(Minor, nullable=False)
    ended_at: Named[datetime | None] = Column(Instant)


class _Finding(TypedColumns):
    proof_id: Named[int] = Column(Id, ForeignKey("proof.id"), primary_key=True)
    record_id: Named[int] = Column(Id, ForeignKey("archive_file.id"), primary_key=True)
    document_id: Named[int | None] = Column(Id)
    name: Named[str] = Column(Text, nullable=False)
    title: Named[str] = Column(Text, nullable=False)
    damage: Named[Damage] = Column(EnumText(Damage), nullable=False)
    piece: Named[int] = Column(Whole, nullable=False)
    pieces: Named[int] = Column(Whole, nullable=False)


proof = Table("proof", metadata, _Proof)
proof_finding = Table("proof_finding", metadata, _Finding, sqlite_with_rowid=False)

LYING = func.coalesce(sealed_file.c.sha256, archive_file.c.sha256)
"""By which SHA-256 the bytes of a file lie."""
_FILES = (
    archive_file.c.id,
    archive_file.c.name,
    LYING.label("sha256"),
    document.c.id.label("document_id"),
    document.c.title,
)


class VerificationStore:
    """Reads and writes verifications, and names whose bytes are wrong, on one open connection."""

    def __init__(self, connection: Connection, contents: Contents) -> None:
        self._connection = connection
        self._contents = contents

    def newest(self, count: int = 1) -> tuple[Proof, ...]:
        """Return the last verifications, the newest first."""
        wanted = select(proof).order_by(proof.c.id.desc()).limit(max(0, count))
        return tuple(map(self._proof, self._connection.execute(wanted).all()))

    def get(self, proof_id: ProofId) -> Proof | None:
        """Return a verification, or none."""
        row = self._connection.execute(select(proof).where(proof.c.id == proof_id)).one_or_none()
        return self._proof(row) if row is not None else None

    def save(self, one: Proof) -> None:
        """Write a verification as far as it came."""
        row = {name: getattr(one, name) for name in one.__slots__ if name != "findings"}
        before = self.get(one.id)
        if before is None:
            self._connection.execute(insert(proof), row)
        else:
            self._connection.execute(update(proof).where(proof.c.id == one.id).values(row))
        known = {finding.record_id for finding in before.findings} if before else set()
        fresh = [
            {"proof_id": one.id} | {name: getattr(found, name) for name in found.__slots__}
            for found in one.findings
            if found.record_id not in known
        ]
        if fresh:
            self._connection.execute(insert(proof_finding), fresh)

    def named(self, wrong: Iterable[Wrong]) -> tuple[Finding, ...]:
        """Return whose bytes these are; what was given up is not missed."""
        found: list[Finding] = []
        by_hash: Mapping[str, Wrong] = {one.sha256: one for one in wrong}
        for some in slices(by_hash):
            wanted = _kept_files().where(LYING.in_(some))
            found.extend(_finding(row, by_hash[row.sha256]) for row in self._rows(wanted))
        return tuple(found)

    def missing(self) -> tuple[Finding, ...]:
        """Return every file of a document that is kept and whose bytes are not there at all."""
        with housework(self._connection):
            ids = spine_of(self._connection, select(archive_file.c.id).order_by(archive_file.c.id))
        return tuple(found for some in slices(ids) for found in self._missing(some))

    def _missing(self, ids: Collection[int]) -> Iterator[Finding]:
        rows = self._rows(_kept_files().where(archive_file.c.id.in_(ids)))
        there = self._contents.there({row.sha256 for row in rows})
        for row in rows:
            if row.sha256 not in there:
                yield _finding(row, Wrong(row.sha256, Damage.MISSING))

    def _rows(self, wanted: Select[*tuple[Any, ...]]) -> list[Row[Any]]:
        with housework(self._connection):
            return list(self._connection.execute(wanted.order_by(archive_file.c.id)))

    def _proof(self, row: Row[Any]) -> Proof:
        mine = select(proof_finding).where(proof_finding.c.proof_id == row.id)
        findings = self._connection.execute(mine.order_by(proof_finding.c.record_id))
        return Proof(
            id=ProofId(row.id),
            begun_at=row.begun_at,
            who=row.who,
            last=row.last,
            checked=row.checked,
            size=row.size,
            ended_at=row.ended_at,
            findings=tuple(
                Finding(
                    RecordId(one.record_id),
                    None if one.document_id is None else DocumentId(one.document_id),
                    one.name,
                    one.title,
                    one.damage,
                    one.piece,
                    one.pieces,
                )
                for one in findings
            ),
        )


def _kept_files() -> Select[*tuple[Any, ...]]:
    """Return a query of the files that are not those of a document that was given up."""
    return (
        select(*_FILES)
        .outerjoin(sealed_file, sealed_file.c.record_id == archive_file.c.id)
        .outerjoin(document_version, document_version.c.file_id == archive_file.c.id)
        .outerjoin(document, document.c.id == document_version.c.document_id)
        .where(or_(document.c.id.is_(None), document.c.state != DocumentState.DISPOSED))
    )


def _finding(row: Row[Any], wrong: Wrong) -> Finding:
    return Finding(
        RecordId(row.id),
        None if row.document_id is None else DocumentId(row.document_id),
        row.name,
        row.title or row.name,
        wrong.damage,
        wrong.piece,
        wrong.pieces,
    )
