"""Folders of the machine: what lies in them and has come to rest, read without being disturbed.

Nothing here watches: whoever wants to know looks again. So it works on every system, on sticks and
on the shares of a network; a file is at rest when two looks found it the same.
"""

from __future__ import annotations

import os
import platform
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.archive.file_names import is_passing, written_path
from app.domain.archive.receiving import (
    TAKEN,
    Empty,
    FolderGone,
    NotAFile,
    NotCleared,
    StillWritten,
    TooDeep,
)
from app.domain.shared.refusals import OfficeError

PIECE = 1 << 20
DEEPEST = 16
MOST_FILES = 50_000
OFFICE_SUFFIX = ".backdesk"
_REPARSE = getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)
_HIDDEN = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 0)


@dataclass(frozen=True, slots=True)
class Lying:
    """A file as it lay at a look; ``place`` is its path within the folder, ``modified`` in ns."""

    path: Path
    place: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a folder: files, and what cannot be taken in, with the reason."""

    files: tuple[Lying, ...]
    odd: tuple[tuple[Path, OfficeError], ...]


def machine() -> str:
    """Return the name of this computer."""
    return platform.node()


def list_folder(folder: Path) -> Listing:
    """Return what lies in a folder and in those below it, links never followed.

    Raises FolderGone. What is hidden, half written or taken already is left out.
    """
    files: list[Lying] = []
    odd: list[tuple[Path, OfficeError]] = []
    waiting = [(folder, 0)]
    while waiting and len(files) < MOST_FILES:
        place, depth = waiting.pop()
        try:
            with os.scandir(place) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as fault:
            gone = FolderGone(folder=str(place), reason=fault.strerror or str(fault))
            if place == folder:
                raise gone from fault
            odd.append((place, gone))
            continue
        for entry in found:
            _sort(entry, folder, depth, (files, odd, waiting))
    return Listing(tuple(files), tuple(odd))


def lying_at(path: Path) -> Lying:
    """Return a file that somebody named; raises NotAFile, Empty, OSError."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise NotAFile(file=path.name)
    return _require_bytes(Lying(path, path.name, found.st_size, found.st_mtime_ns))


def pieces(lying: Lying) -> Iterator[bytes]:
    """Yield the bytes of a file; raises Empty, StillWritten when it is not as it lay, OSError."""
    _require_bytes(lying)
    read = 0
    with lying.path.open("rb") as file:
        _require_same(lying, os.fstat(file.fileno()))
        while piece := file.read(PIECE):
            read += len(piece)
            if read > lying.size:
                raise StillWritten(file=lying.path.name)
            yield piece
        _require_same(lying, os.fstat(file.fileno()))
    if read != lying.size:
        raise StillWritten(file=lying.path.name)


def is_free(lying: Lying) -> bool:
    """Say whether nobody has a file open, where the system tells: only Windows does."""
    if os.name != "nt":
        return True
    try:
        lying.path.rename(lying.path)
    except OSError:
        return False
    return True


def put_away(lying: Lying, folder: Path) -> None:
    """Move a file into the folder of those taken; raises StillWritten, NotCleared.

    Nothing that lies there is written over. A file that was changed meanwhile goes back.
    """
    try:
        _require_same(lying, lying.path.lstat())
        target = _free_place(folder / TAKEN / lying.path.relative_to(folder))
        lying.path.replace(target)
        try:
            _require_same(lying, target.lstat())
        except StillWritten:
            if not lying.path.exists():
                target.replace(lying.path)
            raise
    except FileNotFoundError:
        return
    except OSError as fault:
        raise NotCleared(file=lying.path.name, reason=fault.strerror or str(fault)) from fault


def remove(lying: Lying) -> None:
    """Delete a file; raises StillWritten, NotCleared."""
    try:
        _require_same(lying, lying.path.lstat())
        lying.path.unlink()
    except FileNotFoundError:
        return
    except OSError as fault:
        raise NotCleared(file=lying.path.name, reason=fault.strerror or str(fault)) from fault


class Watch:
    """One folder looked at again and again: which of its files have come to rest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._before: dict[str, tuple[int, int]] = {}

    def look(self) -> tuple[Listing, tuple[Lying, ...]]:
        """Return what lies there, and the files that lay there just so at the look before.

        Raises FolderGone; what comes back then has to come to rest again.
        """
        before, self._before = self._before, {}
        listing = list_folder(self.folder)
        self._before = {one.place: (one.size, one.modified) for one in listing.files}
        at_rest = (
            one for one in listing.files if before.get(one.place) == (one.size, one.modified)
        )
        return listing, tuple(one for one in at_rest if is_free(one))


_Found = tuple[list[Lying], list[tuple[Path, OfficeError]], list[tuple[Path, int]]]


def _sort(entry: os.DirEntry[str], folder: Path, depth: int, found: _Found) -> None:
    """Put an entry of a folder to the files, the odd ones, or the folders to look into."""
    files, odd, waiting = found
    path = Path(entry.path)
    try:
        known = entry.stat(follow_symlinks=False)
    except OSError:
        return
    if is_passing(entry.name) or getattr(known, "st_file_attributes", 0) & _HIDDEN:
        return
    if stat.S_ISREG(known.st_mode):
        place = written_path(path.relative_to(folder).as_posix())
        files.append(Lying(path, place, known.st_size, known.st_mtime_ns))
    elif not stat.S_ISDIR(known.st_mode) or _is_link(known):
        odd.append((path, NotAFile(file=entry.name)))
    elif depth == DEEPEST:
        odd.append((path, TooDeep(file=entry.name, most=DEEPEST)))
    elif (depth or entry.name != TAKEN) and path.suffix != OFFICE_SUFFIX:
        waiting.append((path, depth + 1))


def _is_link(known: os.stat_result) -> bool:
    """Say whether a folder is a door to another one: a junction of Windows."""
    return bool(getattr(known, "st_file_attributes", 0) & _REPARSE)


def _require_bytes(lying: Lying) -> Lying:
    if lying.size == 0:
        raise Empty(file=lying.path.name)
    return lying


def _require_same(lying: Lying, now: os.stat_result) -> None:
    same = (lying.size, lying.modified) == (now.st_size, now.st_mtime_ns)
    if not same or not stat.S_ISREG(now.st_mode):
        raise StillWritten(file=lying.path.name)


def _free_place(wanted: Path) -> Path:
    """Make an empty file of a name that nothing has: ``bill.pdf``, else ``bill (2).pdf``.

    An empty one that lies there is ours: whoever made it was killed before the file came.
    """
    wanted.parent.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        name = f"{wanted.stem} ({number}){wanted.suffix}" if number > 1 else wanted.name
        place = wanted.with_name(name)
        try:
            place.open("xb").close()
        except FileExistsError:
            if place.stat().st_size == 0:
                return place
            number += 1
        else:
            return place
