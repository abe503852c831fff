"""Files handed out: written beside their name first, so that a name never has half a file."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.domain.shared.ids import new_id
from app.domain.shared.refusals import Refusal, Unavailable
from app.storage.place import require_outside
from app.storage.platform import sync_folder

PIECE = 1 << 20


class AlreadyThere(Refusal):
    """A file of that name is already there, and nobody said that it may be replaced."""

    code = "files.already-there"


class CannotWrite(Unavailable):
    """The file cannot be written there: no such folder, no right, no room."""

    code = "files.cannot-write"


class CannotRead(Unavailable):
    """The file cannot be read."""

    code = "files.cannot-read"


def hand_out(pieces: Iterable[bytes], target: Path, *, replace: bool = False) -> None:
    """Write a file whole or not at all; raises AlreadyThere, InsideAnOffice, CannotWrite."""
    if not target.name:
        raise CannotWrite(file=str(target), reason=os.strerror(errno.EISDIR))
    fresh = target.with_name(f".{target.name[:100]}.{new_id()}.part")
    try:
        require_outside(target)
        if target.exists() and not target.is_file():
            raise CannotWrite(file=str(target), reason=os.strerror(errno.EPERM))
        if target.exists() and not replace:
            raise AlreadyThere(file=target.name)
        try:
            _write(pieces, fresh)
            fresh.replace(target)
            sync_folder(target.parent)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as fault:
        raise CannotWrite(file=str(target), reason=fault.strerror or str(fault)) from fault


def taken_in(source: Path) -> Iterator[bytes]:
    """Yield the bytes of a file, piece by piece; raises CannotRead."""
    try:
        if source.exists() and not source.is_file():
            raise CannotRead(file=str(source), reason=os.strerror(errno.EISDIR))
        with source.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece
    except OSError as fault:
        raise CannotRead(file=str(source), reason=fault.strerror or str(fault)) from fault


def _write(pieces: Iterable[bytes], fresh: Path) -> None:
    with fresh.open("xb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
