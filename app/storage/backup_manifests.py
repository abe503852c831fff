"""Manifests: what a backup consists of, proved with the key of the office's files."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from app import VERSION
from app.domain.admin.backup import Backup
from app.domain.shared.codec import NotFitting, parsed, plain
from app.domain.shared.refusals import Unavailable

MANIFEST = "manifest.json"
FORMAT = 1
PRODUCT = "backdesk-backup"
LARGEST = 16 << 20
_BOUND_TO = b"backdesk: manifest of a backup"


class NotABackup(Unavailable):
    """The folder holds no backup of an office that this program can read."""

    code = "backup.not-a-backup"


class ChangedBackup(Unavailable):
    """A file of the backup was changed, cut short or is missing; nothing was restored from it."""

    code = "backup.changed"


class OtherKeys(Unavailable):
    """The backup was made when the office had other keys; it opens with what opened it then."""

    code = "backup.other-keys"


@dataclass(frozen=True, slots=True)
class FilePart:
    """A file of a backup: its name in the backup or, of a pack, in the place."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is, its own files, and the packs of documents that it needs."""

    backup: Backup
    files: tuple[FilePart, ...]
    packs: tuple[FilePart, ...]
    version: str = VERSION


def write_manifest(folder: Path, manifest: Manifest, key: bytes) -> Path:
    """Write the manifest of a backup with its proof."""
    told = plain(manifest)
    whole = {
        "product": PRODUCT,
        "format": FORMAT,
        "keys": _sign_of(key),
        "manifest": told,
        "proof": _proof(told, key),
    }
    path = folder / MANIFEST
    path.write_text(json.dumps(whole, indent=1, ensure_ascii=False), encoding="utf-8")
    return path


def read_manifest(folder: Path) -> Manifest:
    """Return what a backup says of itself, not proved; raises NotABackup."""
    return _told(folder)[0]


def proved_manifest(folder: Path, key: bytes) -> Manifest:
    """Return what a backup says of itself, proved.

    Raises NotABackup, OtherKeys, or ChangedBackup unless it is as it was written.
    """
    manifest, told, proof = _told(folder)
    if proof.keys != _sign_of(key):
        raise OtherKeys(place=str(folder))
    if not hmac.compare_digest(_proof(told, key), proof.text):
        raise ChangedBackup(place=str(folder), file=MANIFEST)
    return manifest


def manifests_in(home: Path) -> Iterator[tuple[Path, Manifest]]:
    """Yield the backups of a place that can be read; what is unfinished is no backup."""
    if not home.is_dir():
        return
    for folder in sorted(home.iterdir()):
        if folder.is_dir() and (folder / MANIFEST).exists():
            try:
                yield folder, read_manifest(folder)
            except NotABackup:
                continue


def part_of(path: Path) -> FilePart:
    """Return a file as a manifest names it."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FilePart(path.name, path.stat().st_size, digest)


def require_part(folder: Path, part: FilePart) -> Path:
    """Return the path of a part; raises ChangedBackup unless it is what the manifest says."""
    path = folder / part.name
    if Path(part.name).name != part.name or not path.is_file() or part_of(path) != part:
        raise ChangedBackup(place=str(folder), file=part.name)
    return path


class _Proof(NamedTuple):
    """By which keys a manifest is proved, and its proof."""

    keys: str
    text: str


def _told(folder: Path) -> tuple[Manifest, object, _Proof]:
    path = folder / MANIFEST
    try:
        whole = _whole(path)
        manifest: Manifest = parsed(Manifest, whole["manifest"])
        return manifest, whole["manifest"], _Proof(str(whole["keys"]), str(whole["proof"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, NotFitting) as wrong:
        raise NotABackup(place=str(folder), reason=str(wrong)) from wrong


def _whole(path: Path) -> dict[str, Any]:
    if path.stat().st_size > LARGEST:
        raise ValueError(path.stat().st_size)
    whole: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if (whole["product"], whole["format"]) != (PRODUCT, FORMAT):
        raise ValueError(whole["product"], whole["format"])
    return whole


def _sign_of(key: bytes) -> str:
    """Return a sign by which a key is known again, and which tells nothing of it."""
    return hmac.digest(key, b"backdesk: sign of the key of a backup", hashlib.sha256).hex()[:16]


def _proof(told: object, key: bytes) -> str:
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.new(key, _BOUND_TO + text.encode(), hashlib.sha256).hexdigest()
