"""Returning: lots come back as themselves, services do not come back, credits keep to invoices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.orders.goods_return import Outcome
from app.domain.shared.refusals import Refusal
from app.domain.stock.item import Tracking
from app.services import invoices, order_billing, returns, stock_levels
from app.services.office import Office
from app.services.returning import Back, NothingReturnable, source_of
from app.storage.database import Database
from tests.dispatching import pieces
from tests.order_desk import asked, confirmed
from tests.shipping_desk import announced, arrives, decided, inspected, on_shelf, ordered, sent
from tests.shipping_office import a_shipping_office
from tests.trade import LAMP, a_written_line


@pytest.fixture
def office(database: Database) -> Office:
    return a_shipping_office(database)


def test_a_lot_comes_back_as_the_lot_that_went(office: Office) -> None:
    milk = on_shelf(office, "MILK", tracking=Tracking.LOT)
    for lot in ("M-1", "M-2"):
        arrives(office, milk, "3", lot=lot)
    order = ordered(office, milk, 5)
    sent(office, order)

    one = decided(office, inspected(office, order, 5), Outcome.RESTOCKED)

    with office.database.read() as unit:
        back = unit.stock_moves.of_source(source_of(one.id))
        codes = {
            unit.lots.get(move.lot_id).code: int(move.quantity) for move in back if move.lot_id
        }
    assert codes == {"M-1": 3, "M-2": 2}
    assert office.ask(stock_levels.availability, milk).on_hand == 6


def test_what_is_not_kept_in_stock_comes_back_without_a_move(office: Office) -> None:
    order = confirmed(office, asked(LAMP.id, 2))
    sent(office, order)

    one = decided(office, inspected(office, order, 1), Outcome.RESTOCKED)

    with office.database.read() as unit:
        assert unit.stock_moves.of_source(source_of(one.id)) == ()
    assert one.lines[0].stays == 1


def test_two_returns_credit_no_more_than_was_invoiced(office: Office) -> None:
    pump = on_shelf(office, "P-17", "10")
    order = ordered(office, pump, 6)
    sent(office, order)
    draft = office.do(order_billing.bill, order.id).result
    office.do(invoices.issue, draft.id)
    for count in (4, 2):
        one = decided(office, inspected(office, order, count), Outcome.SCRAPPED)
        (note,) = office.do(returns.credit, one.id).result
        office.do(invoices.issue, note.id)
        assert int(note.lines[0].quantity) == count

    with pytest.raises(Refusal):
        announced(office, order, 1)


def test_a_line_of_no_product_is_credited_and_not_sent_back(office: Office) -> None:
    line = replace(a_written_line("2", "50"), product_id=None)
    order = confirmed(office, line)
    sent(office, order)

    with pytest.raises(NothingReturnable):
        office.do(returns.announce, order.id, (Back(order.lines[0].id, pieces(1)),), "Bad")
