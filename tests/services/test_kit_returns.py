"""Kits that come back: their parts are there again, worth to the cent what they left with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.orders.goods_return import Outcome
from app.domain.shared.ids import ProductId
from app.domain.stock.item import Part
from app.services import locations, returns, stock_items, stock_levels
from app.services.office import Office
from app.services.returns import Decision
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.kits import a_bin, a_set
from tests.order_desk import asked, confirmed
from tests.shipping_desk import arrives, decided, inspected, ordered, sent, stands
from tests.shipping_office import a_shipping_office
from tests.stocking import booked, came, qty, require_agreement, worth

pytestmark = on_sqlite
TWO_OF_FIVE = (3 * 500 + 2 * 733) * 2 // 5


@pytest.fixture
def office(database: Database) -> Office:
    return a_shipping_office(database)


def test_the_parts_of_a_set_are_put_back_at_what_they_left_with(office: Office) -> None:
    kit, mug, tea = a_set(office)
    came(office, mug, "3", "7.33")
    order = ordered(office, kit, 5)
    sent(office, order)
    gone = booked(office, AccountUse.COST_OF_SALES)

    decided(office, inspected(office, order, 2), Outcome.RESTOCKED)

    assert gone == 3 * 500 + 2 * 733 + 1250
    assert worth(office, mug) == (qty("3"), 733 + TWO_OF_FIVE)
    assert worth(office, tea) == (qty("1.5"), 750)
    assert booked(office, AccountUse.COST_OF_SALES) == gone - TWO_OF_FIVE - 500
    assert stands(office, order).lines[0].returned == 2
    require_agreement(office)


def test_a_set_that_is_thrown_away_comes_and_goes(office: Office) -> None:
    kit, mug, tea = a_set(office)
    order = ordered(office, kit, 2)
    sent(office, order)

    one = decided(office, inspected(office, order, 1), Outcome.SCRAPPED)

    assert (worth(office, mug), worth(office, tea)) == ((qty("1"), 500), (qty("2"), 1000))
    with office.database.read() as unit:
        moves = unit.stock_moves.of_source(f"goods-return:{one.id}")
    assert sorted((move.kind.value, move.product_id == mug) for move in moves) == [
        ("return", False),
        ("return", True),
        ("scrap", False),
        ("scrap", True),
    ]
    assert booked(office, AccountUse.STOCK_DIFFERENCES) == 500 + 250
    require_agreement(office)


@pytest.mark.parametrize("outcome", [Outcome.REPAIRED, Outcome.REFUSED])
def test_a_set_that_goes_back_to_the_customer_moves_nothing(
    office: Office, outcome: Outcome
) -> None:
    kit, mug, tea = a_set(office)
    order = ordered(office, kit, 2)
    sent(office, order)

    decided(office, inspected(office, order, 1), outcome)

    assert (worth(office, mug), worth(office, tea)) == ((qty("1"), 500), (qty("2"), 1000))
    assert stands(office, order).lines[0].returned == 0
    require_agreement(office)


def test_each_part_goes_to_its_usual_place_or_all_to_the_one_that_was_said(office: Office) -> None:
    kit, mug, _tea = a_set(office)
    usual, said = a_bin(office, "M-1", 1), a_bin(office, "Q-1", 2)
    item = office.ask(stock_items.get, mug)
    assert item is not None
    office.do(stock_items.save, replace(item, location_id=usual))
    order = ordered(office, kit, 2)
    sent(office, order)
    decided(office, inspected(office, order, 1), Outcome.RESTOCKED)

    one = inspected(office, order, 1)
    office.do(returns.decide, one.id, (Decision(one.lines[0].id, Outcome.RESTOCKED, said),))

    lies = {row.location_id: row.on_hand for row in office.ask(stock_levels.lying, mug)}
    home = office.do(locations.home).result.id
    assert lies == {usual: qty("1"), said: qty("1"), home: qty("1")}
    require_agreement(office)


def test_what_went_out_comes_back_though_the_set_is_made_of_other_things_now(
    office: Office,
) -> None:
    kit, mug, tea = a_set(office)
    order = ordered(office, kit, 2)
    sent(office, order)
    item = office.ask(stock_items.get, kit)
    assert item is not None
    office.do(stock_items.save, replace(item, parts=(Part(tea, qty("3")),)))

    decided(office, inspected(office, order, 2), Outcome.RESTOCKED)

    assert (worth(office, mug), worth(office, tea)) == ((qty("3"), 1500), (qty("3"), 1500))


def test_a_part_that_was_sold_beside_its_set_is_not_taken_for_it(office: Office) -> None:
    kit, mug, tea = a_set(office)
    arrives(office, mug, "4")
    order = confirmed(office, asked(mug, 3), asked(kit, 2), asked(kit, 2))
    sent(office, order)

    decided(office, inspected(office, order, 0, 2, 1), Outcome.RESTOCKED)
    decided(office, inspected(office, order, 3, 0, 1), Outcome.RESTOCKED)

    assert (worth(office, mug), worth(office, tea)) == ((qty("7"), 3500), (qty("3"), 1500))
    assert booked(office, AccountUse.COST_OF_SALES) == 0
    require_agreement(office)


def test_what_went_in_two_deliveries_comes_back_piece_by_piece_to_the_last_cent(
    office: Office,
) -> None:
    kit, mug, tea = a_set(office)
    for product in (mug, tea):
        came(office, product, "3", "3.337")
    before = held(office, mug, tea)
    order = ordered(office, kit, 5)
    sent(office, order, 2)
    decided(office, inspected(office, order, 1), Outcome.RESTOCKED)
    sent(office, order, 3)

    for _ in range(4):
        decided(office, inspected(office, order, 1), Outcome.RESTOCKED)
        require_agreement(office)

    assert held(office, mug, tea) == before
    assert booked(office, AccountUse.COST_OF_SALES) == 0


def held(office: Office, *products: ProductId) -> list[tuple[object, int]]:
    """Return how much lies there of products, and what it is worth."""
    return [worth(office, one) for one in products]
