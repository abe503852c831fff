"""Every byte of the archive is compared with its hash; what is wrong is named with its place."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from app.domain.archive.proof import Damage, Finding
from app.domain.archive.record import Filing, Record
from app.storage import checks
from app.storage.contents import CHUNK
from app.storage.database import Database
from app.storage.offices import open_office
from app.storage.place import CONTENTS, PAGES
from app.storage.verifying import slice_after
from tests.databases import on_sqlite, tamper

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def filed(database: Database, name: str, content: bytes) -> Record:
    with database.write() as unit:
        return unit.archive.add(Filing(name, "text/plain"), (content,), AT)


def findings(database: Database) -> list[tuple[str, Damage, int, int]]:
    found: list[Finding] = []
    after = 0
    with database.read() as unit:
        while part := slice_after(unit.contents, after):
            found += unit.verifications.named(part.wrong)
            after = part.last
        found += unit.verifications.missing()
    return [(one.name, one.damage, one.piece, one.pieces) for one in found]


def test_a_whole_archive_is_read_and_nothing_is_wrong(database: Database) -> None:
    filed(database, "empty.txt", b"")
    filed(database, "small.txt", b"small")
    filed(database, "large.bin", bytes(2 * CHUNK + 5))

    with database.read() as unit:
        part = slice_after(unit.contents, 0)
        assert part is not None
        rest = slice_after(unit.contents, part.last)

    assert (part.count, part.size, part.wrong, rest) == (3, 2 * CHUNK + 10, (), None)
    assert findings(database) == []


def test_changed_and_missing_bytes_are_named_once_for_each_document(database: Database) -> None:
    filed(database, "changed.txt", b"changed")
    filed(database, "twin.txt", b"changed")
    filed(database, "gone.txt", b"gone")
    with database.contents.writing() as connection:
        tamper(connection, "UPDATE content_chunk SET bytes = substr(bytes, 2)")
    with database.contents.writing() as connection:
        tamper(
            connection,
            "DELETE FROM content_chunk WHERE content_id = (SELECT id FROM content WHERE size = 4)",
        )
    with database.contents.writing() as connection:
        tamper(connection, "DELETE FROM content WHERE size = 4")

    assert findings(database) == [
        ("changed.txt", Damage.CHANGED, 0, 0),
        ("twin.txt", Damage.CHANGED, 0, 0),
        ("gone.txt", Damage.MISSING, 0, 0),
    ]


@on_sqlite
def test_a_flipped_byte_on_the_disk_is_named_with_its_part(database: Database) -> None:
    filed(database, "before.txt", b"before")
    filed(database, "large.bin", os.urandom(3 * CHUNK))
    filed(database, "after.txt", b"after")
    folder = _closed(database)
    archive = folder / CONTENTS
    flip(archive, archive.stat().st_size // 2 // PAGES[CONTENTS] * PAGES[CONTENTS] + 100)

    opened = open_office(folder)

    assert findings(opened) == [("large.bin", Damage.UNREADABLE, 2, 3)]
    codes = {problem.code for problem in checks.check(opened)}
    assert "health.piece" in codes
    opened.close()


def flip(path: Path, place: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes((byte ^ 1,)))


def _closed(database: Database) -> Path:
    file = database.rows.file
    assert file is not None
    database.close()
    return file.path.parent
