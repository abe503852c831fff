"""Invoices through the services: a draft is completed, issued all or nothing, and stays so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.invoice import Discount, NotADraft, State
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import (
    AAMU,
    LAMP,
    a_content,
    a_written_line,
    at,
    count,
    drafted,
    issued,
    journey_6_content,
    opened_books,
)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_a_product_and_a_quantity_make_a_whole_line(office: Office) -> None:
    line = DraftLine(product_id=LAMP.id, quantity=Quantity(Decimal(3)))

    draft = drafted(office, Draft(customer_id=AAMU.id, lines=(line,)))

    (made,) = draft.lines
    assert (made.description, made.unit, made.price) == ("Valaisin", "kpl", LAMP.price)
    assert (made.vat, made.rate) == ("standard", Rate(Decimal("25.5")))
    assert (draft.language, draft.terms_days, draft.currency) == ("fi", 14, "EUR")
    assert draft.buyer is not None
    assert draft.buyer.name == AAMU.name
    assert office.ask(invoices.get, draft.id) == draft


def test_a_draft_has_no_number_and_books_nothing(office: Office) -> None:
    draft = drafted(office)

    assert (draft.state, draft.number, draft.reference) == (State.DRAFT, "", "")
    assert count(office, "journal_entry") == 0
    assert count(office, "archive_file") == 0


def test_a_form_may_give_the_id_under_which_a_draft_is_kept(office: Office) -> None:
    draft = office.do(invoices.draft, a_content(), InvoiceId(4711)).result

    assert draft.id == 4711


def test_a_customer_without_terms_has_those_of_the_company(office: Office) -> None:
    with office.database.write() as unit:
        before = unit.company.get()
        unit.company.save(before, replace(before, terms_days=21, version=2))
    content = a_content(customer_id=None)

    assert drafted(office, content).terms_days == 21
    assert drafted(office, replace(content, terms_days=0)).terms_days == 0


def test_figures_that_the_books_cannot_hold_are_refused_at_their_field(office: Office) -> None:
    content = a_content(DraftLine(), a_written_line("999999999", "999999999"))

    with pytest.raises(Invalid) as refused:
        drafted(office, content)

    assert [problem.field for problem in refused.value.problems] == ["lines.1.price"]
    assert count(office, "invoice") == 0


def test_blank_rows_are_left_out_and_problems_stay_where_they_were_written(office: Office) -> None:
    content = a_content(DraftLine(), replace(a_written_line(), description=" "), DraftLine())

    problems = office.ask(invoices.check, content)
    totals = office.ask(invoices.totals, content)

    assert [one.field for one in problems if not one.is_warning] == ["lines.1.description"]
    assert [line.net.minor for line in totals.lines] == [0, 10000, 0]
    assert len(totals.vat) == 1
    assert len(drafted(office, content).lines) == 1


def test_a_revised_draft_is_what_was_written_last(office: Office) -> None:
    draft = drafted(office)
    content = replace(office.ask(invoices.content, draft.id), note="Kiitos!")

    revised = office.do(invoices.revise, draft.id, draft.version, content).result

    assert (revised.version, revised.note) == (2, "Kiitos!")
    assert office.ask(invoices.get, draft.id) == revised


def test_a_revision_that_changes_nothing_is_no_new_version(office: Office) -> None:
    draft = drafted(office)

    same = office.do(invoices.revise, draft.id, 1, office.ask(invoices.content, draft.id)).result

    assert same == draft


def test_a_revision_of_a_stale_version_is_a_conflict(office: Office) -> None:
    draft = drafted(office)
    office.do(invoices.revise, draft.id, 1, a_content(note="theirs"))

    with pytest.raises(Conflict):
        office.do(invoices.revise, draft.id, 1, a_content(note="mine"))

    assert office.ask(invoices.get, draft.id).note == "theirs"


def test_a_reprint_is_the_filed_paper_bit_by_bit(office: Office) -> None:
    invoice = issued(office)
    first = office.ask(invoices.pdf, invoice.id)
    with office.database.write() as unit:
        before = unit.company.get()
        unit.company.save(before, replace(before, name="Renamed Oy", version=2))

    assert first.startswith(b"%PDF-")
    assert office.ask(invoices.pdf, invoice.id) == first


def test_a_draft_has_no_filed_paper(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(invoices.pdf, drafted(office).id)


def test_a_discarded_draft_is_kept_but_never_issued(office: Office) -> None:
    draft = drafted(office)
    office.do(invoices.discard, draft.id)

    with pytest.raises(NotADraft):
        office.do(invoices.issue, draft.id)

    assert list(office.ask(invoices.spine, View())) == []
    assert office.ask(invoices.get, draft.id).state is State.DISCARDED


def test_an_issued_invoice_is_neither_discarded_nor_revised(office: Office) -> None:
    invoice = issued(office)

    with pytest.raises(NotADraft):
        office.do(invoices.discard, invoice.id)
    with pytest.raises(NotADraft):
        office.do(invoices.revise, invoice.id, invoice.version, a_content())

    assert office.ask(invoices.get, invoice.id) == invoice


def test_a_copy_is_a_draft_with_fresh_dates(office: Office) -> None:
    original = issued(office, journey_6_content())

    made = office.do(invoices.copy, original.id).result

    assert (made.state, made.number, made.issued_on, made.due_on) == (State.DRAFT, "", None, None)
    assert (made.lines, made.copied_from) == (original.lines, original.id)


def test_a_copy_in_a_new_year_has_the_new_rates(office: Office) -> None:
    old = at(office, date(2025, 12, 1))
    draft = drafted(old, a_content(a_written_line(vat="reduced")))

    made = office.do(invoices.copy, draft.id).result

    assert [draft.lines[0].rate, made.lines[0].rate] == [Decimal(14), Decimal("13.5")]


def test_an_invoice_is_found_by_number_amount_customer_and_goods(office: Office) -> None:
    invoice = issued(office, journey_6_content())
    drafted(office)

    for words in ("20260001", "686,56", "kahvila 20260001", "202600017", "gadget 2026"):
        assert list(office.ask(invoices.spine, View(words=words))) == [invoice.id], words
        (row,) = office.ask(invoices.first, View(words=words), 10)
        assert row.id == invoice.id
    assert office.ask(invoices.numbered, "20260001") == invoice
    with pytest.raises(NotFound):
        office.ask(invoices.numbered, "20260002")


def test_the_last_price_comes_from_the_last_invoice(office: Office) -> None:
    line = DraftLine(product_id=LAMP.id, price=UnitPrice(Decimal(99)))
    issued(office, a_content(line))

    found = office.ask(invoices.last_price, LAMP.id, AAMU.id)

    assert found is not None
    assert (found.price, found.number) == (Decimal(99), "20260001")


def test_a_preview_is_a_draft_page_and_writes_nothing(office: Office) -> None:
    page = office.ask(invoices.preview, journey_6_content())

    assert page.startswith(b"%PDF-")
    assert page == office.ask(invoices.preview, journey_6_content())
    assert count(office, "invoice") == 0


def test_a_preview_of_impossible_figures_is_refused(office: Office) -> None:
    content = a_content(discount=Discount(percent=Rate(Decimal(101))))

    with pytest.raises(Invalid):
        office.ask(invoices.preview, content)


def test_what_is_written_is_shown_complete(office: Office) -> None:
    shown = office.ask(invoices.written, a_content(DraftLine(product_id=LAMP.id)))

    assert shown.lines[0].description == "Valaisin"
    assert office.ask(invoices.totals, a_content()).gross == Money(12550, "EUR")


def test_an_id_that_is_taken_is_not_given_twice(office: Office) -> None:
    kept = office.do(invoices.draft, a_content()).result

    with pytest.raises(Conflict):
        office.do(invoices.draft, a_content(), kept.id)
