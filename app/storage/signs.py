"""Signs: the tables by which a database says whose it is, written once when it is made."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Column, Connection, Named, Table, Text, TypedColumns

from app.storage import migrations
from app.storage.identity import CONTENT_OFFICE, OFFICE, PRODUCT
from app.storage.types import Id, Instant, contents_metadata, metadata

APPLICATION_ID = 0x4241434B


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


office = Table(OFFICE, metadata, _Office)
revision = Table("schema_revision", metadata, _Revision)
content_office = Table(CONTENT_OFFICE, contents_metadata, _ContentOffice)
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
