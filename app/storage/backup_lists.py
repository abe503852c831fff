"""The list of documents in a backup: an archive without their bytes, and how it is whole again."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from app.storage.backup_manifests import ChangedBackup
from app.storage.backup_packs import read_pack
from app.storage.files import PAGE, File, Use, merge, named_faults, open_file

LIST = "documents.db"
CHUNKS = "content_chunk"
_PUT = f"INSERT INTO {CHUNKS} (content_id, position, bytes) VALUES (?, ?, ?)"  # noqa: S608  a constant


def write_list(file: File, target: Path) -> dict[str, int]:
    """Copy an archive without the bytes of its documents; return each SHA-256 and its size."""
    target.touch(mode=0o600)
    with (
        named_faults(),
        closing(file.open()) as source,
        closing(open_file(target, file.key, Use.WRITE, PAGE)) as copied,
    ):
        source.execute("BEGIN")
        _copy(source, copied)
        copied.execute("COMMIT")
        merge(copied)
        return dict(copied.execute("SELECT sha256, size FROM content").fetchall())


def write_archive(listed: Path, packs: Iterable[Path], target: File) -> None:
    """Write a whole archive: what the list says, with the bytes that the packs hold.

    Raises ChangedBackup when a document is in no pack, and Damaged when its bytes are not its own.
    """
    target.path.touch(mode=0o600)
    with (
        named_faults(),
        closing(open_file(listed, target.key, Use.FROZEN, PAGE)) as source,
        closing(open_file(target.path, target.key, Use.WRITE, target.page)) as archive,
    ):
        _copy(source, archive, chunks=packs, key=target.key)
        archive.execute("COMMIT")
        merge(archive)


def _copy(source: Any, copied: Any, chunks: Iterable[Path] = (), key: bytes = b"") -> None:
    """Copy schema and rows in one transaction, which stays open; indexes and guards come last."""
    copied.execute("PRAGMA foreign_keys=OFF")
    copied.execute("BEGIN IMMEDIATE")
    _copy_schema(source, copied, "table")
    for name in _tables_of(source):
        if name != CHUNKS:
            _copy_rows(source, copied, name)
    if key:
        _fill(copied, chunks, key)
    _copy_schema(source, copied, "index")
    _copy_schema(source, copied, "trigger")


def _fill(archive: Any, packs: Iterable[Path], key: bytes) -> None:
    listed = archive.execute("SELECT sha256, id, size FROM content").fetchall()
    wanted = {name: number for name, number, _size in listed}
    lacking = {name for name, _number, size in listed if size}
    for pack in packs:
        for name, position, piece in read_pack(pack, key, lacking):
            archive.execute(_PUT, (wanted[name], position, piece))
        lacking -= _held(archive, lacking, wanted)
    if lacking:
        raise ChangedBackup(place="", file=min(lacking))


def _held(archive: Any, lacking: set[str], wanted: dict[str, int]) -> set[str]:
    there = f"SELECT 1 FROM {CHUNKS} WHERE content_id = ? LIMIT 1"  # noqa: S608  a constant
    return {name for name in lacking if archive.execute(there, (wanted[name],)).fetchone()}


def _copy_schema(source: Any, target: Any, kind: str) -> None:
    wanted = "SELECT sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL ORDER BY rowid"
    for (sql,) in source.execute(wanted, (kind,)).fetchall():
        target.execute(sql)


def _tables_of(source: Any) -> tuple[str, ...]:
    wanted = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return tuple(name for (name,) in source.execute(wanted).fetchall())


def _copy_rows(source: Any, target: Any, name: str) -> None:
    """Copy the rows of a table, whose name is one that the database itself told."""
    rows = source.execute(f'SELECT * FROM "{name}"')  # noqa: S608  a name of its own schema
    places = ", ".join("?" for _ in rows.description)
    target.executemany(f'INSERT INTO "{name}" VALUES ({places})', rows)  # noqa: S608  as above
