"""Packing: a whole office as one file to carry, and back."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app import VERSION
from app.domain.shared.refusals import Unavailable
from app.storage import migrations, place
from app.storage.copying import beside, copy_file, files_of, publish
from app.storage.database import Database
from app.storage.files import File, named_faults
from app.storage.identity import PRODUCT
from app.storage.place import CONTENTS, KEYS, ROWS, Exists

MANIFEST = "manifest.json"
FORMAT = 1
PIECE = 1 << 20
PARTS = (KEYS, ROWS, CONTENTS)
LARGEST_MANIFEST = 64 << 10


@dataclass(frozen=True, slots=True)
class Part:
    """What a manifest says of one file."""

    size: int
    sha256: str


class NotAPack(Unavailable):
    """The file is no packed office."""

    code = "pack.not-a-pack"


class ChangedPack(Unavailable):
    """The packed office was changed or cut short on its way; nothing of it was unpacked."""

    code = "pack.broken"


def pack(database: Database, target: Path) -> Path:
    """Write an open office into one new file, as it stands now, while others go on working.

    Raises Exists, InsideAnOffice, OnAServer, Damaged or what the disk refuses; then there is
    no file.
    """
    files = files_of(database)
    place.require_outside(target)
    if target.exists():
        raise Exists(place=str(target))
    with beside(target) as folder:
        copies = tuple(copy_file(file, folder / file.path.name) for file in files)
        keys = folder / KEYS
        keys.write_bytes((files[0].path.parent / KEYS).read_bytes())
        parts = (keys, *(copy.path for copy in copies))
        manifest = _manifest(parts, _newest(copies[0]))
        publish(_zipped(folder / "packed", manifest, parts), target)
    return target


def unpack(source: Path, target: Path) -> Path:
    """Write a packed office into a new folder, once it has proved to be unchanged.

    Raises Exists, NotAPack, ChangedPack, UnsafePlace or what the disk refuses; then there is no
    folder.
    """
    place.require_safe(target)
    with _pack_of(source) as opened:
        told = _told(opened, source)
        place.new_folder(target)
        try:
            for name in PARTS:
                _extract(opened, name, target / name, told[name])
            place.finish(target)
        except BaseException:
            place.throw_away(target)
            raise
    return target


def _newest(rows: File) -> tuple[int, str]:
    """Return the head of the audit's chain in a copy."""
    newest = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"
    with named_faults(), closing(rows.open()) as connection:
        return tuple(connection.execute(newest).fetchone() or (0, ""))


def _manifest(parts: tuple[Path, ...], chain: tuple[int, str]) -> bytes:
    files = {part.name: {"size": part.stat().st_size, "sha256": _digest(part)} for part in parts}
    told = {
        "product": PRODUCT,
        "format": FORMAT,
        "version": VERSION,
        "revision": migrations.HEAD,
        "chain": {"seq": chain[0], "hash": chain[1]},
        "files": files,
    }
    return json.dumps(told, indent=1).encode()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _zipped(target: Path, manifest: bytes, parts: tuple[Path, ...]) -> Path:
    """Write the one file; nothing is compressed, because what is encrypted cannot be."""
    with target.open("xb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as zipped:
            zipped.writestr(MANIFEST, manifest)
            for part in parts:
                zipped.write(part, part.name)
        file.flush()
        os.fsync(file.fileno())
    return target


@contextmanager
def _pack_of(source: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(source) as opened:
            yield opened
    except zipfile.BadZipFile as broken:
        raise NotAPack(place=str(source), reason=str(broken)) from broken
    except OSError as refused:
        raise place.fault_of_os(refused, source) from refused


def _told(opened: zipfile.ZipFile, source: Path) -> Mapping[str, Part]:
    """Return what the manifest says of each part; raises NotAPack unless it is ours and whole."""
    entries = {entry.filename: entry for entry in opened.infolist()}
    try:
        parts = _parts(opened, entries)
    except (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile) as wrong:
        raise NotAPack(place=str(source), reason=str(wrong)) from wrong
    return parts


def _parts(opened: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo]) -> Mapping[str, Part]:
    if entries.keys() != {MANIFEST, *PARTS} or entries[MANIFEST].file_size > LARGEST_MANIFEST:
        raise ValueError(MANIFEST)
    told = json.loads(opened.read(MANIFEST))
    if told["product"] != PRODUCT or told["format"] != FORMAT:
        raise ValueError(told["product"], told["format"])
    return {name: _part(told["files"][name], entries[name]) for name in PARTS}


def _part(told: Mapping[str, Any], entry: zipfile.ZipInfo) -> Part:
    if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != told["size"]:
        raise ValueError(entry.filename)
    return Part(int(told["size"]), str(told["sha256"]))


def _extract(opened: zipfile.ZipFile, name: str, target: Path, told: Part) -> None:
    """Write a part; raises ChangedPack when it is not what the manifest says."""
    digest = hashlib.sha256()
    try:
        with opened.open(name) as source, target.open("xb") as file:
            while piece := source.read(PIECE):
                digest.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
    except (zipfile.BadZipFile, EOFError) as broken:
        raise ChangedPack(file=name, reason=str(broken)) from broken
    if digest.hexdigest() != told.sha256:
        raise ChangedPack(file=name, reason="sha256")
