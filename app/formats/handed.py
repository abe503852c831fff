"""The manifest of an exported archive.

``manifest.json`` is JSON with one entry on each line, so that it is written and read one by one;
its last line bears the SHA-256 of all before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.archive.document import Document, Link, Version
from app.domain.archive.foldering import is_inside
from app.domain.archive.holds import Hold
from app.domain.archive.kinds import CustomField, DocumentType, Tag
from app.domain.archive.record import Record
from app.domain.archive.serials import Binder, SerialRange
from app.domain.contacts.contact import Contact
from app.domain.shared.codec import parsed, plain
from app.domain.shared.refusals import Refusal

FORMAT, VERSION = "backdesk-archive", 1
MANIFEST = "manifest.json"
LONGEST_LINE = 16 << 20


class NotAnExport(Refusal):
    """The folder holds no manifest that can be read."""

    code = "handing-out.not-an-export"


class Tampered(Refusal):
    """Something of an export is missing or is not as it was written."""

    code = "handing-out.tampered"


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A version of a document, and where its file lies; bytes that were destroyed lie nowhere."""

    version: Version
    record: Record
    path: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """A document with everything that goes out with it; the first version comes first."""

    document: Document
    files: tuple[HandedFile, ...]
    links: tuple[Link, ...] = ()


Entry = DocumentType | Tag | CustomField | Contact | Binder | SerialRange | Handed | Hold
KINDS: Mapping[str, type[Entry]] = {
    "type": DocumentType,
    "tag": Tag,
    "field": CustomField,
    "contact": Contact,
    "binder": Binder,
    "range": SerialRange,
    "document": Handed,
    "hold": Hold,
}
_NAMES = {kind: name for name, kind in KINDS.items()}


def written(entries: Iterable[Entry], company: str, made_at: datetime) -> Iterator[bytes]:
    """Yield the lines of a manifest."""
    digest, count = hashlib.sha256(), 0
    begin = {"format": FORMAT, "version": VERSION, "company": company, "made_at": plain(made_at)}
    line = (json.dumps(begin, ensure_ascii=False)[:-1] + ', "entries": [\n').encode()
    for entry in entries:
        digest.update(line)
        yield line
        told = json.dumps({_NAMES[type(entry)]: plain(entry)}, ensure_ascii=False)
        line = (("," if count else "") + told + "\n").encode()
        count += 1
    digest.update(line)
    yield line
    yield f'], "count": {count}, "sha256": "{digest.hexdigest()}"}}\n'.encode()


@dataclass(frozen=True, slots=True)
class Head:
    """Whose archive was exported, and when."""

    company: str
    made_at: datetime


def head(lines: Iterable[bytes]) -> Head:
    """Return what a manifest says of itself; raises NotAnExport."""
    told = _head(next(iter(lines), b""))
    try:
        return Head(parsed(str, told.get("company")), parsed(datetime, told.get("made_at")))
    except Refusal:
        raise NotAnExport(folder=MANIFEST, reason="company, made_at") from None


def read(lines: Iterable[bytes]) -> Iterator[Entry]:
    """Yield the entries of a manifest; raises NotAnExport, or Tampered at the end at the latest."""
    digest, count, last = hashlib.sha256(), -1, b""
    rest = iter(lines)
    for line in rest:
        if count >= 0 and last:
            yield _entry(last)
        if line.startswith(b"]"):
            _require_end(line + next(rest, b""), digest.hexdigest(), count)
            return
        digest.update(line)
        if count < 0:
            _head(line)
        count += 1
        last = line if count else b""
    raise Tampered(file=MANIFEST)


def _head(line: bytes) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(line.rstrip() + b"]}")
        found = (told.get("format"), told.get("version"))
    except (ValueError, AttributeError, RecursionError):
        raise NotAnExport(folder=MANIFEST, reason="JSON") from None
    if found != (FORMAT, VERSION):
        raise NotAnExport(folder=MANIFEST, reason=f"{found[0]} {found[1]}"[:80])
    return told


def _require_end(line: bytes, digest: str, count: int) -> None:
    if line != f'], "count": {count}, "sha256": "{digest}"}}\n'.encode():
        raise Tampered(file=MANIFEST)


def _entry(line: bytes) -> Entry:
    try:
        data: Any = json.loads(line.lstrip(b","))
        ((name, told),) = data.items()
        found: Entry = parsed(KINDS[name], told)
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError, Refusal):
        raise Tampered(file=MANIFEST) from None
    if isinstance(found, Handed):
        _require_paths(found)
    return found


def _require_paths(one: Handed) -> None:
    """Raise Tampered when a path leads out of the folder, or a document has no files."""
    if not one.files or not all(not file.path or is_inside(file.path) for file in one.files):
        raise Tampered(file=MANIFEST)
