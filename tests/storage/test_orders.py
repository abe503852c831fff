"""Orders come back as they were written, line by line, and two clerks do not undo each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import DBAPIError

from app.domain.invoices.totals import totals_of
from app.domain.orders.order import Amendment, Channel, Order, Priority
from app.domain.shared.ids import ContactId, OrderId, OrderLineId
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.ordering import DAY, a_confirmed_order, an_order, delivered, qty
from tests.storage.stocked import parties

__all__ = ["parties"]
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def added(database: Database, order: Order) -> Order:
    with database.write() as unit:
        unit.orders.add(order, totals_of(order.wanted))
    return order


def saved(database: Database, before: Order, after: Order) -> Order:
    with database.write() as unit:
        unit.orders.save(before, after, totals_of(after.wanted))
    return after


def read(database: Database, order_id: int = 5) -> Order:
    with database.read() as unit:
        return unit.orders.get(OrderId(order_id))


def test_an_order_comes_back_as_it_was_written(database: Database) -> None:
    draft = added(
        database,
        an_order(
            "2.5", 3, channel=Channel.MAIL, priority=Priority.HIGH, wanted_on=DAY, ships_whole=True
        ),
    )
    confirmed = saved(database, draft, draft.confirm("SO-2026-00001", DAY))
    out = replace(delivered(confirmed, 0, "1.25"), version=confirmed.version + 1)
    saved(database, confirmed, out)

    assert read(database) == out
    with database.read() as unit:
        assert unit.orders.numbered("SO-2026-00001") == draft.id
        assert unit.orders.numbered("SO-9") is None
    with pytest.raises(NotFound):
        read(database, 99)


def test_two_changes_of_one_version_conflict(database: Database) -> None:
    draft = added(database, an_order(1))
    saved(database, draft, replace(draft, version=2, hold="a"))

    with pytest.raises(Conflict):
        saved(database, draft, replace(draft, version=2, hold="b"))


def test_lines_change_their_places_come_and_go(database: Database) -> None:
    draft = added(database, an_order(1, 2, 3))
    first, second, third = draft.lines
    swapped = (replace(third, place=0), replace(first, place=1), replace(second, place=2))
    after = saved(database, draft, replace(draft, version=2, lines=swapped))
    assert read(database).lines == swapped

    fresh = replace(second, id=OrderLineId(8), place=1)
    less = saved(database, after, replace(after, version=3, lines=(swapped[0], fresh)))

    assert read(database).lines == less.lines


def test_the_database_refuses_more_delivered_than_ordered(database: Database) -> None:
    draft = added(database, an_order(1))
    wrong = replace(draft, version=2, lines=(replace(draft.lines[0], delivered=qty(2)),))

    with pytest.raises(DBAPIError):
        saved(database, draft, wrong)

    assert read(database) == draft


def test_amendments_stay_for_ever(database: Database) -> None:
    before = added(database, a_confirmed_order(2))
    after = saved(database, before, replace(before, version=before.version + 1, amended=1))
    change = Amendment(before.id, 1, AT, "Maija", "You said 12", before, after)
    with database.write() as unit:
        unit.orders.amend(change)

    with database.read() as unit:
        assert unit.orders.amendments(before.id) == (change,)
    with pytest.raises(DBAPIError), database.write() as unit:
        unit.connection.exec_driver_sql("DELETE FROM order_amendment")


def test_a_customers_reference_is_the_same_whatever_its_signs(database: Database) -> None:
    order = a_confirmed_order(1)
    added(database, replace(order, wanted=replace(order.wanted, order_reference="PO-4711 a")))

    with database.read() as unit:
        ties = unit.order_ties
        same = ties.with_reference(ContactId(7), "po 4711/A", OrderId(6))
        assert same == "SO-2026-00001"
        assert ties.with_reference(ContactId(7), "po 4711/A", order.id) == ""
        assert ties.with_reference(ContactId(8), "po 4711/A", OrderId(6)) == ""
        assert ties.with_reference(ContactId(7), " ", OrderId(6)) == ""
        assert ties.of_lines((OrderLineId(1),)) == (order.id,)
