"""Journey 6, an invoice with three rates, through the services: every place says 686.56."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from app.domain.invoices.invoice import Invoice
from app.domain.shared.money import Money
from app.outside.clock import FixedClock
from app.services import accounting, archive, invoices, search
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import issued, journey_6_content, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def invoice(office: Office) -> Invoice:
    return issued(office, journey_6_content())


def euros(text: str) -> Money:
    return Money(int(text.replace(".", "")), "EUR")


def page_of(pdf: bytes) -> str:
    """Return the text of a PDF with one kind of blank."""
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_invoice_has_its_number_reference_and_dates(invoice: Invoice) -> None:
    assert invoice.number == "20260001"
    assert invoice.reference == "202600017"
    assert (invoice.issued_on, invoice.due_on) == (date(2026, 3, 10), date(2026, 3, 24))


def test_the_form_says_every_figure(office: Office, invoice: Invoice) -> None:
    found = office.ask(invoices.totals, office.ask(invoices.content, invoice.id))

    assert [line.net for line in found.lines] == [
        euros("350.73"),
        euros("118.80"),
        euros("120.00"),
        euros("12.50"),
    ]
    assert found.line_sum == euros("602.03")
    assert [part.allowance for part in found.vat] == [euros("18.16"), euros("5.94"), euros("6.00")]
    assert [part.base for part in found.vat] == [euros("345.07"), euros("112.86"), euros("114.00")]
    assert [part.tax for part in found.vat] == [euros("87.99"), euros("15.24"), euros("11.40")]
    assert (found.net, found.tax, found.gross) == (
        euros("571.93"),
        euros("114.63"),
        euros("686.56"),
    )


def test_the_list_says_the_same(office: Office, invoice: Invoice) -> None:
    (row,) = office.ask(invoices.rows, (invoice.id,))

    assert (row.number, row.net_minor, row.gross_minor) == ("20260001", 57193, 68656)


def test_the_page_says_the_same(office: Office, invoice: Invoice) -> None:
    page = page_of(office.ask(invoices.pdf, invoice.id))

    for figure in ("350,73", "118,80", "120,00", "12,50", "571,93", "114,63", "686,56"):
        assert figure in page, figure
    for figure in ("87,99", "15,24", "11,40", "345,07", "112,86", "114,00"):
        assert figure in page, figure
    assert "20260001" in page
    assert "2026 00017" in page
    assert "10.3.2026" in page
    assert "24.3.2026" in page


def test_the_books_say_the_same(office: Office, invoice: Invoice) -> None:
    balance = office.ask(accounting.trial_balance, TODAY)
    (entry,) = office.ask(accounting.entries_of, f"invoice:{invoice.id}")

    moved = {row.number: row.balance_minor for row in balance.rows}
    assert max(moved.values()) == 68656
    assert sum(minor for minor in moved.values() if minor < 0) == -68656
    assert balance.difference_minor == 0
    assert sum(side.amount.minor for side in entry.postings if side.amount.minor > 0) == 68656


def test_the_archive_and_the_search_lead_to_it(office: Office, invoice: Invoice) -> None:
    (record,) = office.ask(archive.of, f"invoice:{invoice.id}")

    assert office.ask(archive.content, record.id) == office.ask(invoices.pdf, invoice.id)
    assert ("invoice", invoice.id) in {
        (hit.kind, hit.entity_id) for hit in office.ask(search.find, "686,56")
    }


def test_the_total_can_be_explained(office: Office, invoice: Invoice) -> None:
    steps = office.ask(invoices.explanation_of, invoice.id)
    written = office.ask(invoices.explanation, journey_6_content())

    assert steps[-1].facts["gross"] == euros("686.56")
    assert [step.figure for step in written] == [step.figure for step in steps]
