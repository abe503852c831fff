"""Returns through the office: no more comes back than went, and it is worth what it was."""

from __future__ import annotations

import pytest

from app.domain.invoices.invoice import Invoice, Kind
from app.domain.orders.delivery_findable import RETURN
from app.domain.orders.goods_return import (
    GoodsReturn,
    MoreThanDelivered,
    NeverDelivered,
    NothingReturned,
    NotInspected,
    Outcome,
    ReturnState,
    WithoutFinding,
)
from app.domain.shared.ids import ProductId
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import invoices, order_billing, returns, search, stock_levels
from app.services.office import Office
from app.services.permissions import Actor
from app.services.returning import NothingToCredit
from app.services.returns import Came, Decision, Finding
from app.storage.database import Database
from tests.builders import TODAY
from tests.dispatching import pieces
from tests.shipping_desk import (
    announced,
    arrives,
    decided,
    inspected,
    on_shelf,
    ordered,
    sent,
    stands,
)
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def pump(office: Office) -> ProductId:
    return on_shelf(office, "P-17", "10")


def worth(office: Office) -> int:
    return office.ask(stock_levels.worth)


def lying(office: Office, product: ProductId) -> int:
    return int(office.ask(stock_levels.availability, product).on_hand)


def test_what_is_put_back_is_worth_what_it_left_with(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 6)
    sent(office, order)
    before = (worth(office), lying(office, pump))

    one = decided(office, inspected(office, order, 2), Outcome.RESTOCKED)

    assert before == (2000, 4)
    assert (worth(office), lying(office, pump)) == (3000, 6)
    assert (one.state, one.number) == (ReturnState.DECIDED, "RMA-2026-00001")
    assert stands(office, order).lines[0].returned == 2
    assert office.ask(stock_levels.agreement).difference_minor == 0


def test_what_is_scrapped_comes_and_goes(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 6)
    sent(office, order)

    one = decided(office, inspected(office, order, 2), Outcome.SCRAPPED)

    assert (worth(office), lying(office, pump)) == (2000, 4)
    with office.database.read() as unit:
        kinds = [move.kind.value for move in unit.stock_moves.of_source(f"goods-return:{one.id}")]
    assert kinds == ["return", "scrap"]
    assert stands(office, order).lines[0].returned == 2


@pytest.mark.parametrize("outcome", [Outcome.REPAIRED, Outcome.REFUSED])
def test_what_goes_back_to_the_customer_is_not_returned(
    office: Office, pump: ProductId, outcome: Outcome
) -> None:
    order = ordered(office, pump, 6)
    sent(office, order)

    decided(office, inspected(office, order, 2), outcome)

    assert lying(office, pump) == 4
    assert stands(office, order).lines[0].returned == 0


def test_what_went_out_in_two_parts_comes_back_of_both(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 15)
    sent(office, order)
    arrives(office, pump, "5")
    sent(office, order)

    decided(office, inspected(office, order, 12), Outcome.RESTOCKED)

    assert (worth(office), lying(office, pump)) == (6000, 12)


def test_no_more_is_announced_than_was_delivered(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 6)
    with pytest.raises(NeverDelivered):
        announced(office, order, 1)
    sent(office, order)
    announced(office, order, 4)
    with pytest.raises(MoreThanDelivered):
        announced(office, order, 3)
    with pytest.raises(NothingReturned):
        announced(office, order, 0)
    with pytest.raises(NothingReturned):
        announced(office, order, -1)


def test_no_more_is_received_than_was_delivered(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 6)
    sent(office, order)
    one = announced(office, order, 2)
    line = one.lines[0].id

    with pytest.raises(MoreThanDelivered):
        office.do(returns.receive, one.id, (Came(line, pieces(7)),))

    more = office.do(returns.receive, one.id, (Came(line, pieces(3)),)).result
    assert more.lines[0].received == 3


def test_nothing_is_put_back_before_it_was_looked_at(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 6)
    sent(office, order)
    one = announced(office, order, 2)
    line = one.lines[0].id
    office.do(returns.receive, one.id, (Came(line, pieces(2)),))

    with pytest.raises(NotInspected):
        office.do(returns.decide, one.id, (Decision(line, Outcome.RESTOCKED),))
    with pytest.raises(WithoutFinding):
        office.do(returns.inspect, one.id, (Finding(line, " "),))

    assert lying(office, pump) == 4


def billed(office: Office, pump: ProductId, count: int, back: int) -> tuple[GoodsReturn, Invoice]:
    """Sell and bill some, and decide that so many of them stay here."""
    order = ordered(office, pump, count)
    sent(office, order)
    draft = office.do(order_billing.bill, order.id).result
    invoice = office.do(invoices.issue, draft.id).result
    return decided(office, inspected(office, order, back), Outcome.RESTOCKED), invoice


def test_what_stays_is_credited_on_its_invoice(office: Office, pump: ProductId) -> None:
    one, invoice = billed(office, pump, 6, 2)

    (draft,) = office.do(returns.credit, one.id).result

    assert (draft.kind, draft.origin.invoice_id if draft.origin else None) == (
        Kind.CREDIT_NOTE,
        invoice.id,
    )
    assert [(int(line.quantity), int(line.price)) for line in draft.lines] == [(2, 100)]
    assert draft.reason == "Too large"
    with pytest.raises(NothingToCredit):
        office.do(returns.credit, one.id)


def test_no_more_is_credited_than_was_invoiced(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 6)
    sent(office, order)
    one = decided(office, inspected(office, order, 2), Outcome.RESTOCKED)

    with pytest.raises(NothingToCredit):
        office.do(returns.credit, one.id)


def test_a_return_is_listed_found_and_called_off(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 6)
    sent(office, order)
    (possible,) = office.ask(returns.possible, order.id)
    one = announced(office, order, 2)

    assert possible.quantity == 6
    assert list(office.ask(returns.spine, View())) == [one.id]
    assert office.ask(returns.first, View(words=one.number), 5)[0].reason == "Too large"
    assert office.ask(returns.rows, (one.id,))[0].order_number == order.number
    assert office.ask(returns.counts)["announced"] == 1
    assert office.ask(returns.numbered, one.number) == one
    assert office.ask(returns.of_order, order.id) == (one,)
    assert office.ask(returns.slip, one.id).startswith(b"%PDF")
    assert [hit.kind for hit in office.ask(search.find, one.number)] == [RETURN]

    office.do(returns.cancel, one.id, "Kept after all")

    assert office.ask(returns.get, one.id).state is ReturnState.CANCELLED
    assert list(office.ask(returns.spine, View())) == []
    assert office.ask(search.find, one.number) == ()
    assert announced(office, order, 6).lines[0].quantity == 6
