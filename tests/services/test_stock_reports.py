"""Reports of the stock are added up from what moved, and agree with what lies there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.shared.ids import ProductId
from app.domain.stock.item import Costing
from app.domain.stock.receiving import Goods, NewReceipt
from app.domain.stock.reports import Abc
from app.outside.clock import FixedClock
from app.services import receiving_goods, stock_reports
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import came, came_back, cost, qty, stocked, went
from tests.trade import opened_books

LONG_AGO = date(2026, 1, 5)


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, FixedClock(TODAY), Actor("Aino"))
    opened_books(office)
    return office


@pytest.fixture
def goods(office: Office) -> tuple[ProductId, ...]:
    """Return a dear product that goes out, a cheap one, and one that only lies there."""
    dear, cheap, idle = (stocked(office, code) for code in ("D-1", "C-1", "I-1"))
    came(office, dear, "10", "100", on=LONG_AGO)
    came(office, cheap, "10", "1", on=LONG_AGO)
    came(office, idle, "4", "25", on=LONG_AGO)
    came(office, dear, "2", "110")
    shipped = went(office, dear, "8")
    came_back(office, shipped, "1")
    went(office, cheap, "5")
    return dear, cheap, idle


def test_what_cost_most_is_a(office: Office, goods: tuple[ProductId, ...]) -> None:
    found = office.ask(stock_reports.abc)

    assert [(one.goods.code, one.abc, one.cost_minor) for one in found] == [
        ("D-1", Abc.A, 70_000),
        ("C-1", Abc.C, 500),
    ]
    assert found[0].quantity == qty("7")
    assert office.ask(stock_reports.abc, LONG_AGO, LONG_AGO) == ()


@pytest.mark.parametrize("costing", list(Costing))
def test_every_piece_has_its_age(office: Office, costing: Costing) -> None:
    product = stocked(office, "L-9", costing=costing, standard_cost=cost("10"))
    came(office, product, "10", "10", on=LONG_AGO)
    came(office, product, "5", "10")
    went(office, product, "7")

    (row,) = office.ask(stock_reports.ageing)

    assert (row.quantity, row.value_minor) == (qty("8"), 8000)
    assert [one.quantity for one in row.ages] == [5, 3, 0, 0, 0]
    assert [one.value_minor for one in row.ages] == [5000, 3000, 0, 0, 0]


def test_the_slowest_stock_comes_first(office: Office, goods: tuple[ProductId, ...]) -> None:
    rows = office.ask(stock_reports.turnover, LONG_AGO, TODAY)

    assert [one.goods.code for one in rows] == ["I-1", "C-1", "D-1"]
    assert rows[0].turnover.rate == 0
    whole = office.ask(stock_reports.whole_turnover, LONG_AGO, TODAY)
    assert whole.cost_minor == 70_500
    assert whole.mean_minor == sum((0, 111_000, 111_000, 62_500)) // 4


def test_what_does_not_go_out_is_slow(office: Office, goods: tuple[ProductId, ...]) -> None:
    later = Office(office.database, FixedClock(TODAY + timedelta(days=200)), Actor("Aino"))

    rows = later.ask(stock_reports.slow_movers)

    assert {(one.goods.code, one.days) for one in rows} == {
        ("I-1", None),
        ("D-1", 200),
        ("C-1", 200),
    }
    assert [one.goods.code for one in office.ask(stock_reports.slow_movers, 1)] == ["I-1"]


def test_the_future_is_what_lies_there_and_what_comes(
    office: Office, goods: tuple[ProductId, ...]
) -> None:
    coming = NewReceipt(
        (Goods(goods[2], qty("6"), cost("1")),),
        reference="PO-7",
        expected_on=TODAY + timedelta(days=3),
    )
    office.do(receiving_goods.expect, coming)

    found = office.ask(stock_reports.future, goods[2], None, 5)

    assert [one.quantity for one in found.days] == [4, 4, 4, 10, 10, 10]
    assert found.short is None
    assert found.goods.code == "I-1"


def test_an_office_without_stock_has_nothing_to_report(office: Office) -> None:
    product = stocked(office, "N-1")

    assert office.ask(stock_reports.ageing) == ()
    assert office.ask(stock_reports.turnover) == ()
    assert office.ask(stock_reports.slow_movers) == ()
    assert office.ask(stock_reports.whole_turnover).rate is None
    assert office.ask(stock_reports.future, product, None, 2).on_hand == 0
