"""A check finds nothing in a sound office and names what is wrong in another."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.archive.record import Filing
from app.domain.shared.numbering import Series
from app.storage.checks import check, glance
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.files import Use, open_file
from app.storage.keys import published_keys
from app.storage.offices import open_office
from app.storage.place import PAGES, ROWS
from tests.books import an_entry, opened
from tests.databases import tamper

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def worked(database: Database) -> None:
    opened(database, an_entry())
    with database.write() as unit:
        unit.numbers.open(Series("invoice", "2026", "", "{N}"))
        for _ in range(3):
            unit.numbers.take("invoice", date(2026, 3, 10), "2026")
        unit.archive.add(Filing("a.pdf", "application/pdf"), (b"%PDF",), AT)
        unit.audit.record(Deed(AT, "Anna", "invoices.issue", [1]), Changes())
        unit.audit.record(Deed(AT, "Anna", "invoices.issue", [2]), Changes())


def test_a_sound_office_has_no_findings(database: Database) -> None:
    told: list[tuple[int, int]] = []

    assert check(database, lambda done, of: told.append((done, of))) == ()
    assert glance(database) == ()
    assert told[-1] == (len(told) - 1, len(told) - 1)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("UPDATE audit SET who = 'Eve' WHERE seq = 1", "health.chain"),
        ("DELETE FROM number_taken WHERE position = 2", "health.gap"),
        ("UPDATE account_balance SET debit_minor = debit_minor + 1", "health.balance"),
        ("INSERT INTO document_count VALUES ('inbox', 0, 0, 0, 1)", "health.count"),
        ("UPDATE archive_file SET sha256 = '00'", "health.document"),
    ],
)
def test_what_is_wrong_is_named(database: Database, harm: str, code: str) -> None:
    with database.write() as unit:
        tamper(unit.connection, harm)

    assert {finding.code for finding in check(database)} == {code}


def page_of_invoices(file: Path) -> int:
    """Return which page begins the invoices: opening an office does not read it."""
    connection = open_file(file, published_keys("").files, Use.READ)
    asked = "SELECT rootpage FROM sqlite_schema WHERE name = 'invoice'"
    ((page,),) = connection.execute(asked).fetchall()
    connection.close()
    return int(page) - 1


def test_a_flipped_bit_is_found(folder: Path) -> None:
    file = folder / ROWS
    page = page_of_invoices(file)
    content = bytearray(file.read_bytes())
    content[page * PAGES[ROWS] + 5] ^= 1
    file.write_bytes(content)

    damaged = open_office(folder)
    found = glance(damaged)
    damaged.close()

    assert {finding.field for finding in found} == {"office.db"}
    assert found[0].code == "health.page"


def test_a_copy_left_by_a_cloud_service_is_found(folder: Path) -> None:
    (folder / "office (Anna's conflicted copy).db").touch()

    office = open_office(folder)
    found = check(office)
    office.close()

    assert [finding.code for finding in found] == ["health.conflict"]
