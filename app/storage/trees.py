"""Folders of files that are handed out whole or not at all, and taken in again."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.shared.ids import new_id
from app.storage.exports import PIECE, AlreadyThere, CannotRead, CannotWrite
from app.storage.place import require_outside
from app.storage.platform import sync_folder


class Tree:
    """A folder that is being filled; its files get their names when all is written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: set[Path] = set()

    def write(self, path: str, pieces: Iterable[bytes]) -> int:
        """Write a file, its folders with it, and return its size."""
        target = self._folder.joinpath(*path.split("/"))
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        size = 0
        with target.open("xb") as file:
            for piece in pieces:
                size += file.write(piece)
        return size


@contextmanager
def new_tree(target: Path) -> Iterator[Tree]:
    """Fill a new folder: it is there when everything is, and nothing is left of a failure.

    Raises AlreadyThere, InsideAnOffice, CannotWrite.
    """
    if not target.name:
        raise CannotWrite(file=str(target), reason=os.strerror(errno.EISDIR))
    fresh = target.with_name(f".{target.name[:60]}.{new_id()}.part")
    try:
        require_outside(target)
        if target.exists():
            raise AlreadyThere(file=target.name)
        fresh.mkdir()
        try:
            yield Tree(fresh)
            sync_folder(fresh)
            fresh.rename(target)
            sync_folder(target.parent)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as fault:
        raise CannotWrite(file=str(target), reason=fault.strerror or str(fault)) from fault


def pieces_of(folder: Path, path: str) -> Iterator[bytes]:
    """Yield the bytes of a file under a folder; raises CannotRead, also where it leads outside."""
    target = folder.joinpath(*path.split("/"))
    try:
        if not target.resolve().is_relative_to(folder.resolve()) or not target.is_file():
            raise CannotRead(file=path, reason=os.strerror(errno.ENOENT))
        with target.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece
    except OSError as fault:
        raise CannotRead(file=path, reason=fault.strerror or str(fault)) from fault


def size_of(folder: Path, path: str) -> int | None:
    """Return how large a file under a folder is; none where it is missing or leads outside."""
    target = folder.joinpath(*path.split("/"))
    try:
        is_there = target.resolve().is_relative_to(folder.resolve()) and target.is_file()
        return target.stat().st_size if is_there else None
    except OSError:
        return None


def lines_of(folder: Path, path: str, most: int) -> Iterator[bytes]:
    """Yield the lines of a file under a folder, a longer one cut; raises CannotRead."""
    try:
        with folder.joinpath(path).open("rb") as file:
            while line := file.readline(most):
                yield line
    except OSError as fault:
        raise CannotRead(file=path, reason=fault.strerror or str(fault)) from fault
