"""A copy of an office on a server: every row of one moment, and the list of its documents.

It is an office in a folder, encrypted as every other, but for the bytes of documents and the index
over their text, which each database keeps in its own way: what opens it makes them findable again.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select

from app.domain.shared.jobs import JobKind
from app.storage import offices
from app.storage.checks import no_progress
from app.storage.database import Database
from app.storage.document_tables import document
from app.storage.files import File, Use
from app.storage.jobs import JobStore
from app.storage.keys import write_key_file
from app.storage.lists import slices
from app.storage.place import CONTENTS, KEYS, PAGES, ROWS, Folder
from app.storage.whole_copies import (
    LIST_TABLES,
    Progress,
    copy_all,
    read_again,
    reading,
    require_same,
    way_of,
)


def copy_of_server(
    source: Database, folder: Path, progress: Progress = no_progress
) -> tuple[File, File]:
    """Write a copy into a new folder while others go on working, and read it again.

    Raises MovedWrong, and what disk and server refuse.
    """
    folder.mkdir(mode=0o700)
    write_key_file(folder / KEYS, offices.key_place(source.book.where).read())
    for name in (ROWS, CONTENTS):
        (folder / name).touch(mode=0o600)
    # As on a full disk, so that none of it is held for a folder that is gone in a moment.
    target = offices.database_in(Folder(folder, None, is_full=True), source.keys)
    try:
        with reading(source) as ends:
            way = way_of(ends, progress, LIST_TABLES)
            digests = copy_all(ends, target, way, LIST_TABLES)
        with read_again(target) as again:
            require_same(again, digests, way, LIST_TABLES)
        with target.rows.writer.begin() as connection:
            want_index(connection)
    finally:
        target.close()
    rows, contents = (
        File(folder / name, source.keys.files, Use.READ, PAGES[name]) for name in (ROWS, CONTENTS)
    )
    return rows, contents


def want_index(connection: Connection) -> None:
    """Let every document be indexed by whoever opens the office next."""
    jobs, now = JobStore(connection), datetime.now(UTC)
    for some in slices(connection.scalars(select(document.c.id)).all()):
        jobs.add(JobKind.INDEX, some, now)
