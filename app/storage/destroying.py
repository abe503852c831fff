"""Destroying: bytes taken out of the archive for good, and whatever was derived from them.

Their pages are overwritten before they are given free, and the log of changes is emptied
afterwards, so that no copy of the archive made from now on carries them.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from app.domain.shared.ids import RecordId
from app.storage.contents import Contents, chunk, content, disposed
from app.storage.lists import slices
from app.storage.types import contents_metadata

LOCK = 0x64697370


def wait_for_filing(connection: Connection, *, alone: bool) -> None:
    """Keep destruction and filing apart until the end of a transaction.

    On SQLite one command writes at a time anyway; on a server those who file share, and whoever
    destroys waits until all have ended.
    """
    if connection.dialect.name == "postgresql":
        lock = func.pg_advisory_xact_lock if alone else func.pg_advisory_xact_lock_shared
        connection.execute(select(lock(LOCK)))


def forget_words(connection: Connection) -> None:
    """Write the index over documents anew without the words of those that were taken out of it.

    Until then they are only marked as gone; PostgreSQL does so by itself.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
        connection.exec_driver_sql("INSERT INTO document_index(document_index) VALUES('optimize')")


def destroy(
    contents: Contents, names: Collection[str], certificate_id: RecordId, at: datetime
) -> int:
    """Destroy bytes by their SHA-256 in the name of a certificate; return how many were there.

    What is gone already is left alone: it may be done again after a crash.
    """
    with contents.writing() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        gone = 0
        for some in slices(sorted(names)):
            gone += _destroy(connection, some, certificate_id, at)
            _forget_derived(connection, some)
    contents.empty_log()
    return gone


def _destroy(
    connection: Connection, names: Collection[str], certificate_id: RecordId, at: datetime
) -> int:
    wanted = select(content.c.id, content.c.sha256, content.c.size)
    found = connection.execute(wanted.where(content.c.sha256.in_(names))).all()
    rows = [
        {
            "content_id": row.id,
            "sha256": row.sha256,
            "size": row.size,
            "certificate_id": certificate_id,
            "disposed_at": at,
        }
        for row in found
    ]
    if rows:
        ids = [row.id for row in found]
        connection.execute(insert(disposed), rows)
        connection.execute(delete(chunk).where(chunk.c.content_id.in_(ids)))
        connection.execute(delete(content).where(content.c.id.in_(ids)))
    return len(rows)


def _forget_derived(connection: Connection, names: Collection[str]) -> None:
    """Remove what was made of these bytes: every other table of the archive that names them."""
    for table in contents_metadata.sorted_tables:
        if "sha256" in table.c and table not in (content, disposed):
            connection.execute(delete(table).where(table.c.sha256.in_(names)))
