"""Quotes through the office: each step with its number, paper, refusal and trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.domain.archive.document import DocumentState
from app.domain.contacts.timeline import Happening
from app.domain.invoices.chain import ChainLink
from app.domain.invoices.invoice import Discount
from app.domain.quotes.chain import QuoteLink
from app.domain.quotes.choosing import ChosenTwice, NotOffered
from app.domain.quotes.quote import (
    Choice,
    NoLongerValid,
    NotAccepted,
    NotADraft,
    NotRevisable,
    NotSent,
    Position,
    QuoteDraft,
    State,
)
from app.domain.shared.ids import DocumentId, QuoteId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import (
    archive,
    chains,
    contacts,
    crediting,
    documents,
    invoices,
    quotes,
    search,
)
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.services.quotes import RevisedAlready
from app.services.quoting import source_of
from app.storage.database import Database
from tests.builders import TODAY
from tests.quoting import FIRM, OPTION, a_quote_content, accepted, quoted, sent, with_choices
from tests.trade import AAMU, a_content, a_written_line, at, count, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_a_draft_has_no_number_and_can_be_changed(office: Office) -> None:
    draft = quoted(office)
    content = replace(office.ask(quotes.content, draft.id), valid_until=date(2026, 5, 1))

    saved = office.do(quotes.save, draft.id, draft.version, content).result

    assert (draft.number, saved.version) == ("", 2)
    assert office.ask(quotes.get, draft.id) == saved
    assert office.do(quotes.save, draft.id, 2, content).result == saved


def test_two_clerks_do_not_overwrite_each_other(office: Office) -> None:
    draft = quoted(office)
    content = replace(with_choices(), valid_until=date(2026, 5, 1))
    office.do(quotes.save, draft.id, 1, content)

    with pytest.raises(Conflict):
        office.do(quotes.save, draft.id, 1, with_choices())
    with pytest.raises(Conflict):
        office.do(quotes.draft, content, draft.id)


def test_a_quote_that_is_sent_has_number_paper_and_day(office: Office) -> None:
    quote = sent(office)

    assert (quote.state, quote.number) == (State.SENT, "Q-2026-0001")
    assert quote.valid_until == TODAY + timedelta(days=30)
    (filed,) = office.ask(archive.of, source_of(quote.id))
    assert (filed.name, filed.is_sealed) == ("Q-2026-0001.pdf", True)
    assert office.ask(quotes.pdf, quote.id)[:5] == b"%PDF-"
    assert office.ask(quotes.page, quote.id) == office.ask(quotes.pdf, quote.id)
    assert sent(office).number == "Q-2026-0002"


def test_the_document_of_a_quote_is_filed_as_an_offer(office: Office) -> None:
    quote = sent(office)

    (hit,) = [one for one in office.ask(search.find, quote.number) if one.kind == "document"]
    card = office.ask(documents.get, DocumentId(hit.entity_id))

    assert (card.state, card.correspondent_id) == (DocumentState.FILED, AAMU.id)
    assert card.type_id is not None


def test_nothing_that_is_wrong_is_sent(office: Office) -> None:
    empty = office.do(quotes.draft, QuoteDraft(a_content())).result
    late = quoted(office, replace(with_choices(), valid_until=date(2026, 3, 1)))
    office.do(quotes.save, empty.id, 1, QuoteDraft(replace(a_content(), lines=())))

    for draft, code in ((empty, "quotes.no-lines"), (late, "quotes.valid-before-date")):
        with pytest.raises(Invalid) as refused:
            office.do(quotes.send, draft.id)
        assert code in {one.code for one in refused.value.problems}
    assert sent(office).number == "Q-2026-0001"


def test_a_quote_is_sent_once_and_never_changed(office: Office) -> None:
    quote = sent(office)

    for deed, arguments in (
        (quotes.send, ()),
        (quotes.save, (quote.version, with_choices())),
        (quotes.discard, ()),
    ):
        with pytest.raises(NotADraft):
            office.do(deed, quote.id, *arguments)


def test_what_is_chosen_is_in_the_total_of_an_accepted_quote(office: Office) -> None:
    quote = accepted(office, 1, 2)

    (row,) = office.ask(quotes.rows, (quote.id,))

    assert (quote.state, quote.decided_on) == (State.ACCEPTED, TODAY)
    assert row.net_minor == 170_00


def test_what_cannot_be_chosen_is_refused(office: Office) -> None:
    quote = sent(office)
    pair = replace(with_choices(), positions=(FIRM, Position(Choice.OPTIONAL, "A")))
    grouped = replace(pair, positions=(FIRM, pair.positions[1], pair.positions[1]))
    rivals = sent(office, grouped)

    with pytest.raises(NotOffered):
        office.do(quotes.accept, quote.id, (0,))
    with pytest.raises(ChosenTwice):
        office.do(quotes.accept, rivals.id, (1, 2))
    assert office.ask(quotes.get, quote.id).state is State.SENT


def test_what_can_be_chosen_is_named_with_its_price(office: Office) -> None:
    offered = office.ask(quotes.offered, quoted(office).id)

    assert [(one.place, one.description, one.net.minor, one.instead_of) for one in offered] == [
        (1, "Oak table", 150_00, ("Table",)),
        (2, "Oil", 20_00, ()),
    ]


def test_a_quote_whose_day_has_passed_is_due_and_not_changed(office: Office) -> None:
    quote = sent(office)
    later = at(office, TODAY + timedelta(days=31))

    assert [row.id for row in later.ask(quotes.due)] == [quote.id]
    assert office.ask(quotes.due) == ()
    assert later.ask(quotes.get, quote.id) == quote
    with pytest.raises(NoLongerValid):
        later.do(quotes.accept, quote.id)
    assert later.do(quotes.expire, quote.id).result.state is State.EXPIRED


def test_a_quote_that_is_rejected_keeps_the_reason(office: Office) -> None:
    gone = office.do(quotes.reject, sent(office).id, "  Too dear ").result

    assert (gone.state, gone.reason) == (State.REJECTED, "Too dear")
    with pytest.raises(NotSent):
        office.do(quotes.accept, gone.id)


def test_a_revision_takes_the_place_of_the_quote_once_it_is_sent(office: Office) -> None:
    former = sent(office)
    draft = office.do(quotes.revise, former.id).result
    assert office.ask(quotes.get, former.id).state is State.SENT

    newer = office.do(quotes.send, draft.id).result

    assert (newer.number, newer.revision, newer.replaces) == ("Q-2026-0001/2", 2, former.id)
    past = office.ask(quotes.get, former.id)
    assert (past.state, past.is_replaced) == (State.EXPIRED, True)
    with pytest.raises(NotRevisable):
        office.do(quotes.revise, former.id)


def test_a_quote_has_one_later_revision(office: Office) -> None:
    former = sent(office)
    draft = office.do(quotes.revise, former.id).result

    with pytest.raises(RevisedAlready):
        office.do(quotes.revise, former.id)
    office.do(quotes.discard, draft.id)

    assert office.do(quotes.revise, former.id).result.revision == 2


def test_a_revision_of_what_was_accepted_meanwhile_is_not_sent(office: Office) -> None:
    former = sent(office)
    draft = office.do(quotes.revise, former.id).result
    office.do(quotes.accept, former.id)

    with pytest.raises(NotRevisable):
        office.do(quotes.send, draft.id)


def test_an_accepted_quote_becomes_the_draft_of_an_invoice(office: Office) -> None:
    quote = accepted(office, 2)

    invoice = office.do(quotes.to_invoice, quote.id).result

    assert [line.description for line in invoice.lines] == ["Table", "Oil"]
    ordered = office.ask(quotes.get, quote.id)
    assert (ordered.state, ordered.invoice_id) == (State.ORDERED, invoice.id)
    with pytest.raises(NotAccepted):
        office.do(quotes.to_invoice, quote.id)


def test_where_the_invoice_was_thrown_away_another_is_made(office: Office) -> None:
    quote = accepted(office, 2)
    gone = office.do(quotes.to_invoice, quote.id).result
    office.do(invoices.discard, gone.id)

    anew = office.do(quotes.to_invoice, quote.id).result

    assert office.ask(quotes.get, quote.id).invoice_id == anew.id != gone.id


def test_a_quote_that_is_not_accepted_is_not_invoiced(office: Office) -> None:
    with pytest.raises(NotAccepted):
        office.do(quotes.to_invoice, sent(office).id)
    assert count(office, "invoice") == 0


def test_the_chain_goes_from_the_quote_to_the_credit_note_and_back(office: Office) -> None:
    first = sent(office)
    newer = office.do(quotes.send, office.do(quotes.revise, first.id).result.id).result
    office.do(quotes.accept, newer.id)
    invoice = office.do(quotes.to_invoice, newer.id).result
    office.do(invoices.issue, invoice.id)
    note = office.do(crediting.credit, invoice.id, (), "Returned").result

    chain = office.ask(chains.around_quote, first.id)

    assert [(type(one), one.record_id, one.depth) for one in chain] == [
        (QuoteLink, first.id, 0),
        (QuoteLink, newer.id, 1),
        (ChainLink, invoice.id, 2),
        (ChainLink, note.id, 3),
    ]
    assert office.ask(chains.around, note.id) == office.ask(chains.around, invoice.id) == chain


def test_a_quote_alone_is_no_chain(office: Office) -> None:
    assert office.ask(chains.around_quote, sent(office).id) == ()


def test_a_form_is_told_figures_of_what_counts_and_of_every_line(office: Office) -> None:
    review = office.ask(quotes.review, with_choices())

    assert review.totals is not None
    assert review.totals.net.minor == 100_00
    assert [line.net.minor for line in review.totals.lines] == [100_00, 150_00, 20_00]
    assert (review.places, review.problems) == ((0, 1, 2), ())


def test_the_steps_to_the_total_leave_options_out(office: Office) -> None:
    steps = office.ask(quotes.explanation, with_choices())

    assert {one.figure.split(".")[1] for one in steps if one.figure.startswith("lines.")} == {"0"}


def test_a_preview_of_a_draft_is_a_page(office: Office) -> None:
    draft = quoted(office)

    assert office.ask(quotes.preview, with_choices()) == office.ask(quotes.page, draft.id)


def test_quotes_are_listed_counted_and_found(office: Office) -> None:
    quote, draft = sent(office), quoted(office)

    both = [draft.id, quote.id]
    assert list(office.ask(quotes.spine, View())) == both
    assert [row.id for row in office.ask(quotes.first, View(words="oak"), 9)] == both
    assert [row.id for row in office.ask(quotes.first, View(only=("open",)), 9)] == [quote.id]
    counts = office.ask(quotes.counts)
    assert (counts["draft"], counts["open"], counts["run-out"]) == (1, 1, 0)
    assert office.ask(quotes.numbered, quote.number) == quote
    assert {"quote"} <= {hit.kind for hit in office.ask(search.find, "aamu")}


def test_a_discarded_draft_is_not_found_any_more(office: Office) -> None:
    draft = quoted(office)

    office.do(quotes.discard, draft.id)

    assert list(office.ask(quotes.spine, View())) == []
    assert "quote" not in {hit.kind for hit in office.ask(search.find, "oak")}


def test_a_customer_remembers_its_quotes(office: Office) -> None:
    quote, draft = sent(office), quoted(office)

    events = office.ask(contacts.timeline, AAMU.id)

    assert {(one.what, one.record) for one in events} >= {
        (Happening.QUOTE_SENT, quote.id),
        (Happening.QUOTE_DRAFTED, draft.id),
    }


def test_a_copy_is_a_new_draft_with_the_same_positions(office: Office) -> None:
    quote = accepted(office, 1)

    copied = office.do(quotes.copy, quote.id).result

    assert (copied.state, copied.number, copied.chosen) == (State.DRAFT, "", ())
    assert copied.positions == quote.positions


def test_an_amount_off_that_is_more_than_what_counts_is_named(office: Office) -> None:
    lines = (a_written_line("1", "10"), a_written_line("1", "500"))
    content = a_quote_content(*lines, positions=(FIRM, OPTION))
    dear = replace(content.content, discount=Discount(amount=Decimal(50)))

    problems = office.ask(quotes.check, replace(content, content=dear))

    assert [one.code for one in problems] == ["invoices.discount-too-large"]


@pytest.mark.parametrize("deed", [quotes.draft, quotes.send, quotes.accept, quotes.to_invoice])
def test_who_may_only_read_does_nothing(office: Office, deed: Callable[..., Any]) -> None:
    quote = sent(office)
    reader = Role("reader", frozenset({Permission.INVOICES_READ}))
    guest = Office(office.database, FixedClock(TODAY), Actor("Guest", reader))

    with pytest.raises(NotAllowed):
        guest.do(deed, quote.id)


def test_a_quote_that_is_not_there_is_not_found(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(quotes.get, QuoteId(9))
    with pytest.raises(NotFound):
        office.ask(quotes.pdf, quoted(office).id)
