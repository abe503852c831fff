from __future__ import annotations

import pypdfium2
import pytest

from app.domain.expenses.making import ClaimForm
from app.domain.shared.ids import DocumentId
from app.outside.clock import FixedClock
from app.services import archive, expense_papers, expenses
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.claiming import a_meal, the_journey
from tests.databases import on_sqlite
from tests.timing import hire
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return office


def pages_of(content: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(pypdfium2.PdfDocument(content))


@on_sqlite
def test_the_receipts_follow_the_claim_and_what_has_no_pages_is_left_out(office: Office) -> None:
    aino = hire(office.database)
    bare = office.do(expenses.draft, the_journey(office, aino)).result
    paper = office.ask(expense_papers.page, bare.id)
    receipt = office.do(archive.file, "lunch.pdf", "application/pdf", paper).result
    note = office.do(archive.file, "note.txt", "text/plain", b"paid").result
    lines = tuple(a_meal(office, DocumentId(one.id)) for one in (receipt, receipt, note))
    claim = office.do(expenses.draft, ClaimForm(aino, "Lunch", lines)).result

    content = office.ask(expense_papers.page, claim.id, "fi")

    assert pages_of(paper) == 1
    assert pages_of(content) == 2
