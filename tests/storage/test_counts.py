"""Counts are kept line by line, and stay as they were once they are posted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.shared.ids import CountId, CountLineId, LocationId, ProductId
from app.domain.shared.refusals import Conflict, NotFound
from app.domain.stock.count import Count, CountState, Tally
from app.domain.stock.count_refusals import CountedAlready
from app.domain.stock.move import Spot
from app.services import counts
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import ELEVEN, TEN, Moment, at, begun, home, line_of, ready
from tests.stocking import came, qty, stocked
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(TEN), Actor("Aino"))
    opened_books(office)
    came(office, stocked(office, "L-9"), "120", "7.50")
    return office


def test_a_count_comes_back_as_it_was_written(office: Office) -> None:
    count = begun(office)
    office.do(counts.enter, count.id, line_of(office, count), qty("117"))
    office.do(counts.recount, count.id, line_of(office, count), qty("118.5"))

    with office.database.write() as unit:
        whole = unit.counts.get(count.id)
        part = unit.counts.part(count.id, whole.lines[0].id)

    assert whole.state is CountState.COUNTING
    assert whole.lines[0].earlier == (qty("117"),)
    assert (whole.lines[0].counted, whole.lines[0].book) == (qty("118.5"), qty("120"))
    assert part == whole


def test_a_line_that_was_counted_meanwhile_is_not_written_over(office: Office) -> None:
    count = begun(office)
    with office.database.read() as unit:
        (seen,) = unit.counts.get(count.id).lines
    office.do(counts.enter, count.id, seen.id, qty("117"))

    with office.database.write() as unit, pytest.raises(CountedAlready):
        unit.counts.tell(seen, seen.told(Tally(qty("1"), qty("120"), TEN, "Maija")))


def test_what_is_not_there_or_was_changed_is_told(office: Office) -> None:
    count = begun(office)

    with office.database.write() as unit:
        with pytest.raises(NotFound):
            unit.counts.head(CountId(1))
        with pytest.raises(Conflict):
            unit.counts.save(replace(count, version=9), replace(count, version=10))
        assert unit.counts.line_at(count.id, Spot(ProductId(3), LocationId(1))) is None
        assert unit.counts.part(count.id, CountLineId(1)).lines == ()


def test_an_open_count_holds_its_spots(office: Office) -> None:
    count = begun(office)

    with office.database.read() as unit:
        spots = [one.spot for one in unit.counts.get(count.id).lines]
        assert unit.counts.counted_elsewhere(spots) == (count.number, 1)
        assert unit.counts.counted_elsewhere(spots, count.id) is None
        assert unit.counts.counted_now(()) == {}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE stock_count SET reason = 'x'",
        "DELETE FROM stock_count",
        "UPDATE stock_count_line SET reason = 'x'",
        "DELETE FROM stock_count_line",
    ],
)
def test_a_posted_count_is_never_changed(office: Office, change: str) -> None:
    count: Count = ready(office, "117")
    at(office, ELEVEN).do(counts.post, count.id, count.version)

    with pytest.raises(DBAPIError), office.database.write() as unit:
        unit.connection.execute(text(change))

    with office.database.read() as unit:
        assert unit.count_spots.last_counted(home(office)) != {}
