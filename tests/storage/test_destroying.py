"""What is destroyed is gone from the pages and from the log, and cannot be destroyed unnamed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, select, text
from sqlalchemy.exc import SQLAlchemyError

from app.domain.shared.ids import RecordId
from app.storage import exporting, packing
from app.storage.contents import CHUNK, Contents, Destroyed, disposed
from app.storage.database import Database
from app.storage.destroying import destroy, wait_for_filing
from app.storage.guards import CONTENT_GUARDS, post_guards
from app.storage.offices import open_office
from app.storage.types import contents_metadata
from tests.databases import on_sqlite

AT = datetime(2035, 1, 2, tzinfo=UTC)
CERTIFICATE = RecordId(9)
SECRET = b"the colour of the vault door is ultramarine "
LARGE = SECRET * (2 * CHUNK // len(SECRET))


def plain_contents(path: Path) -> Contents:
    """Return an archive without encryption, whose pages a test can read."""
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _prepare(connection: object, _record: object) -> None:
        connection.execute("PRAGMA journal_mode=WAL")  # type: ignore[attr-defined]  # the driver's

    with engine.begin() as connection:
        contents_metadata.create_all(connection)
        post_guards(connection, CONTENT_GUARDS)
    return Contents(engine, engine)


def test_no_page_and_no_log_holds_what_was_destroyed(tmp_path: Path) -> None:
    archive = tmp_path / "archive.db"
    contents = plain_contents(archive)
    kept, small, large = contents.put_many(((b"kept",), (SECRET,), (LARGE,)))
    contents.empty_log()
    assert SECRET[:20] in archive.read_bytes()

    gone = destroy(contents, {small.sha256, large.sha256}, CERTIFICATE, AT)

    assert gone == 2
    for file in tmp_path.iterdir():
        assert SECRET[:20] not in file.read_bytes()
    assert b"".join(contents.get(kept.sha256)) == b"kept"


def test_what_is_destroyed_says_when_and_may_be_destroyed_again(database: Database) -> None:
    contents = database.contents
    stored = contents.put((b"bill",))

    first = destroy(contents, {stored.sha256}, CERTIFICATE, AT)
    again = destroy(contents, {stored.sha256}, CERTIFICATE, AT)

    assert (first, again) == (1, 0)
    with pytest.raises(Destroyed) as refused:
        list(contents.get(stored.sha256))
    assert refused.value.facts["day"] == "2035-01-02"
    with contents.writing() as connection:
        row = connection.execute(select(disposed)).one()
    assert (row.sha256, row.size, row.certificate_id) == (stored.sha256, 4, CERTIFICATE)


@pytest.mark.parametrize("table", ["content_chunk", "content"])
def test_nothing_is_removed_that_no_certificate_names(database: Database, table: str) -> None:
    stored = database.contents.put((b"bill",))
    removing = text(f"DELETE FROM {table}")  # noqa: S608  our own names
    unnamed = "INSERT INTO content_disposed SELECT id, sha256, size, 0, 'x' FROM content"

    for first in ("SELECT 1", unnamed):
        with database.contents.writing() as connection:
            connection.execute(text(first))
            with pytest.raises(SQLAlchemyError, match="guard_content"), connection.begin_nested():
                connection.execute(removing)

    assert list(database.contents.get(stored.sha256)) == [b"bill"]


@on_sqlite
def test_packed_and_exported_offices_do_not_carry_what_was_destroyed(
    database: Database, tmp_path: Path
) -> None:
    stored = database.contents.put((LARGE,))
    kept = database.contents.put((b"kept",))
    destroy(database.contents, {stored.sha256}, CERTIFICATE, AT)

    packed = packing.pack(database, tmp_path / "office.backdesk-pack")
    plain = exporting.export_plain(database, tmp_path / "plain.db")

    unpacked = open_office(packing.unpack(packed, tmp_path / "Other.backdesk"))
    with pytest.raises(Destroyed):
        list(unpacked.contents.get(stored.sha256))
    assert list(unpacked.contents.get(kept.sha256)) == [b"kept"]
    unpacked.close()
    assert SECRET[:20] not in plain.read_bytes()


def test_filing_and_destroying_wait_for_each_other(database: Database) -> None:
    with database.write() as unit:
        wait_for_filing(unit.connection, alone=False)
        wait_for_filing(unit.connection, alone=True)
