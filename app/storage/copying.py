"""Copying: a database as it stands at one moment, while others go on writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.domain.shared.refusals import Unavailable
from app.storage import place, platform
from app.storage.database import Database
from app.storage.faults import Damaged
from app.storage.files import File, Use, merge, named_faults, open_file
from app.storage.moments import PACKING, folder_for_a_moment
from app.storage.place import Exists


class OnAServer(Unavailable):
    """An office on a server has no folder that could be packed; its server backs it up."""

    code = "pack.on-a-server"


def files_of(database: Database) -> tuple[File, File]:
    """Return the files of rows and of documents; raises OnAServer."""
    rows, documents = database.rows.file, database.documents.file
    if rows is None or documents is None:
        raise OnAServer
    return rows, documents


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a folder on the same disk for what is not finished; it is gone afterwards."""
    try:
        with folder_for_a_moment(PACKING, target.parent) as folder:
            yield folder
    except OSError as refused:
        raise place.fault_of_os(refused, target) from refused


def copy_file(file: File, target: Path) -> File:
    """Copy a database in one step, as it is at one moment, and read the copy whole."""
    target.touch(mode=0o600)
    with (
        named_faults(),
        closing(file.open()) as connection,
        closing(open_file(target, file.key, Use.WRITE, file.page)) as copied,
    ):
        connection.backup(copied)
        merge(copied)
        (fault,) = copied.execute("PRAGMA quick_check(1)").fetchone()
    if fault != "ok":
        raise Damaged(place=str(file.path.parent), file=file.path.name, reason=fault)
    return File(target, file.key, Use.READ, file.page)


def put_back(kept: File, target: File) -> None:
    """Make a database again what its copy is, in one transaction."""
    with (
        named_faults(),
        closing(kept.open()) as connection,
        closing(open_file(target.path, target.key, Use.WRITE, target.page)) as restored,
    ):
        connection.backup(restored)


def publish(fresh: Path, target: Path) -> None:
    """Give a finished file its name; raises Exists instead of replacing anything."""
    try:
        platform.publish(fresh, target)
    except FileExistsError:
        raise Exists(place=str(target)) from None
