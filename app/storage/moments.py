"""Folders of a moment beside an office: held while they are used, and swept when nobody is there.

What is encrypted is prepared on the disk where it will lie. Whoever is killed meanwhile leaves a
folder behind: the next who opens the office, or prepares something there, removes it. Only what
this user made is touched, and never what somebody holds.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.storage.platform import is_mine, lock

PACKING, PRACTICE, UNFINISHED = ".backdesk-", ".practice-", ".unfinished-"
HELD = "held"
YOUNG_SECONDS = 60
"""So long it may take from making a folder to holding it."""
OLD_SECONDS = 86_400
"""Whoever cannot hold a folder, on some network drives, is done with it after so long."""
_OURS = re.compile(r"\.(backdesk|practice|unfinished)-[a-z0-9_]{8}")


@contextmanager
def folder_for_a_moment(prefix: str, near: Path) -> Iterator[Path]:
    """Give a folder of this user alone beside what it is for; it is gone afterwards.

    Raises OSError for what the disk refuses.
    """
    sweep(near)
    made = near / f"{prefix}{os.urandom(4).hex()}"
    made.mkdir(mode=0o700)
    held: int | None = None
    try:
        held = _hold(made)
        yield made
    finally:
        _remove(made, held)


def sweep(near: Path) -> None:
    """Remove the folders of a moment that were left here; what cannot be removed stays."""
    with suppress(OSError), os.scandir(near) as found:
        left = [Path(one.path) for one in found if _OURS.fullmatch(one.name) and _is_ours(one)]
        for path in left:
            with suppress(OSError):
                _sweep(path)


def _is_ours(one: os.DirEntry[str]) -> bool:
    return one.is_dir(follow_symlinks=False) and is_mine(Path(one.path))


def _sweep(path: Path) -> None:
    try:
        held = os.open(path / HELD, os.O_RDWR)
    except FileNotFoundError:
        if _seconds_since(path) > OLD_SECONDS:
            _remove(path, None)
        return
    try:
        is_left = _seconds_since(path / HELD) > YOUNG_SECONDS and lock(held)
    except OSError:
        is_left = False
    if is_left:
        _remove(path, held)
    else:
        os.close(held)


def _hold(made: Path) -> int | None:
    """Hold a folder; None where a disk knows no locks: there it goes by its age."""
    held = os.open(made / HELD, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        lock(held)
    except OSError:
        os.close(held)
        (made / HELD).unlink()
        return None
    return held


def _remove(path: Path, held: int | None) -> None:
    if held is not None:
        os.close(held)
    shutil.rmtree(path, ignore_errors=True)


def _seconds_since(path: Path) -> float:
    """Return how long ago a file, or a folder with what lies right in it, was last changed."""
    inside = list(path.iterdir()) if path.is_dir() else []
    return time.time() - max(one.lstat().st_mtime for one in (path, *inside))
