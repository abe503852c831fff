"""What a customer accepted is ordered once, and the chain leads from the quote to the money."""

from __future__ import annotations

import pytest

from app.domain.orders.order import Channel
from app.domain.quotes.quote import NotAccepted, State
from app.services import chains, invoices, order_billing, ordering_quotes, orders, quotes
from app.services.office import Office
from app.storage.database import Database
from tests.order_desk import an_ordering_office, shipped
from tests.quoting import accepted, sent


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


def test_an_accepted_quote_becomes_an_order_of_what_was_chosen(office: Office) -> None:
    quote = accepted(office, 2)

    order = office.do(ordering_quotes.to_order, quote.id).result

    texts = [line.description for line in order.wanted.lines]
    assert texts == ["Table", "Oil"]
    assert (order.quote_id, order.channel) == (quote.id, Channel.QUOTE)
    after = office.ask(quotes.get, quote.id)
    assert (after.state, after.invoice_id) == (State.ORDERED, None)
    assert office.ask(ordering_quotes.order_of, quote.id) == order.id
    for deed in (ordering_quotes.to_order, quotes.to_invoice):
        with pytest.raises(NotAccepted):
            office.do(deed, quote.id)


def test_only_what_was_accepted_is_ordered(office: Office) -> None:
    quote = sent(office)

    with pytest.raises(NotAccepted):
        office.do(ordering_quotes.to_order, quote.id)

    assert office.ask(ordering_quotes.order_of, quote.id) is None


def test_a_new_order_comes_in_the_place_of_one_that_was_thrown_away(office: Office) -> None:
    quote = accepted(office)
    first = office.do(ordering_quotes.to_order, quote.id).result
    office.do(orders.cancel, first.id)

    second = office.do(ordering_quotes.to_order, quote.id).result

    assert second.id != first.id
    assert office.ask(ordering_quotes.order_of, quote.id) == second.id


def test_the_chain_leads_from_the_quote_through_the_order_to_the_invoice_and_back(
    office: Office,
) -> None:
    quote = accepted(office)
    order = office.do(ordering_quotes.to_order, quote.id).result
    order = office.do(orders.confirm, order.id).result
    shipped(office, order, 1)
    draft = office.do(order_billing.bill, order.id).result
    invoice = office.do(invoices.issue, draft.id).result

    chain = office.ask(chains.around_order, order.id)

    found = [(link.record, link.record_id, link.depth) for link in chain]
    assert found == [("quote", quote.id, 0), ("order", order.id, 1), ("invoice", invoice.id, 2)]
    assert office.ask(chains.around, invoice.id) == chain
    assert office.ask(chains.around_quote, quote.id) == chain


def test_an_order_alone_is_no_chain(office: Office) -> None:
    quote = accepted(office)
    order = office.do(ordering_quotes.to_order, quote.id).result

    assert len(office.ask(chains.around_order, order.id)) == 2
    copied = office.do(orders.copy, order.id).result
    assert office.ask(chains.around_order, copied.id) == ()
