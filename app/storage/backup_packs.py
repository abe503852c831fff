"""Packs: the bytes of documents in a backup place, each there once, in files that never change.

A pack holds what the place lacked when it was written, so a second backup copies only what is new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from app.domain.shared.refusals import OfficeError
from app.storage.contents import CHUNK, Contents
from app.storage.faults import Damaged
from app.storage.files import PAGE, Use, merge, named_faults, open_file

PACKS = "documents"
_TABLES = (
    "CREATE TABLE content (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL) STRICT",
    "CREATE TABLE chunk (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, bytes BLOB NOT NULL) STRICT",
    "CREATE INDEX ix_chunk ON chunk (sha256, id)",
)


def held_in(packs: Collection[Path], key: bytes) -> dict[str, Path]:
    """Return which documents the packs hold, by SHA-256; a pack that does not open holds none."""
    found: dict[str, Path] = {}
    for path in packs:
        try:
            with named_faults(), closing(open_file(path, key, Use.FROZEN, PAGE)) as pack:
                names = [name for (name,) in pack.execute("SELECT sha256 FROM content")]
        except OfficeError:
            continue
        found |= dict.fromkeys(names, path)
    return found


def write_pack(path: Path, key: bytes, contents: Contents, names: Collection[str]) -> None:
    """Write documents into a new pack, each proved by its SHA-256; raises Damaged."""
    path.touch(mode=0o600)
    with named_faults(), closing(open_file(path, key, Use.WRITE, PAGE)) as pack:
        pack.execute("BEGIN IMMEDIATE")
        for statement in _TABLES:
            pack.execute(statement)
        for name, pieces in contents.get_all(names):
            _write(pack, path, name, pieces)
        pack.execute("COMMIT")
        merge(pack)


def read_pack(path: Path, key: bytes, names: Collection[str]) -> Iterator[tuple[str, int, bytes]]:
    """Yield the chunks of documents in a pack: SHA-256, position from 0, bytes.

    Raises Damaged unless the bytes of each document are those of its SHA-256.
    """
    wanted = frozenset(names)
    with named_faults(), closing(open_file(path, key, Use.FROZEN, PAGE)) as pack:
        known = pack.execute("SELECT sha256 FROM content ORDER BY rowid").fetchall()
        for (name,) in known:
            if name in wanted:
                yield from _chunks(pack, path, name)


def _write(pack: Any, path: Path, name: str, pieces: Iterator[bytes]) -> None:
    digest, size = hashlib.sha256(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
        pack.execute("INSERT INTO chunk (sha256, bytes) VALUES (?, ?)", (name, piece))
    if digest.hexdigest() != name:
        raise Damaged(place=str(path.parent), file=path.name, reason=name)
    pack.execute("INSERT INTO content VALUES (?, ?)", (name, size))


def _chunks(pack: Any, path: Path, name: str) -> Iterator[tuple[str, int, bytes]]:
    digest = hashlib.sha256()
    wanted = "SELECT bytes FROM chunk WHERE sha256 = ? ORDER BY id"
    for position, (piece,) in enumerate(pack.execute(wanted, (name,))):
        digest.update(piece)
        yield name, position, _fitting(piece)
    if digest.hexdigest() != name:
        raise Damaged(place=str(path.parent), file=path.name, reason=name)


def _fitting(piece: bytes) -> bytes:
    if len(piece) > CHUNK:
        raise Damaged(place="", file="", reason=str(len(piece)))
    return piece
