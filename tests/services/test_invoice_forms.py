"""What the form of an invoice begins with, and what it is told while somebody types."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.shared.ids import InvoiceId
from app.domain.shared.quantities import Quantity
from app.outside.clock import FixedClock
from app.services import drafts, invoice_forms, invoices
from app.services.issuing import FORM
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import AAMU, LAMP, a_content, a_written_line, drafted, issued, opened_books

NEW = InvoiceId(99)


@pytest.fixture
def trading(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_a_new_form_knows_company_and_country(trading: Office) -> None:
    found = trading.ask(invoice_forms.opened, NEW)

    assert (found.company.currency, found.pack.country) == ("EUR", "FI")
    assert (found.invoice, found.kept, found.customers, found.products) == (None, None, (), ())


def test_the_form_of_a_draft_knows_its_customer_and_products(trading: Office) -> None:
    draft = drafted(trading, a_content(replace(a_written_line(), product_id=LAMP.id)))

    found = trading.ask(invoice_forms.opened, draft.id)

    assert found.invoice == draft
    assert [row.id for row in found.customers] == [AAMU.id]
    assert [row.id for row in found.products] == [LAMP.id]


def test_a_form_that_was_not_saved_brings_whom_and_what_it_names(trading: Office) -> None:
    rows = [["", "2", "", "", "", "", "", str(LAMP.id)], ["text", "", "", "", "", "", "", ""]]
    body = {"fields": {"customer_id": str(AAMU.id)}, "rows": rows}
    trading.do(drafts.keep, FORM, NEW, 0, body)

    found = trading.ask(invoice_forms.opened, NEW)

    assert found.kept is not None and found.kept.body == body
    assert [row.id for row in found.customers] == [AAMU.id]
    assert [row.id for row in found.products] == [LAMP.id]


@pytest.mark.parametrize("body", [[], "text", {"rows": []}, {"fields": {}, "rows": [[]]}])
def test_a_kept_form_of_another_shape_is_read_as_far_as_it_goes(
    trading: Office, body: object
) -> None:
    trading.do(drafts.keep, FORM, NEW, 0, body)

    assert trading.ask(invoice_forms.opened, NEW).customers == ()


def test_a_review_says_in_one_answer_what_the_form_shows(trading: Office) -> None:
    content = a_content(a_written_line("2"), DraftLine(), a_written_line("3"))

    review = trading.ask(invoices.review, content)

    assert review.places == (0, 2)
    assert review.totals is not None
    assert str(review.totals.gross.amount) == "627.50"
    assert review.problems == trading.ask(invoices.check, content)


def test_a_review_of_a_wrong_figure_has_problems_and_no_totals(trading: Office) -> None:
    content = a_content(replace(a_written_line(), quantity=Quantity(Decimal("0.0000001"))))

    review = trading.ask(invoices.review, content)

    assert review.totals is None
    assert [problem.field for problem in review.problems] == ["lines.0.quantity"]


def test_a_review_of_nothing_names_what_is_missing(trading: Office) -> None:
    review = trading.ask(invoices.review, Draft())

    assert {problem.code for problem in review.problems} == {
        "invoices.no-customer",
        "invoices.no-lines",
    }


def test_the_page_of_a_draft_is_its_preview_and_of_an_issued_one_its_file(trading: Office) -> None:
    draft, sold = drafted(trading), issued(trading)

    preview = trading.ask(invoices.preview, trading.ask(invoices.content, draft.id))

    assert trading.ask(invoices.page, draft.id) == preview
    assert trading.ask(invoices.page, sold.id) == trading.ask(invoices.pdf, sold.id)
