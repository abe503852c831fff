"""What the driver alone reads is what the stores answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.admin.company import Company
from app.domain.invoices.invoice import NEWEST_INVOICES, Invoice
from app.domain.invoices.issue import issue
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import ContactId, InvoiceId, ProductId, new_id
from app.domain.shared.refusals import NotFound
from app.storage.database import Database
from app.storage.faults import Damaged
from app.storage.files import File, Use
from app.storage.glance import company_and_newest
from app.storage.keys import published_keys
from app.storage.offices import open_office
from tests.builders import a_contact, a_draft, a_product, journey_6
from tests.databases import on_sqlite
from tests.trade import LUMO

DAY = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def written(database: Database, draft: Invoice) -> Invoice:
    fresh = replace(draft, id=InvoiceId(new_id()))
    with database.write() as unit:
        unit.invoices.add(fresh, totals_of(fresh))
    return fresh


def saved(database: Database, before: Invoice, after: Invoice) -> None:
    with database.write() as unit:
        unit.invoices.save(before, after, totals_of(after))


def looked_at(database: Database, size: int) -> tuple[Company, tuple[object, ...]]:
    assert database.file is not None
    return company_and_newest(database.file, size)


@pytest.fixture
def office(database: Database) -> Database:
    """Return an office with drafts, issued invoices on several days and a discarded draft."""
    with database.write() as unit:
        unit.company.add(LUMO)
        unit.contacts.add_all([replace(a_contact(), id=ContactId(7))], AT)
        unit.products.add(replace(a_product(), id=ProductId(3)), AT)
    for number in range(6):
        draft = written(database, replace(journey_6(), reference=f"Tilaus {number} – ä"))
        day = DAY + timedelta(days=number % 3)
        saved(database, draft, issue(draft, f"2026{number:04}", day, "202600017"))
    written(database, replace(a_draft(currency="THB"), customer_id=None, buyer=None))
    written(database, a_draft())
    gone = written(database, a_draft())
    saved(database, gone, gone.discard())
    return database


@on_sqlite
@pytest.mark.parametrize("size", [200, 3, 0])
def test_a_glance_shows_what_the_stores_answer(office: Database, size: int) -> None:
    company, rows = looked_at(office, size)

    with office.read() as unit:
        assert company == unit.company.get()
        assert rows == unit.invoices.rows(unit.invoices.first(NEWEST_INVOICES, size))
    assert len(rows) == min(size, 8)


@on_sqlite
def test_an_office_without_a_company_has_nothing_to_show(database: Database) -> None:
    with pytest.raises(NotFound):
        looked_at(database, 10)


def test_a_file_that_cannot_be_read_is_said_to_be_damaged(folder: Path) -> None:
    with pytest.raises(Damaged):
        company_and_newest(File(folder / "office.db", bytes(32), Use.READ), 10)


def test_an_office_opened_from_its_folder_has_a_file_to_look_at(folder: Path) -> None:
    database = open_office(folder)

    assert database.file == File(folder / "office.db", published_keys("").files, Use.READ)
    database.close()
