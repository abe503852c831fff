"""What was issued, posted, filed or recorded cannot be changed, not even by plain SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import DBAPIError

from app.domain.accounting.journal import Entry
from app.domain.archive.record import Filing
from app.domain.invoices.issue import issue
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import ContactId
from app.domain.shared.numbering import Series
from app.storage.books import journal_entry, journal_posting
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.guards import CONTENT_GUARDS, ROW_GUARDS
from tests.books import BANK, RECEIVABLES, SALES, an_entry, opened
from tests.builders import a_contact, a_draft
from tests.databases import on_sqlite

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = date(2026, 3, 10)
REFUSED = "(?i)guard_|foreign key"


@pytest.fixture(autouse=True)
def worked(database: Database) -> None:
    """Issue, post, file and record something of everything."""
    opened(database, an_entry(number="E-1"))
    draft = a_draft()
    issued = issue(draft, "20260001", DAY, "202600017")
    with database.write() as unit:
        unit.contacts.add_all((replace(a_contact(), id=ContactId(7)),), AT)
        unit.invoices.add(draft, totals_of(draft))
        unit.invoices.save(draft, issued, totals_of(issued))
        unit.numbers.open(Series("invoice", "2026", "", "{YYYY}{N:4}"))
        unit.numbers.take("invoice", DAY, "2026")
        unit.archive.add(Filing("a.pdf", "application/pdf", "invoice:1"), (b"%PDF",), AT)
        unit.audit.record(Deed(AT, "Anna", "invoices.issue", [1]), Changes())


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE audit SET who = 'Eve'",
        "DELETE FROM audit",
        "UPDATE archive_file SET name = 'b.pdf'",
        "DELETE FROM archive_file",
        "UPDATE journal_entry SET text = 'other'",
        "DELETE FROM journal_entry",
        "UPDATE journal_posting SET amount_minor = amount_minor * 2",
        "DELETE FROM journal_posting",
        "UPDATE number_taken SET number = 'X'",
        "DELETE FROM number_taken",
        "UPDATE number_series SET last = last + 2",
        "UPDATE number_series SET last = last - 1",
        "UPDATE number_series SET last_on = '2026-03-09'",
        "UPDATE number_series SET start = 5",
        "DELETE FROM number_series",
        "UPDATE invoice SET gross_minor = 1",
        "UPDATE invoice SET state = 'draft'",
        "DELETE FROM invoice",
        "UPDATE invoice_line SET price = 1",
        "DELETE FROM invoice_line",
        "UPDATE invoice_line SET invoice_id = 99",
        "INSERT INTO number_taken VALUES ('invoice', '2026', '', 7, '20260007', '2026-03-10')",
    ],
)
def test_the_database_refuses(database: Database, deed: str) -> None:
    with (
        pytest.raises(DBAPIError, match=REFUSED),
        database.write() as unit,
    ):
        unit.connection.exec_driver_sql(deed)


@on_sqlite
@pytest.mark.parametrize(
    "deed",
    [
        "INSERT OR REPLACE INTO audit SELECT * FROM audit",
        "UPDATE OR REPLACE archive_file SET id = id",
        "INSERT OR REPLACE INTO journal_posting SELECT * FROM journal_posting",
    ],
)
def test_replacing_is_changing(database: Database, deed: str) -> None:
    with pytest.raises(DBAPIError, match="guard_"), database.write() as unit:
        unit.connection.exec_driver_sql(deed)


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE content SET sha256 = 'x'",
        "DELETE FROM content",
        "UPDATE content_chunk SET position = 9",
        "DELETE FROM content_chunk",
    ],
)
def test_bytes_in_the_archive_stay(database: Database, deed: str) -> None:
    with pytest.raises(DBAPIError, match="guard_"), database.contents.writing() as connection:
        connection.exec_driver_sql(deed)


def posting(entry: Entry, side: int, **other: object) -> dict[str, object]:
    one = entry.postings[side]
    return {
        "id": entry.id + side,
        "entry_id": entry.id,
        "account_id": one.account_id,
        "booked_on": entry.booked_on,
        "amount_minor": one.amount.minor,
        "currency": "EUR",
        "text": "",
        "vat": "",
    } | other


def bad_entries() -> Iterator[tuple[str, list[dict[str, object]]]]:
    entry = an_entry((BANK, 500), (SALES, -500), number="E-2")
    yield "one side", [posting(entry, 0)]
    yield "unbalanced", [posting(entry, 0), posting(entry, 1, amount_minor=-499)]
    yield "two currencies", [posting(entry, 0), posting(entry, 1, currency="SEK")]
    yield "nothing", []


def store(database: Database, sides: list[dict[str, object]], entry: dict[str, object]) -> None:
    with database.write() as unit:
        for side in sides:
            unit.connection.execute(journal_posting.insert(), side)
        unit.connection.execute(journal_entry.insert(), entry)


@pytest.mark.parametrize(("why", "sides"), list(bad_entries()))
def test_an_entry_that_does_not_balance_cannot_be_stored(
    database: Database, why: str, sides: list[dict[str, object]]
) -> None:
    row = {
        "id": sides[0]["entry_id"] if sides else 9,
        "number": "E-2",
        "journal": an_entry().journal,
        "booked_on": DAY,
        "text": why,
        "amount_minor": 500,
        "currency": "EUR",
        "source": "",
    }

    with pytest.raises(DBAPIError, match="guard_"):
        store(database, sides, row)


def test_nothing_is_added_to_a_posted_entry(database: Database) -> None:
    entry = an_entry((BANK, 500), (RECEIVABLES, -500), number="E-3")
    with database.write() as unit:
        unit.ledger.post(entry)

    with pytest.raises(DBAPIError, match="guard_"), database.write() as unit:
        unit.connection.execute(journal_posting.insert(), posting(entry, 0, id=1))


def test_a_guarded_table_cannot_be_emptied_at_once(database: Database) -> None:
    with database.read() as unit:
        if unit.connection.dialect.name == "sqlite":
            return
    for table in {guard.table for guard in ROW_GUARDS if guard.deed == "DELETE"}:
        with pytest.raises(DBAPIError, match="guard_"), database.write() as unit:
            unit.connection.exec_driver_sql(f"TRUNCATE {table} CASCADE")


def test_every_guard_has_a_name_of_its_own() -> None:
    names = [guard.name for guard in (*ROW_GUARDS, *CONTENT_GUARDS)]

    assert len(names) == len(set(names))
