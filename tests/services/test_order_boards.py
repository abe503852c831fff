"""The board knows which step takes an order to another lane, and what a day holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.invoices.totals import totals_of
from app.domain.orders.board import NoSuchWay, Stage, Step
from app.domain.orders.order import OrderState
from app.domain.shared.ids import OrderId
from app.domain.shared.money import Money
from app.services import order_boards
from app.services.office import Office
from tests.ordering import DAY, a_confirmed_order
from tests.storage.stocked import parties

__all__ = ["parties"]
ONE = OrderId(5)


@pytest.fixture(autouse=True)
def order(office: Office, parties: None) -> None:
    with office.database.write() as unit:
        one = replace(a_confirmed_order(1), promised_on=DAY)
        unit.orders.add(one, totals_of(one.wanted))
        unit.changes.taken()


def test_an_order_that_waits_stands_in_its_lane(office: Office) -> None:
    shown = office.ask(order_boards.lanes)

    assert [stage for stage, lane in shown.items() if lane.orders] == [Stage.WAITING]
    assert list(shown[Stage.WAITING].orders) == [ONE]
    assert shown[Stage.WAITING].worth == (Money(100_00, "EUR"),)


def test_it_can_be_held_but_not_wished_ready(office: Office) -> None:
    with pytest.raises(NoSuchWay):
        office.ask(order_boards.step, ONE, Stage.READY)

    assert office.ask(order_boards.step, ONE, Stage.HELD) is Step.HOLD


def test_an_order_that_is_over_goes_nowhere(office: Office) -> None:
    with office.database.write() as unit:
        before = unit.orders.get(ONE)
        after = replace(before, state=OrderState.CLOSED, version=before.version + 1)
        unit.orders.save(before, after, totals_of(after.wanted))
        unit.changes.taken()

    with pytest.raises(NoSuchWay):
        office.ask(order_boards.step, ONE, Stage.HELD)


def test_its_promise_stands_on_its_day(office: Office) -> None:
    days = office.ask(order_boards.days, date(2026, 3, 1), date(2026, 3, 31))

    assert set(days) == {DAY}
    assert list(office.ask(order_boards.on_day, DAY)) == [ONE]
