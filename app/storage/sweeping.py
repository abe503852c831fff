"""Sweeping: bytes that no record refers to, left by a work that ended before its record."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select

from app.domain.shared.refusals import NotFound
from app.storage.archive import archive_file
from app.storage.contents import chunk, content
from app.storage.copying import files_of
from app.storage.database import Database
from app.storage.guards import CONTENT_GUARDS, post_guards, withdraw_guards
from app.storage.lists import slices
from app.storage.mail_tables import mail, mail_attachment
from app.storage.pictured import pictured
from app.storage.products import product
from app.storage.sealed_contents import sealed_file
from app.storage.stationery import stationery_files
from app.storage.unit import Unit

REFERENCES = (
    sealed_file.c.sha256,
    product.c.image,
    mail.c.sha256,
    mail_attachment.c.sha256,
)


def sweep(database: Database, before: datetime) -> int:
    """Remove what was added before a moment and nobody refers to; return how many it was.

    No command runs meanwhile: it could be about to refer to bytes that were there already. On a
    server many write at once, so nothing is swept there: raises OnAServer.
    """
    files_of(database)
    with database.write() as unit, database.contents.writing() as connection:
        old = select(content.c.id, content.c.sha256).where(content.c.added_at < before)
        named = {sha256: content_id for content_id, sha256 in connection.execute(old)}
        lost = [named[sha256] for sha256 in named.keys() - referred(unit, named)]
        if lost:
            withdraw_guards(connection)
            for some in slices(lost):
                connection.execute(delete(chunk).where(chunk.c.content_id.in_(some)))
                connection.execute(delete(content).where(content.c.id.in_(some)))
            post_guards(connection, CONTENT_GUARDS)
        return len(lost)


def left_over(database: Database, before: datetime) -> int:
    """Count what was added before a moment and nobody refers to."""
    old = select(content.c.sha256).where(content.c.added_at < before)
    with database.read() as unit:
        with database.contents.reading() as connection:
            names = set(connection.scalars(old))
        return len(names - referred(unit, names))


def referred(unit: Unit, names: Collection[str]) -> set[str]:
    """Return which of these bytes a record of the office refers to, behind a wall too."""
    with unit.housework():
        return _referred(unit, names)


def _referred(unit: Unit, names: Collection[str]) -> set[str]:
    found = {logo} if (logo := _logo(unit)) else set()
    found |= stationery_files(unit.connection)
    lies_sealed = archive_file.c.id.in_(select(sealed_file.c.record_id))
    for some in slices(names):
        open_ones = select(archive_file.c.sha256).where(archive_file.c.sha256.in_(some))
        found.update(unit.connection.scalars(open_ones.where(~lies_sealed)))
        for column in REFERENCES:
            found.update(unit.connection.scalars(select(column).where(column.in_(some))))
    return found | pictured(unit.connection, set(names) - found)


def _logo(unit: Unit) -> str:
    try:
        return unit.company.get().logo
    except NotFound:
        return ""
