"""Identity: a database says which product, which office and which schema it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, Named, Table, Text, TypedColumns

from app.domain.shared.refusals import Unavailable
from app.storage import migrations
from app.storage.types import Id, Instant, contents_metadata, metadata

PRODUCT = "backdesk"
APPLICATION_ID = 0x4241434B


class NotAnOffice(Unavailable):
    """What lies there is no office of Backdesk, or a file of another office lies in it."""

    code = "place.not-an-office"


class Newer(Unavailable):
    """The office was written by a newer program; this one does not know its tables."""

    code = "place.newer"


class _Office(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    product: Named[str] = Column(Text, nullable=False)
    office: Named[str] = Column(Text, nullable=False)
    created_at: Named[datetime] = Column(Instant, nullable=False)


class _ContentOffice(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    office: Named[str] = Column(Text, nullable=False)


class _Revision(TypedColumns):
    version_num: Named[str] = Column(Text, primary_key=True)


class _ContentRevision(TypedColumns):
    version_num: Named[str] = Column(Text, primary_key=True)


office = Table("office", metadata, _Office)
revision = Table("schema_revision", metadata, _Revision)
content_office = Table("content_office", contents_metadata, _ContentOffice)
content_revision = Table("content_revision", contents_metadata, _ContentRevision)


def sign_rows(connection: Connection, name: str) -> None:
    """Write into new tables of rows whose they are and which schema they have."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    row = {"id": 1, "product": PRODUCT, "office": name, "created_at": datetime.now(UTC)}
    connection.execute(office.insert(), row)
    connection.execute(revision.insert(), {"version_num": migrations.HEAD})


def sign_contents(connection: Connection, name: str) -> None:
    """Write into new tables of contents whose they are."""
    connection.execute(content_office.insert(), {"id": 1, "office": name})
    connection.execute(content_revision.insert(), {"version_num": migrations.HEAD})


def revision_of(cursor: Any, name: str) -> str:
    """Return the schema revision of an office's rows, read by plain SQL.

    Raises NotAnOffice or Newer; ``name`` is the office that it has to be, or nothing.
    """
    found = cursor.execute("SELECT product, office FROM office").fetchone()
    if found is None or found[0] != PRODUCT or (name and found[1] != name):
        raise NotAnOffice(product=found[0] if found else "")
    return _known(cursor.execute("SELECT version_num FROM schema_revision").fetchone())


def contents_revision_of(cursor: Any, name: str) -> str:
    """Return the schema revision of an office's contents; raises NotAnOffice or Newer."""
    found = cursor.execute("SELECT office FROM content_office").fetchone()
    if found is None or (name and found[0] != name):
        raise NotAnOffice(product=PRODUCT)
    return _known(cursor.execute("SELECT version_num FROM content_revision").fetchone())


def _known(found: tuple[str] | None) -> str:
    if found is None:
        raise NotAnOffice(product=PRODUCT)
    if found[0] > migrations.HEAD:
        raise Newer(revision=found[0], known=migrations.HEAD)
    return found[0]
