"""Inspection: what lies in an office's folder, looked at before it is opened for work."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from app.storage.faults import CannotOpen
from app.storage.files import Use, named_faults, open_file
from app.storage.identity import (
    CONTENT_OFFICE,
    OFFICE,
    NotAnOffice,
    contents_revision_of,
    revision_of,
)
from app.storage.keys import Keys
from app.storage.place import CONTENTS, PAGES, ROWS, Incomplete


class Revisions(NamedTuple):
    """The schema of an office's rows and of its contents."""

    rows: str
    contents: str


def require_no_rest(path: Path) -> None:
    """Raise CannotOpen when a read-only folder holds changes that were not yet merged."""
    for name in (ROWS, CONTENTS):
        if has_rest(path, name):
            raise CannotOpen(place=str(path), file=name, reason="unmerged")


def require_ours(path: Path, keys: Keys, use: Use) -> Revisions:
    """Return the schema of both files; raises unless they are whole and of this office."""
    found = []
    for name, identify in ((ROWS, revision_of), (CONTENTS, contents_revision_of)):
        with (
            named_faults(place=str(path), file=name),
            closing(open_file(path / name, keys.files, use, PAGES[name])) as connection,
        ):
            _require_signed(path, name, connection)
            found.append(identify(connection.cursor(), keys.office))
            _require_whole(path, name)
    return Revisions(*found)


def _require_signed(path: Path, name: str, connection: Any) -> None:
    """Raise NotAnOffice for a database that opens with the key and is not of this program."""
    (signs,) = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE name IN (?, ?)",
        (OFFICE, CONTENT_OFFICE),
    ).fetchone()
    if not signs:
        raise NotAnOffice(place=str(path), file=name)


def _require_whole(path: Path, name: str) -> None:
    """Raise Incomplete when the last page was cut; SQLite notices only when a page is missing.

    While changes wait to be merged the last page may be half there: they hold it whole.
    """
    if not has_rest(path, name) and (path / name).stat().st_size % PAGES[name]:
        raise Incomplete(place=str(path), file=name)


def has_rest(path: Path, name: str) -> bool:
    """Say whether changes wait to be merged into a file."""
    rest = path / f"{name}-wal"
    return rest.exists() and rest.stat().st_size > 0
