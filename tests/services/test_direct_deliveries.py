"""Suppliers deliver straight to customers: noted, billed, explained, and never in our stock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.contacts.contact import Role
from app.domain.contacts.form import ContactForm
from app.domain.orders.direct import BroughtBySupplier, NotDirect, NotYet, UnderWay
from app.domain.orders.dispatch import NothingReady
from app.domain.orders.order import Order, OrderState
from app.domain.orders.refused import MoreThanRest, MoreThanSent
from app.domain.shared.ids import ContactId, DirectDeliveryId, OrderLineId, ProductId
from app.domain.shared.refusals import NotFound
from app.domain.stock.item import Reorder
from app.services import (
    contacts,
    deliveries,
    direct_deliveries,
    invoices,
    order_billing,
    orders,
    returns,
    stock_items,
    stock_levels,
    stuck,
)
from app.services.direct_deliveries import Sent
from app.services.office import Office
from app.services.returning import Back
from app.storage.database import Database
from tests.builders import TODAY
from tests.order_desk import an_ordering_office, asked, billed, confirmed, qty, read, taken, ten_of
from tests.trade import AAMU


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    return ten_of(office, "P-17")


@pytest.fixture
def supplier(office: Office) -> ContactId:
    form = ContactForm("Tampereen Paahtimo Oy", roles=frozenset({Role.SUPPLIER}))
    return office.do(contacts.add, form).result.id


def straight(office: Office, order: Order, supplier: ContactId) -> Order:
    lines = tuple(line.id for line in order.lines)
    return office.do(direct_deliveries.direct, order.id, lines, supplier).result


def noted(
    office: Office, order: Order, count: str, day: date = TODAY
) -> tuple[DirectDeliveryId, ...]:
    sent = (Sent(order.lines[0].id, qty(count)),)
    made = office.do(direct_deliveries.deliver, order.id, sent, day, "LS-77").result
    return tuple(one.id for one in made)


def lying(office: Office, pump: ProductId) -> tuple[Decimal, Decimal]:
    found = office.ask(stock_levels.availability, pump)
    return found.on_hand, found.reserved


def test_nothing_is_held_or_moved_and_what_was_delivered_is_billed(
    office: Office, pump: ProductId, supplier: ContactId
) -> None:
    order = confirmed(office, asked(pump, 4))
    held = lying(office, pump)
    after = straight(office, order, supplier)

    noted(office, after, "3")

    assert held == (Decimal(10), Decimal(4))
    assert lying(office, pump) == (Decimal(10), Decimal(0))
    line = read(office, order).lines[0]
    assert line.delivered == line.billable == Decimal(3)
    assert line.open == Decimal(1)
    invoice = billed(office, order)
    assert [one.quantity for one in invoice.lines] == [3]
    assert invoice.delivered_on == TODAY
    assert lying(office, pump) == (Decimal(10), Decimal(0))


def test_goods_let_go_come_to_whoever_waits(
    office: Office, pump: ProductId, supplier: ContactId
) -> None:
    first, second = confirmed(office, asked(pump, 8)), confirmed(office, asked(pump, 5))

    straight(office, first, supplier)

    assert read(office, second).lines[0].reserved == 5


def test_the_order_says_that_it_waits_for_the_supplier(
    office: Office, pump: ProductId, supplier: ContactId
) -> None:
    order = straight(office, confirmed(office, asked(pump, 4)), supplier)

    found = office.ask(stuck.why, order.id)
    row = office.ask(orders.rows, (order.id,))[0]

    assert found[0].code == row.stuck[0].code == "orders.stuck-direct"
    assert (found[0].facts["supplier"], found[0].facts["missing"]) == ("Tampereen Paahtimo Oy", "4")
    assert office.ask(orders.counts).get("ready", 0) == 0
    with pytest.raises(NothingReady):
        office.do(deliveries.plan, order.id)


def test_an_order_closes_when_the_supplier_delivered_and_all_is_billed_and_opens_again(
    office: Office, pump: ProductId, supplier: ContactId
) -> None:
    order = straight(office, confirmed(office, asked(pump, 4)), supplier)
    ids = noted(office, order, "4")
    draft = office.do(order_billing.bill, order.id).result

    assert read(office, order).state is OrderState.CLOSED
    with pytest.raises(MoreThanSent):
        office.do(direct_deliveries.take_back, ids)
    office.do(invoices.discard, draft.id)
    back = office.do(direct_deliveries.take_back, ids).result

    assert back.state is OrderState.CONFIRMED
    assert back.lines[0].delivered == 0
    assert office.ask(direct_deliveries.of_order, order.id).made == ()
    with pytest.raises(NotFound):
        office.do(direct_deliveries.take_back, ids)


def test_what_is_wrong_about_a_delivery_is_refused(
    office: Office, pump: ProductId, supplier: ContactId
) -> None:
    ours = confirmed(office, asked(pump, 1))
    order = straight(office, confirmed(office, asked(pump, 4)), supplier)

    with pytest.raises(NotDirect):
        noted(office, ours, "1")
    with pytest.raises(MoreThanRest):
        noted(office, order, "5")
    with pytest.raises(MoreThanRest):
        noted(office, order, "0")
    with pytest.raises(NotYet):
        noted(office, order, "1", TODAY + timedelta(days=1))
    nowhere = (Sent(OrderLineId(1), qty("1")),)
    with pytest.raises(NotFound):
        office.do(direct_deliveries.deliver, order.id, nowhere, TODAY)
    assert read(office, order) == order


def test_what_is_being_picked_comes_from_no_supplier(
    office: Office, pump: ProductId, supplier: ContactId
) -> None:
    order = confirmed(office, asked(pump, 4))
    office.do(deliveries.plan, order.id)

    with pytest.raises(UnderWay):
        straight(office, order, supplier)


def test_a_draft_keeps_its_supplier_when_it_is_written_on_and_confirmed(
    office: Office, pump: ProductId, supplier: ContactId
) -> None:
    draft = straight(office, taken(office, asked(pump, 4)), supplier)
    content = office.ask(orders.content, draft.id)
    office.do(orders.save, draft.id, draft.version, content)

    order = office.do(orders.confirm, draft.id).result

    assert order.lines[0].supplier_id == supplier
    assert order.lines[0].reserved == 0
    assert lying(office, pump) == (Decimal(10), Decimal(0))


def test_from_our_stock_again_the_goods_are_held(
    office: Office, pump: ProductId, supplier: ContactId
) -> None:
    order = straight(office, confirmed(office, asked(pump, 4)), supplier)

    lines = tuple(line.id for line in order.lines)
    back = office.do(direct_deliveries.from_stock, order.id, lines).result

    assert back.lines[0].supplier_id is None
    assert back.lines[0].reserved == Decimal(4)


def test_the_usual_supplier_and_the_ship_to_are_told(
    office: Office, pump: ProductId, supplier: ContactId
) -> None:
    item = office.ask(stock_items.get, pump)
    assert item is not None
    office.do(stock_items.save, replace(item, reorder=Reorder(supplier_id=supplier)))
    order = confirmed(office, asked(pump, 4))

    found = office.ask(direct_deliveries.of_order, order.id)

    assert (found.lines[0].usual_id, found.lines[0].usual_name) == (
        supplier,
        "Tampereen Paahtimo Oy",
    )
    assert found.deliver_to is not None
    assert found.deliver_to.town == "Tampere"


def test_what_a_supplier_delivered_until_a_day_is_billed_together(
    office: Office, pump: ProductId, supplier: ContactId
) -> None:
    order = straight(office, confirmed(office, asked(pump, 4)), supplier)
    noted(office, order, "1", TODAY - timedelta(days=5))
    noted(office, order, "2")

    until = TODAY - timedelta(days=2)
    (draft,) = office.do(
        order_billing.bill_together, AAMU.id, until, order_billing.Counted.DELIVERED
    ).result

    assert [line.quantity for line in draft.lines] == [1]
    assert draft.delivered_on == TODAY - timedelta(days=5)


def test_what_a_supplier_brought_does_not_come_back_into_our_stock(
    office: Office, pump: ProductId, supplier: ContactId
) -> None:
    order = straight(office, confirmed(office, asked(pump, 4)), supplier)
    noted(office, order, "4")
    back = (Back(order.lines[0].id, qty("1")),)

    with pytest.raises(BroughtBySupplier):
        office.do(returns.announce, order.id, back, "broken")
    assert office.ask(returns.possible, order.id) == ()
