"""Crediting: journey 8 from the invoice to the books, and what is refused leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest

from app.domain.invoices.crediting import NotCreditable, NothingLeft, Take
from app.domain.invoices.draft import Draft, content_of
from app.domain.invoices.invoice import Invoice, Kind, State
from app.domain.invoices.totals import totals_of
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Invalid
from app.outside.clock import FixedClock
from app.services import accounting, crediting, invoices
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import count, drafted, issued, journey_6_content, opened_books

SIX_PACKS = (Take(1, Quantity(Decimal(6))),)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def invoice(office: Office) -> Invoice:
    return issued(office, journey_6_content())


def credited(office: Office, invoice: Invoice, *takes: Take) -> Invoice:
    draft = office.do(crediting.credit, invoice.id, takes, "Returned").result
    return office.do(invoices.issue, draft.id).result


def balances(office: Office) -> dict[str, int]:
    rows = office.ask(accounting.trial_balance, TODAY, "en").rows
    return {row.number: row.balance_minor for row in rows}


def paper(office: Office, one: Invoice) -> str:
    """Return the text of an invoice's paper, with one kind of blank."""
    document = pypdfium2.PdfDocument(office.ask(invoices.pdf, one.id))
    pages = (page.get_textpage().get_text_bounded() for page in document)
    return " ".join("\n".join(pages).split())


def test_journey_8_is_one_note_with_its_own_number(office: Office, invoice: Invoice) -> None:
    note = credited(office, invoice, *SIX_PACKS)

    totals = totals_of(note)
    assert (note.number, note.kind, note.state) == (
        "CN-2026-0001",
        Kind.CREDIT_NOTE,
        State.ISSUED,
    )
    assert (totals.net.minor, totals.tax.minor, totals.gross.minor) == (2821, 381, 3202)
    assert note.origin is not None
    assert note.origin.number == "20260001"
    assert note.reference == ""


def test_the_books_take_back_what_the_note_says(office: Office, invoice: Invoice) -> None:
    before = balances(office)

    credited(office, invoice, *SIX_PACKS)

    after = balances(office)
    changes = {number: after[number] - before.get(number, 0) for number in after}
    assert {number: one for number, one in changes.items() if one} == {
        "1700": -3202,
        "3010": 2821,
        "2942": 381,
    }
    assert sum(after.values()) == 0


def test_the_invoice_itself_is_unchanged(office: Office, invoice: Invoice) -> None:
    credited(office, invoice, *SIX_PACKS)

    assert office.ask(invoices.get, invoice.id) == invoice


def test_the_paper_names_the_invoice_and_the_reason(office: Office, invoice: Invoice) -> None:
    note = credited(office, invoice, *SIX_PACKS)

    text = paper(office, note)

    words = ("Hyvityslasku", "CN-2026-0001", "20260001", "Returned", "32,02")
    assert [word for word in words if word not in text] == []


def test_notes_on_an_invoice_are_known_with_what_is_left(office: Office, invoice: Invoice) -> None:
    note = credited(office, invoice, *SIX_PACKS)

    left = office.ask(crediting.left, invoice.id)

    assert office.ask(crediting.credits_of, invoice.id) == (note,)
    assert (str(left["1"].quantity), left["1"].amount.minor) == ("18", 8910)


def test_everything_can_be_credited_in_parts_and_then_nothing(
    office: Office, invoice: Invoice
) -> None:
    credited(office, invoice, *SIX_PACKS)
    credited(office, invoice)

    with pytest.raises(NothingLeft):
        office.do(crediting.credit, invoice.id)
    assert balances(office)["1700"] == 0


def test_a_second_note_drafted_before_the_first_was_issued_is_stopped(
    office: Office, invoice: Invoice
) -> None:
    one = office.do(crediting.credit, invoice.id, (), "Returned").result
    other = office.do(crediting.credit, invoice.id, (), "Returned").result
    office.do(invoices.issue, one.id)

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, other.id)

    assert {one.code for one in refused.value.problems} == {
        "invoices.returned-more-than-invoiced",
        "invoices.credited-more-than-invoiced",
    }
    assert count(office, "number_taken") == 4
    assert office.ask(invoices.get, other.id).state is State.DRAFT


def test_a_note_is_reviewed_against_what_is_left(office: Office, invoice: Invoice) -> None:
    draft = office.do(crediting.credit, invoice.id, SIX_PACKS).result
    content = content_of(draft)
    line = replace(content.lines[0], quantity=Quantity(Decimal(25)))

    review = office.ask(invoices.review, replace(content, lines=(line,)))

    found = {problem.code: problem.field for problem in review.problems}
    assert found["invoices.returned-more-than-invoiced"] == "lines.0.quantity"
    assert found["invoices.credit-without-reason"] == "reason"


def test_a_draft_is_not_credited(office: Office) -> None:
    with pytest.raises(NotCreditable):
        office.do(crediting.credit, drafted(office).id)


def test_a_note_without_its_invoice_is_refused(office: Office) -> None:
    content = replace(journey_6_content(), kind=Kind.CREDIT_NOTE, reason="Wrong")

    with pytest.raises(Invalid) as refused:
        office.do(invoices.issue, drafted(office, content).id)

    assert [one.code for one in refused.value.problems] == ["invoices.credit-without-origin"]


def test_who_may_only_read_credits_nothing(office: Office, invoice: Invoice) -> None:
    reader = Role("reader", frozenset({Permission.INVOICES_READ}))
    limited = Office(office.database, office.clock, Actor("Kim", reader))

    with pytest.raises(NotAllowed):
        limited.do(crediting.credit, invoice.id)


def test_an_invoice_is_written_anew_in_the_place_of_a_wrong_one(
    office: Office, invoice: Invoice
) -> None:
    draft = office.do(crediting.reissue, invoice.id, "Wrong price").result

    anew = office.do(invoices.issue, draft.id).result

    assert (anew.number, anew.kind) == ("20260002", Kind.INVOICE)
    assert anew.origin is not None
    assert anew.origin.number == "20260001"
    assert "Korvaa laskun 20260001" in paper(office, anew)


def test_a_copy_of_a_credit_note_is_an_invoice_again(office: Office, invoice: Invoice) -> None:
    note = credited(office, invoice, *SIX_PACKS)

    copied: Draft = content_of(office.do(invoices.copy, note.id).result)

    assert (copied.kind, copied.origin, copied.lines[0].credits) == (Kind.INVOICE, None, None)
