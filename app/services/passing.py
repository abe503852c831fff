"""Files that only pass: in a folder of this user alone, which every start empties.

What a start finds there was left by one that was killed: it is removed unless somebody holds it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path

from app.domain.shared.refusals import Unavailable
from app.outside import preferences
from app.storage.platform import lock

FOLDER = "passing"
_HELD = "held"


class NoRoom(Unavailable):
    """No file can be put into the user's own folder for a moment; ``reason`` says why."""

    code = "passing.no-room"


class Passing:
    """A folder for files of a moment: gone when it is removed or forgotten, held until then."""

    def __init__(self) -> None:
        try:
            self.path = Path(tempfile.mkdtemp(dir=_own_place()))
            held = os.open(self.path / _HELD, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as fault:
            raise NoRoom(reason=fault.strerror or str(fault)) from fault
        lock(held)
        self.remove = weakref.finalize(self, _remove, self.path, held)


def place() -> Path:
    """Return where files that pass lie."""
    return preferences.place().parent / FOLDER


def wipe() -> None:
    """Remove what starts that were killed left behind."""
    with suppress(OSError):
        left = list(os.scandir(_own_place()))
        for entry in left:
            _wipe(Path(entry.path), is_folder=entry.is_dir(follow_symlinks=False))


def _own_place() -> Path:
    folder = place()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def _wipe(path: Path, *, is_folder: bool) -> None:
    if not is_folder:
        path.unlink(missing_ok=True)
        return
    try:
        held = os.open(path / _HELD, os.O_RDWR)
    except OSError:
        shutil.rmtree(path, ignore_errors=True)
        return
    if lock(held):
        _remove(path, held)
    else:
        os.close(held)


def _remove(path: Path, held: int) -> None:
    os.close(held)
    shutil.rmtree(path, ignore_errors=True)
