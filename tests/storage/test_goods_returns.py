"""Returns come back as they were written, and count until they are decided on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from app.domain.orders.goods_return import GoodsReturn, Outcome, ReturnState, Verdict
from app.domain.shared.ids import LocationId, OrderLineId, ReturnId, ReturnLineId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from app.storage.order_tables import goods_return
from tests.builders import a_product
from tests.dispatching import AT, DAY, PRODUCT, a_return, pieces
from tests.storage.ordered import ORDER, a_warehouse_stands, an_order_stands

LINE, ORDERED = ReturnLineId(1), OrderLineId(100)


@pytest.fixture(autouse=True)
def order(database: Database) -> None:
    with database.write() as unit:
        unit.products.add_all((replace(a_product(), id=PRODUCT),), AT)
        a_warehouse_stands(unit.connection)
        an_order_stands(unit.connection)


def steps() -> tuple[GoodsReturn, ...]:
    told = a_return(number="RMA-1", announced_on=DAY)
    came = told.receive({LINE: pieces(2)}, DAY)
    seen = came.inspect({LINE: "As new"})
    shelf = Verdict(Outcome.RESTOCKED, LocationId(4))
    return told, came, seen, seen.decide({LINE: shelf}, DAY)


def kept(database: Database, *states: GoodsReturn) -> GoodsReturn:
    with database.write() as unit:
        unit.returns.add(states[0])
        for before, after in pairwise(states):
            unit.returns.save(before, after)
    return states[-1]


def test_a_return_comes_back_as_it_was_written(database: Database) -> None:
    decided = kept(database, *steps())

    with database.read() as unit:
        assert unit.returns.get(decided.id) == decided
        assert unit.returns.of_order(ORDER) == (decided,)
        assert unit.returns.numbered("RMA-1") == decided.id
        assert unit.returns.numbered("RMA-2") is None
        with pytest.raises(NotFound):
            unit.returns.get(ReturnId(404))


def test_what_may_still_come_is_counted_until_it_is_decided(database: Database) -> None:
    told, came, seen, decided = steps()
    kept(database, told, came, seen)

    with database.write() as unit:
        before = unit.returns.announced((ORDERED,))
        others = unit.returns.announced((ORDERED,), but=told.id)
        unit.returns.save(seen, decided)
        after = unit.returns.announced((ORDERED,))

    assert (before, others, after) == ({ORDERED: pieces(3)}, {}, {})


def test_two_clerks_do_not_decide_the_same_return(database: Database) -> None:
    told, came, seen, decided = steps()
    kept(database, told, came, seen, decided)

    with pytest.raises(Conflict), database.write() as unit:
        unit.returns.save(seen, decided)


def test_what_was_decided_stays_decided(database: Database) -> None:
    decided = kept(database, *steps())
    here = goods_return.c.id == decided.id
    for deed in (
        update(goods_return).where(here).values(state=ReturnState.ANNOUNCED),
        delete(goods_return).where(here),
    ):
        with pytest.raises(DBAPIError), database.write() as unit:
            unit.connection.execute(deed)
