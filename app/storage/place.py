"""The place of an office: its folder, what lies in it, and whether it may be written."""

from __future__ import annotations

import errno
import os
import shutil
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from app.domain.shared.refusals import OfficeError, Refusal, Unavailable
from app.storage import platform
from app.storage.faults import CannotOpen, DiskFailed, DiskFull, NotWritable, Replaced
from app.storage.identity import NotAnOffice
from app.storage.presence import Presence

SERVER = "postgresql"
DRIVER = "postgresql+psycopg"
ROWS = "office.db"
CONTENTS = "archive.db"
KEYS = "keys.json"
BALLAST = "ballast"
UNFINISHED = "unfinished"
BALLAST_BYTES = 32 << 20
PAGES = {ROWS: 4096, CONTENTS: 32_768}
"""How many bytes of each file are encrypted together: of large contents more, which is faster."""


class Exists(Refusal):
    """Something lies there already; an office never overwrites anything."""

    code = "place.exists"


class Unfinished(Unavailable):
    """The office was being made when the machine stopped; there is nothing in it yet."""

    code = "place.unfinished"


class Incomplete(Unavailable):
    """A file of the office is missing or shorter than it says."""

    code = "place.incomplete"


class BeingUpgraded(Unavailable):
    """Another desk is bringing the office up to date; it opens when that is done."""

    code = "place.being-upgraded"


class UnsafePlace(Refusal):
    """The folder lies where an open office would be damaged: a network drive or a cloud folder."""

    code = "place.unsafe"


class InsideAnOffice(Refusal):
    """The file would lie in an office folder, where it could replace a part of the office."""

    code = "files.inside-an-office"


@dataclass(slots=True)
class Folder:
    """An office's folder while it is open."""

    path: Path
    presence: Presence | None
    reading_because: Mapping[str, object] | None = None
    is_full: bool = False
    identity: tuple[tuple[int, int], ...] = field(init=False)

    def __post_init__(self) -> None:
        self.identity = _identity(self.path)
        if self.reading_because is None and not self.is_full:
            keep_ballast(self.path)

    @property
    def was_unclean(self) -> bool:
        """Say whether whoever had the office before us died in it."""
        return self.presence is not None and self.presence.was_unclean

    def note(self, fault: OfficeError) -> None:
        """Hear of a fault; a full disk ends writing and is given room to read by the ballast."""
        if isinstance(fault, DiskFull) and not self.is_full:
            self.is_full = True
            release_ballast(self.path)

    def require_writable(self) -> None:
        """Raise NotWritable, DiskFull or Replaced when nothing may be written now."""
        facts = self.read_only_facts()
        if self.is_full:
            raise DiskFull(**(facts or {}))
        if facts is not None:
            raise NotWritable(**facts)
        if _identity(self.path) != self.identity:
            raise Replaced(place=str(self.path))

    def read_only_facts(self) -> Mapping[str, object] | None:
        """Return why nothing may be written; a disk that has room again may be."""
        if self.reading_because is not None:
            return self.reading_because
        if self.is_full:
            free = platform.free_bytes(self.path)
            if free < 2 * BALLAST_BYTES:
                return {"why": "disk-full", "place": str(self.path), "free": free}
            keep_ballast(self.path)
            self.is_full = False
        return None

    def leave(self) -> None:
        """Let others have the folder."""
        if self.presence is not None:
            self.presence.leave()


class Guest(Protocol):
    """Who goes when the office is closed."""

    def close(self) -> None:
        """Go."""


@dataclass(slots=True)
class Server:
    """An office on a PostgreSQL server, which minds its own disk and its many clerks."""

    url: str
    moved_to: str = ""
    was_unclean: bool = False
    desk: str = field(default_factory=lambda: uuid.uuid4().hex)
    guests: list[Guest] = field(default_factory=list)

    def note(self, fault: OfficeError) -> None:
        """Nothing to do: the server is asked anew each time."""

    def require_writable(self) -> None:
        """Raise NotWritable where the office was moved; else the server refuses by itself."""
        if (facts := self.read_only_facts()) is not None:
            raise NotWritable(**facts)

    def read_only_facts(self) -> Mapping[str, object] | None:
        """Return where the office was moved to, or none."""
        return {"why": "moved", "place": self.url, "to": self.moved_to} if self.moved_to else None

    def leave(self) -> None:
        """Let those go who listened here."""
        while self.guests:
            self.guests.pop().close()


def new_folder(path: Path) -> None:
    """Make the folder of a new office, marked unfinished.

    Raises Exists when there is anything of that name, also when another makes it this instant.
    """
    try:
        path.mkdir(mode=0o700)
        (path / UNFINISHED).touch()
    except FileExistsError:
        raise Exists(place=str(path)) from None
    except OSError as refused:
        raise fault_of_os(refused, path) from refused


def finish(path: Path) -> None:
    """Say that everything of a new office is there, and make that durable."""
    platform.sync_folder(path)
    (path / UNFINISHED).unlink()
    platform.sync_folder(path)
    platform.sync_folder(path.parent)


def throw_away(path: Path) -> None:
    """Remove the folder that we have just made and could not fill."""
    shutil.rmtree(path, ignore_errors=True)


def require_office(path: Path) -> None:
    """Raise NotAnOffice, Unfinished or Incomplete unless a whole office lies there."""
    try:
        names = {entry.name for entry in path.iterdir()}
    except OSError as refused:
        raise _no_folder(refused, path) from refused
    if UNFINISHED in names or not names:
        raise Unfinished(place=str(path))
    if not names & {ROWS, CONTENTS, KEYS}:
        raise NotAnOffice(place=str(path))
    for name in (ROWS, CONTENTS):
        if name not in names or (path / name).stat().st_size < PAGES[name]:
            raise Incomplete(place=str(path), file=name)


def _no_folder(refused: OSError, path: Path) -> OfficeError:
    if isinstance(refused, FileNotFoundError | NotADirectoryError):
        return NotAnOffice(place=str(path))
    return fault_of_os(refused, path)


def require_safe(path: Path) -> None:
    """Raise UnsafePlace on a network drive or in a folder that a cloud service copies."""
    near = next(parent for parent in (path, *path.resolve().parents) if _is_there(parent))
    if platform.is_shared(near):
        raise UnsafePlace(place=str(path), because="network")
    if cloud := platform.cloud_of(path, Path.home()):
        raise UnsafePlace(place=str(path), because="cloud", service=cloud)


def require_outside(target: Path) -> None:
    """Raise InsideAnOffice for a file that would lie in the folder of an office."""
    if any(_is_there(folder / ROWS) for folder in target.resolve().parents):
        raise InsideAnOffice(file=str(target))


def _is_there(path: Path) -> bool:
    """Say whether something lies at a path; at one that no disk could hold there is nothing."""
    try:
        return path.exists()
    except OSError:
        return False


def is_writable(path: Path) -> bool:
    """Say whether the folder and every file of the office in it may be written."""
    files = [path / name for name in (ROWS, CONTENTS)]
    return all(os.access(each, os.W_OK) for each in (path, *files))


def keep_ballast(path: Path) -> None:
    """Hold some of the disk, to have it when it is full; a full disk cannot be held."""
    with suppress(OSError):
        platform.reserve(path / BALLAST, BALLAST_BYTES)


def is_nearly_full(path: Path) -> bool:
    """Say whether there is less room on the disk than we hold of it."""
    return platform.free_bytes(path) < BALLAST_BYTES


def release_ballast(path: Path) -> bool:
    """Give back what we hold of the disk; False when there was nothing."""
    try:
        (path / BALLAST).unlink()
    except OSError:
        return False
    return True


def fault_of_os(refused: OSError, path: Path) -> OfficeError:
    """Return the cause of a refusal by the operating system."""
    facts = {"place": str(path), "reason": refused.strerror or str(refused)}
    if refused.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(**facts)
    if refused.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NotWritable(**facts)
    if refused.errno == errno.EIO:
        return DiskFailed(**facts)
    return CannotOpen(**facts)


@contextmanager
def named_refusals(path: Path) -> Iterator[None]:
    """Let a refusal by the operating system be known by its cause."""
    try:
        yield
    except OSError as refused:
        raise fault_of_os(refused, path) from refused


def _identity(path: Path) -> tuple[tuple[int, int], ...]:
    """Return which files the rows and the contents are; of one that is gone nothing is known."""
    try:
        found = [(path / name).stat() for name in (ROWS, CONTENTS)]
    except OSError:
        return ()
    return tuple((one.st_dev, one.st_ino) for one in found)


def is_server(where: object) -> bool:
    """Say whether an office lies on a server, by its address."""
    return isinstance(where, str) and where.startswith((f"{SERVER}:", f"{DRIVER}:"))
