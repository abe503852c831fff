"""Journey 8 with goods: six of the 24 packs that went out come back, for their price and place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.invoices.invoice import Discount, Invoice, Kind
from app.domain.invoices.totals import totals_of
from app.domain.orders.goods_return import Outcome
from app.domain.shared.ids import ProductId
from app.domain.shared.money import Money
from app.domain.shared.quantities import Rate
from app.outside.clock import FixedClock
from app.services import invoices, order_billing, orders, returns, stock_levels
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.order_desk import a_written_order, asked
from tests.shipping_desk import decided, inspected, on_shelf, sent
from tests.trade import opened_books

FIVE = Discount(percent=Rate(Decimal(5)))


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def lying(office: Office, product: ProductId) -> Decimal:
    return office.ask(stock_levels.availability, product).on_hand


def test_six_packs_come_back_into_stock_and_are_credited_to_the_cent(office: Office) -> None:
    packs = on_shelf(office, "PACK", "30")
    line = replace(asked(packs, 24, "4.95"), vat="reduced", delivered_on=None)
    written = a_written_order(line)
    written = replace(written, content=replace(written.content, discount=FIVE))
    order = office.do(orders.confirm, office.do(orders.draft, written).result.id).result
    sent(office, order)
    draft = office.do(order_billing.bill, order.id).result
    invoice = office.do(invoices.issue, draft.id).result
    before = office.ask(invoices.get, invoice.id)

    back = decided(office, inspected(office, order, 6), Outcome.RESTOCKED)
    (credit,) = office.do(returns.credit, back.id).result
    issued: Invoice = office.do(invoices.issue, credit.id).result

    totals = totals_of(issued)
    assert (issued.kind, issued.number) == (Kind.CREDIT_NOTE, "CN-2026-0001")
    assert issued.origin is not None and issued.origin.number == invoice.number
    assert totals.net == Money(28_21, "EUR")
    assert totals.gross == Money(32_02, "EUR")
    assert lying(office, packs) == 12
    assert office.ask(invoices.get, invoice.id) == before
    assert office.ask(stock_levels.agreement).difference_minor == 0
    assert office.ask(orders.get, order.id).lines[0].invoiced == 18
