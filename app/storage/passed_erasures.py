"""Erasures passed on: which persons were erased, in ``erasures.json`` beside an office or backups.

A backup that was made before an erasure holds the person. The list goes beside it, so that who
restores it erases the person again. Nothing in it is personal, and a proof under the key of the
office's files tells who wrote it: nobody erases anybody by writing a file.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from app.storage import place, platform

NAME = "erasures.json"
FORMAT = 1
_KEY = b"erasures|"


class Passed(NamedTuple):
    """That a person was erased, and whether nothing was left."""

    kind: str
    record_id: int
    erased_on: date
    ended_on: date | None = None


def read_passed(folder: Path, key: bytes) -> tuple[Passed, ...]:
    """Return the list in a folder; none where there is no list, or one that is not ours."""
    try:
        told = json.loads((folder / NAME).read_text(encoding="utf-8"))
        text = json.dumps(told["erasures"])
        if told["format"] == FORMAT and hmac.compare_digest(told["proof"], _proof(key, text)):
            return tuple(map(_passed, told["erasures"]))
    except (OSError, ValueError, KeyError, TypeError):
        pass  # who restores goes on: the list is a help, the backup is what counts
    return ()


def pass_on(folder: Path, key: bytes, known: Iterable[Passed]) -> None:
    """Write the list into a folder, whole or not at all, with what is known there already."""
    both = {(one.kind, one.record_id): one for one in read_passed(folder, key)}
    both |= {(one.kind, one.record_id): one for one in known}
    if not both:
        return
    rows = [list(_told(one)) for _whose, one in sorted(both.items())]
    told = {"format": FORMAT, "erasures": rows, "proof": _proof(key, json.dumps(rows))}
    try:
        platform.write_whole(folder / NAME, json.dumps(told, indent=1).encode())
    except OSError as refused:
        raise place.fault_of_os(refused, folder / NAME) from refused


def drop_passed(folder: Path) -> None:
    """Remove the list of a folder: all of it was done."""
    with suppress(FileNotFoundError):
        (folder / NAME).unlink()


def _told(one: Passed) -> Iterator[object]:
    yield one.kind
    yield one.record_id
    yield one.erased_on.isoformat()
    yield one.ended_on.isoformat() if one.ended_on else None


def _passed(told: list[str | int | None]) -> Passed:
    kind, record_id, erased_on, ended_on = told
    ended = date.fromisoformat(str(ended_on)) if ended_on else None
    return Passed(str(kind), int(record_id or 0), date.fromisoformat(str(erased_on)), ended)


def _proof(key: bytes, text: str) -> str:
    return hmac.new(hashlib.sha256(_KEY + key).digest(), text.encode(), hashlib.sha256).hexdigest()
