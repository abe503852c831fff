"""Sealed contents: bytes of files behind the wall, each file under a key of its own.

That key is sealed with the key of the person whose file it is, or with that of the forms of the
personnel office where it is nobody's. So who has the files and their key reads no payslip, and
with a person's key the bytes are gone in every copy and backup. What lies there is content like any
other, with a SHA-256 of its own: it is proved, backed up and destroyed unread.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Named,
    Table,
    Text,
    TypedColumns,
    delete,
    insert,
    select,
)

from app.domain.shared.ids import EmployeeId, RecordId
from app.storage.contents import CHUNK, Contents, Stored
from app.storage.lists import slices
from app.storage.person_keys import KEY_BYTES, SealBroken
from app.storage.types import Id, Minor, metadata
from app.storage.wall import Wall

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PROOF = 16
"""So many bytes longer is a sealed piece, which is a whole chunk but for the last of a file."""
NONCE_BYTES = 12
MORE, LAST = b"more", b"last"


class _SealedFile(TypedColumns):
    record_id: Named[int] = Column(Id, ForeignKey("archive_file.id"), primary_key=True)
    employee_id: Named[int] = Column(Id, nullable=False)
    sha256: Named[str] = Column(Text, nullable=False)
    size: Named[int] = Column(Minor, nullable=False)
    sealed: Named[str] = Column(Text, nullable=False)


sealed_file = Table("sealed_file", metadata, _SealedFile)
Index("ix_sealed_file_sha256", sealed_file.c.sha256)


class SealedFile(NamedTuple):
    """How the bytes of a file lie: by which SHA-256, and whose key seals theirs."""

    record_id: RecordId
    whose: EmployeeId
    sha256: str
    size: int
    sealed: str


class Shutting:
    """Bytes on their way behind the wall: yielded sealed; what came in is known afterwards."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.key = secrets.token_bytes(KEY_BYTES)
        self._pieces = pieces
        self._digest = hashlib.sha256()
        self._size = 0

    def __iter__(self) -> Iterator[bytes]:
        cipher, held, number = _cipher(self.key), b"", 0
        for piece in _even(self._counted(), CHUNK - PROOF):
            if held:
                yield cipher.encrypt(_nonce(number), held, MORE)
                number += 1
            held = piece
        yield cipher.encrypt(_nonce(number), held, LAST)

    @property
    def plain(self) -> Stored:
        """What came in: its SHA-256 and size."""
        return Stored(self._digest.hexdigest(), self._size)

    def _counted(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self._digest.update(piece)
            self._size += len(piece)
            yield piece


def opened(key: bytes, pieces: Iterable[bytes], place: str) -> Iterator[bytes]:
    """Yield bytes as they were before they were sealed; raises SealBroken."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  13 ms

    cipher, held, number = _cipher(key), b"", 0
    try:
        for piece in _even(pieces, CHUNK):
            if held:
                yield cipher.decrypt(_nonce(number), held, MORE)
                number += 1
            held = piece
        yield cipher.decrypt(_nonce(number), held, LAST)
    except (InvalidTag, ValueError) as broken:
        raise SealBroken(place=place) from broken


class SealedContents:
    """Puts bytes behind the wall and reads them, acting under the wall of one transaction."""

    def __init__(self, connection: Connection, contents: Contents, wall: Wall) -> None:
        self._connection = connection
        self._contents = contents
        self._wall = wall

    def keep(self, record_id: RecordId, whose: EmployeeId, shut: Shutting, lying: Stored) -> None:
        """Write how the bytes of a file lie, which are safe already."""
        key = base64.b64encode(shut.key).decode()
        row = {
            "record_id": record_id,
            "employee_id": whose,
            "sha256": lying.sha256,
            "size": lying.size,
            "sealed": self._wall.seal(whose, _bound(record_id), key),
        }
        self._connection.execute(insert(sealed_file), row)

    def of(self, record_id: RecordId) -> SealedFile | None:
        """Return how the bytes of a file lie behind the wall; none where they do not."""
        wanted = self._wall.reading(sealed_file).where(sealed_file.c.record_id == record_id)
        found = self._connection.execute(wanted).one_or_none()
        return None if found is None else SealedFile(*found)

    def among(self, ids: Iterable[int]) -> frozenset[int]:
        """Return which of some files lie behind the wall."""
        found: set[int] = set()
        for some in slices(ids):
            mine = sealed_file.c.record_id.in_(some)
            found.update(self._connection.scalars(select(sealed_file.c.record_id).where(mine)))
        return frozenset(found)

    def read(self, file: SealedFile) -> Iterator[bytes]:
        """Yield the bytes of a file; raises BehindWall, KeyGone, SealBroken, Missing."""
        place = _bound(file.record_id)
        key = base64.b64decode(self._wall.unseal(file.whose, place, file.sealed, str))
        yield from opened(key, self._contents.get(file.sha256), place)

    def open_up(self, ids: Collection[int]) -> None:
        """Let files lie open again, whose bytes were put so before."""
        for some in slices(ids):
            self._connection.execute(delete(sealed_file).where(sealed_file.c.record_id.in_(some)))


def _cipher(key: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  13 ms

    return AESGCM(key)


def _nonce(number: int) -> bytes:
    """Return the nonce of a piece; a key seals one file once, so no nonce comes twice."""
    return number.to_bytes(NONCE_BYTES, "big")


def _bound(record_id: int) -> str:
    return f"sealed_file|{record_id}"


def _even(pieces: Iterable[bytes], size: int) -> Iterator[bytes]:
    """Yield the same bytes in pieces of one size, the last one shorter; nothing for nothing."""
    rest = bytearray()
    for piece in pieces:
        rest += piece
        while len(rest) >= size:
            yield bytes(rest[:size])
            del rest[:size]
    if rest:
        yield bytes(rest)
