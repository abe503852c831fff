"""Kept arguments: those of a command that waits, its files too, and given to it once approved.

A file is kept by its bytes, wherever in the arguments they or its path stand; approved, a path is
that of a copy in a folder of our own, which is removed afterwards.
"""

from __future__ import annotations

import base64
import copy
import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeAlias

from app.domain.admin.approvals import Asked, AskedFile
from app.domain.shared.codec import plain
from app.domain.shared.refusals import Refusal
from app.services.passing import Passing

MOST = 20 << 20
"""So many bytes of files wait with a request: they lie beside the records, not in the archive."""
TARGET = "target"
"""The argument that names a file which is written, and so is not there yet."""
Place: TypeAlias = tuple[str, ...]
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class TooLarge(Refusal):
    """The files are larger than what is kept while a request waits."""

    code = "approvals.too-large"


class NoFile(Refusal):
    """What it works on is a folder, or a file that is not there: neither is kept."""

    code = "approvals.no-file"


@dataclass(frozen=True, slots=True)
class KeptArguments:
    """Arguments as plain data with nothing in the place of files, and the files apart."""

    arguments: Mapping[str, object]
    files: tuple[AskedFile, ...]
    contents: tuple[bytes, ...]


def kept(given: Mapping[str, object], *, is_command: bool) -> KeptArguments:
    """Return arguments to be kept; raises TooLarge, NoFile."""
    lifting = _Lifting(_kinds(is_command=is_command))
    arguments = {name: _apart(lifting, name, one) for name, one in given.items()}
    return KeptArguments(arguments, tuple(lifting.files), tuple(lifting.contents))


def shown(given: Mapping[str, object], *, is_command: bool) -> dict[str, object]:
    """Return arguments as a proof is made of them: files by name and bytes, not by where they lie.

    A proof before the approval and one during it are of the same bytes at two places.
    """
    lifting = _Proving(_kinds(is_command=is_command))
    found = {name: _apart(lifting, name, one) for name, one in given.items()}
    return {**found, "files": plain(tuple(lifting.files))} if lifting.files else found


@contextmanager
def given_back(asked: Asked, contents: tuple[bytes, ...]) -> Iterator[dict[str, Any]]:
    """Yield arguments as a script gives them, with the files that waited where they stood."""
    given = copy.deepcopy(dict(asked.arguments))
    passing = Passing()
    try:
        for number, (file, content) in enumerate(zip(asked.files, contents, strict=True)):
            value = base64.b64encode(content).decode()
            if file.name:
                beside = passing.path / str(number)
                beside.mkdir()
                (beside / file.name).write_bytes(content)
                value = str(beside / file.name)
            _put(given, file.at, value)
        yield given
    finally:
        passing.remove()


@dataclass(slots=True)
class _Lifting:
    """Takes files out of arguments; ``kinds`` are the types that hold one."""

    kinds: tuple[type, ...]
    files: list[AskedFile] = field(default_factory=list)
    contents: list[bytes] = field(default_factory=list)
    size: int = 0

    def taken(self, value: bytes | Path, at: Place) -> object:
        """Take a file out of its place; raises TooLarge, NoFile."""
        content = _read(value, MOST - self.size) if isinstance(value, Path) else value
        self.size += len(content)
        if self.size > MOST:
            raise TooLarge(most=str(MOST >> 20))
        self.contents.append(content)
        name = _name_of(value) if isinstance(value, Path) else ""
        digest = hashlib.sha256(content).hexdigest()
        self.files.append(AskedFile(at, name, len(content), digest))
        return None

    def plain(self, value: object, at: Place) -> object:
        """Return a value as plain data without the files in it."""
        if not _holds(value, self.kinds):
            return plain(value)
        if isinstance(value, bytes | Path) and isinstance(value, self.kinds):
            return plain(value) if value == b"" else self.taken(value, at)
        if isinstance(value, Mapping):
            return {
                str(plain(key)): self.plain(one, (*at, str(plain(key))))
                for key, one in value.items()
            }
        if isinstance(value, frozenset | set):
            value = sorted(value, key=str)
        if isinstance(value, tuple | list):
            return [self.plain(one, (*at, str(place))) for place, one in enumerate(value)]
        if is_dataclass(value) and not isinstance(value, type):
            names = (one.name for one in fields(value))
            return {name: self.plain(getattr(value, name), (*at, name)) for name in names}
        return plain(value)


class _Proving(_Lifting):
    """Tells files by their proofs, however large; what is none keeps its path."""

    def taken(self, value: bytes | Path, at: Place) -> object:
        if isinstance(value, bytes):
            found = AskedFile(at, "", len(value), hashlib.sha256(value).hexdigest())
        elif value.is_file():
            with value.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            found = AskedFile(at, _name_of(value), value.stat().st_size, digest)
        else:
            return plain(value)
        self.files.append(found)
        return None


def _apart(lifting: _Lifting, name: str, value: object) -> object:
    return plain(value) if name == TARGET else lifting.plain(value, (name,))


def _kinds(*, is_command: bool) -> tuple[type, ...]:
    """Return what holds a file: a query names the one that it writes by a path."""
    return (bytes, Path) if is_command else (bytes,)


def _name_of(path: Path) -> str:
    """Return a name that the system of whoever approves can keep too."""
    return _FORBIDDEN.sub("_", path.name).rstrip(". ") or "file"


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as fault:
        raise NoFile(file=path.name) from fault


def _put(given: dict[str, Any], at: Place, value: str) -> None:
    place: Any = given
    for step in at[:-1]:
        place = place[int(step)] if isinstance(place, list) else place[step]
    place[int(at[-1]) if isinstance(place, list) else at[-1]] = value


def _holds(value: object, kinds: tuple[type, ...]) -> bool:
    if isinstance(value, kinds):
        return True
    if isinstance(value, Mapping):
        return any(_holds(one, kinds) for one in value.values())
    if isinstance(value, tuple | list | frozenset | set):
        return any(_holds(one, kinds) for one in value)
    slots = getattr(type(value), "__dataclass_fields__", ())
    return any(_holds(getattr(value, name), kinds) for name in slots)
