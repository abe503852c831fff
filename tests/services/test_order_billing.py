"""What went out becomes an invoice, and an order always knows what was invoiced of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.invoices.crediting import Take
from app.domain.invoices.invoice import Kind
from app.domain.invoices.stages import Share
from app.domain.orders.billing import MoreThanBillable, NothingToBill
from app.domain.orders.order import Order, OrderState
from app.domain.shared.ids import ProductId
from app.domain.shared.quantities import Quantity, Rate
from app.domain.stock.item import Billing
from app.services import crediting, deliveries, invoices, order_billing, orders, stock_items
from app.services.office import Office
from app.services.order_billing import Counted, LineShare
from app.storage.database import Database
from tests.builders import TODAY
from tests.order_desk import (
    an_ordering_office,
    asked,
    billed,
    came,
    confirmed,
    qty,
    read,
    shipped,
    stocked,
    ten_of,
)
from tests.shipping_desk import arrives, on_shelf, ordered, packed
from tests.trade import AAMU


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    """A product of which ten lie in stock."""
    return ten_of(office, "P-17")


def invoiced(office: Office, order: Order) -> list[Quantity]:
    return [line.invoiced for line in read(office, order).lines]


def test_journey_16_ten_of_fifteen_go_out_and_the_rest_follows(
    office: Office, pump: ProductId
) -> None:
    order = shipped(office, confirmed(office, asked(pump, 15)), 10)
    assert order.lines[0].open == 5

    first = billed(office, order)
    came(office, pump, "20", "5")
    assert read(office, order).lines[0].reserved == 5
    shipped(office, read(office, order), 5)
    second = billed(office, order)

    assert [one.quantity for one in (first.lines[0], second.lines[0])] == [10, 5]
    assert (first.our_reference, second.our_reference) == (order.number, order.number)
    assert read(office, order).state is OrderState.CLOSED


def test_a_draft_counts_and_counts_no_more_once_it_is_thrown_away(
    office: Office, pump: ProductId
) -> None:
    order = shipped(office, confirmed(office, asked(pump, 5)), 5)
    draft = office.do(order_billing.bill, order.id).result
    assert invoiced(office, order) == [qty("5")]
    assert read(office, order).state is OrderState.CLOSED
    with pytest.raises(NothingToBill):
        office.do(order_billing.bill, order.id)

    office.do(invoices.discard, draft.id)

    assert invoiced(office, order) == [qty("0")]
    assert read(office, order).state is OrderState.CONFIRMED


def test_no_draft_bills_more_than_went_out(office: Office, pump: ProductId) -> None:
    order = shipped(office, confirmed(office, asked(pump, 5)), 3)
    draft = office.do(order_billing.bill, order.id).result
    content = office.ask(invoices.content, draft.id)
    line = replace(content.lines[0], quantity=qty("4"))

    with pytest.raises(MoreThanBillable) as refused:
        office.do(invoices.revise, draft.id, 1, replace(content, lines=(line,)))

    assert (refused.value.facts["most"], refused.value.facts["number"]) == (qty("3"), order.number)
    assert office.ask(invoices.get, draft.id).lines[0].quantity == 3
    less = replace(content, lines=(replace(line, quantity=qty("2")),))
    office.do(invoices.revise, draft.id, 1, less)
    assert invoiced(office, order) == [qty("2")]


def test_a_copy_of_an_invoice_bills_nothing_of_the_order(office: Office, pump: ProductId) -> None:
    order = shipped(office, confirmed(office, asked(pump, 5)), 5)
    invoice = billed(office, order)

    office.do(invoices.copy, invoice.id)

    assert invoiced(office, order) == [qty("5")]


def test_a_credit_note_counts_once_it_is_issued(office: Office, pump: ProductId) -> None:
    order = shipped(office, confirmed(office, asked(pump, 5)), 5)
    invoice = billed(office, order)
    note = office.do(crediting.credit, invoice.id, (Take(0, qty("2")),), "Broken").result
    assert invoiced(office, order) == [qty("5")]

    office.do(invoices.issue, note.id)

    assert invoiced(office, order) == [qty("3")]
    assert read(office, order).state is OrderState.CONFIRMED
    again = office.do(order_billing.bill, order.id).result
    assert again.lines[0].quantity == 2


def test_what_is_invoiced_by_order_need_not_have_gone_out(office: Office) -> None:
    product = stocked(office, "B-1", billing=Billing.ORDERED)
    order = confirmed(office, asked(product, 5))

    invoice = billed(office, order)

    assert invoice.lines[0].quantity == 5
    with pytest.raises(NothingToBill):
        office.do(order_billing.bill, order.id)


def test_only_so_much_of_a_line_is_invoiced(office: Office, pump: ProductId) -> None:
    order = shipped(office, confirmed(office, asked(pump, 5)), 5)
    line = order.lines[0].id

    draft = office.do(order_billing.bill, order.id, (LineShare(line, qty("2")),)).result

    assert draft.lines[0].quantity == 2
    with pytest.raises(MoreThanBillable):
        office.do(order_billing.bill, order.id, (LineShare(line, qty("4")),))


def test_orders_of_a_customer_are_invoiced_together_each_under_its_name(
    office: Office, pump: ProductId
) -> None:
    found = [shipped(office, confirmed(office, asked(pump, many)), many) for many in (2, 3)]
    (waiting,) = office.ask(order_billing.to_bill)
    assert waiting.orders == tuple(one.id for one in found)

    (draft,) = office.do(order_billing.bill_together, AAMU.id).result

    assert [line.quantity for line in draft.lines] == [0, 2, 0, 3]
    assert [line.is_heading for line in draft.lines] == [True, False] * 2
    assert all(one.number in draft.lines[2 * at].description for at, one in enumerate(found))
    issued = office.do(invoices.issue, draft.id).result
    assert issued.number
    assert office.ask(order_billing.to_bill) == ()
    with pytest.raises(NothingToBill):
        office.do(order_billing.bill_together, AAMU.id)


def test_orders_with_another_discount_have_their_own_invoice(
    office: Office, pump: ProductId
) -> None:
    for percent in ("0", "10"):
        draft = confirmed(office, asked(pump, 2))
        content = office.ask(orders.content, draft.id)
        discount = replace(content.content.discount, percent=Rate(Decimal(percent)))
        cheaper = replace(content, content=replace(content.content, discount=discount))
        order = office.do(orders.amend, draft.id, draft.version, cheaper, "Agreed").result
        shipped(office, order, 2)

    drafts = office.do(order_billing.bill_together, AAMU.id).result

    assert [one.discount.percent for one in drafts] == [0, 10]


def test_a_deposit_is_taken_off_the_last_invoice(office: Office, pump: ProductId) -> None:
    order = confirmed(office, asked(pump, 10))
    deposit = office.do(order_billing.deposit, order.id, Share(percent=Rate(Decimal(30)))).result
    office.do(invoices.issue, deposit.id)
    assert (deposit.kind, invoiced(office, order)) == (Kind.DOWN_PAYMENT, [qty("0")])
    shipped(office, order, 10)

    final = billed(office, order)

    assert final.kind is Kind.FINAL
    assert [line.order_line_id is not None for line in final.lines] == [True, False]
    rows = office.ask(invoices.rows, (deposit.id, final.id))
    assert sum(row.gross_minor for row in rows) == 1255_00
    assert read(office, order).state is OrderState.CLOSED


def test_what_was_delivered_until_a_day_is_invoiced_and_the_rest_later(office: Office) -> None:
    early, late = TODAY - timedelta(days=8), TODAY
    pump = on_shelf(office, "P-9")
    arrives(office, pump, "10", on=early)
    order = ordered(office, pump, 6)
    for count, day in ((2, early), (4, late)):
        office.do(deliveries.ship, packed(office, order, count).id, day)
    until, asked_for = TODAY - timedelta(days=1), order_billing.orders_to_bill
    assert office.ask(asked_for, AAMU.id, until, Counted.DELIVERED) == (order.number,)
    assert office.ask(asked_for, AAMU.id, early - timedelta(days=1), Counted.DELIVERED) == ()
    assert office.ask(asked_for, AAMU.id, until, Counted.ORDERED) == ()

    (first,) = office.do(order_billing.bill_together, AAMU.id, until, Counted.DELIVERED).result
    (rest,) = office.do(order_billing.bill_together, AAMU.id).result

    assert [line.quantity for line in first.lines] == [2]
    assert first.delivered_on == early
    assert [line.quantity for line in rest.lines] == [4]


def test_what_is_invoiced_as_ordered_counts_by_the_day_of_the_order(office: Office) -> None:
    paid_first = on_shelf(office, "P-9", "10")
    item = office.ask(stock_items.get, paid_first)
    assert item is not None
    office.do(stock_items.save, replace(item, billing=Billing.ORDERED))
    order = ordered(office, paid_first, 6)

    before = office.ask(
        order_billing.orders_to_bill, AAMU.id, TODAY - timedelta(days=1), Counted.DELIVERED
    )

    assert before == ()
    (made,) = office.do(order_billing.bill_together, AAMU.id, TODAY, Counted.DELIVERED).result
    assert [line.quantity for line in made.lines] == [6]
    assert order.number in {made.our_reference, *(line.description for line in made.lines)}
