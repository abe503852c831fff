"""Lists of deliveries and returns: by day, by state, by carrier, and counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.orders.delivery import Carriage, DeliveryState
from app.domain.orders.goods_return import ReturnState
from app.domain.orders.rows import DeliverySort, ReturnSort
from app.domain.shared.ids import DeliveryId, ReturnId, ReturnLineId
from app.domain.shared.paging import UnknownSort, UnknownState, View
from app.storage.database import Database
from tests.builders import a_product
from tests.dispatching import AT, DAY, PRODUCT, a_delivery, a_delivery_line, a_return
from tests.storage.ordered import a_warehouse_stands, an_order_stands

CARRIERS = ("Posti", "DHL", "")


@pytest.fixture(autouse=True)
def listed(database: Database) -> None:
    """Write three deliveries, the first of the last day, and two returns."""
    with database.write() as unit:
        unit.products.add_all((replace(a_product(), id=PRODUCT),), AT)
        a_warehouse_stands(unit.connection)
        an_order_stands(unit.connection)
        for at, carrier in enumerate(CARRIERS, 1):
            unit.deliveries.add(
                replace(
                    a_delivery(a_delivery_line(1, at=at)),
                    id=DeliveryId(at),
                    planned_on=DAY - timedelta(days=at),
                    carriage=Carriage(carrier),
                    state=DeliveryState.CANCELLED if at == 3 else DeliveryState.DRAFT,
                )
            )
        for at in (1, 2):
            one = a_return(announced_on=DAY + timedelta(days=at), number=f"RMA-{at}")
            line = replace(one.lines[0], id=ReturnLineId(at))
            unit.returns.add(replace(one, id=ReturnId(at), lines=(line,)))


def test_the_next_delivery_stands_first_and_what_was_called_off_nowhere(database: Database) -> None:
    with database.read() as unit:
        assert list(unit.delivery_lists.spine()) == [2, 1]
        assert list(unit.delivery_lists.first(View(), 1)) == [2]
        assert list(unit.delivery_lists.spine(View(only=("cancelled",)))) == [3]


@pytest.mark.parametrize("sort", list(DeliverySort))
def test_deliveries_are_sorted_by_every_column(database: Database, sort: DeliverySort) -> None:
    with database.read() as unit:
        up = list(unit.delivery_lists.spine(View(sort=sort.value)))
        down = list(unit.delivery_lists.spine(View(sort=sort.value, is_descending=True)))

    assert up == down[::-1]


def test_a_row_names_the_order_and_the_carrier(database: Database) -> None:
    with database.read() as unit:
        (row,) = unit.delivery_lists.rows([2, 404])

    assert (row.order_number, row.carrier, row.lines) == ("SO-1", "DHL", 1)


def test_deliveries_and_returns_are_counted_by_their_states(database: Database) -> None:
    with database.read() as unit:
        assert unit.delivery_lists.counts() == {DeliveryState.DRAFT: 2, DeliveryState.CANCELLED: 1}
        assert unit.return_lists.counts() == {ReturnState.ANNOUNCED: 2}


@pytest.mark.parametrize("sort", list(ReturnSort))
def test_returns_are_sorted_by_every_column(database: Database, sort: ReturnSort) -> None:
    with database.read() as unit:
        up = list(unit.return_lists.spine(View(sort=sort.value)))
        down = list(unit.return_lists.spine(View(sort=sort.value, is_descending=True)))
        (row,) = unit.return_lists.rows(unit.return_lists.first(View(only=("announced",)), 1))

    assert up == down[::-1]
    assert (row.number, row.reason, row.is_credited) == ("RMA-2", "Too large", False)


def test_what_no_list_knows_is_refused(database: Database) -> None:
    with database.read() as unit:
        with pytest.raises(UnknownSort):
            unit.delivery_lists.spine(View(sort="colour"))
        with pytest.raises(UnknownState):
            unit.return_lists.spine(View(only=("lost",)))
