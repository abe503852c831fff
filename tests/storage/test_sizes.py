"""An office says how large it is, on a disk and on a server."""

from __future__ import annotations

from app.storage.database import Database
from app.storage.sizes import sizes_of
from tests.databases import on_postgresql, on_sqlite


@on_sqlite
def test_files_logs_and_the_room_that_is_left_are_measured(database: Database) -> None:
    database.contents.put((b"%PDF" * 100,))

    found = sizes_of(database)

    assert (found.contents, found.count) == (400, 1)
    assert min(found.rows, found.documents) > 0
    assert found.logs > 0
    assert (found.free or 0) > 0


@on_postgresql
def test_of_a_server_the_disk_is_not_ours(database: Database) -> None:
    database.contents.put((b"%PDF" * 100,))

    found = sizes_of(database)

    assert (found.contents, found.count, found.free) == (400, 1, None)
    assert found.rows > 0
