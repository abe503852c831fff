"""What puts the books right comes from and goes to the place where goods are lost and found."""

from __future__ import annotations

import pytest

from app.domain.stock.location import LocationKind
from app.services import counts, locations
from app.services.counting_goods import CountingGoods
from app.services.office import Office, no_progress
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import TEN, Moment, begun, home, line_of
from tests.databases import on_sqlite
from tests.stocking import came, qty, stocked
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(TEN), Actor("Aino"))
    opened_books(office)
    return office


@on_sqlite
@pytest.mark.parametrize(("counted", "value"), [("3", None), ("7", 1000)])
def test_a_difference_is_one_move_and_what_is_found_has_its_worth(
    office: Office, counted: str, value: int | None
) -> None:
    product = stocked(office, "L-9")
    came(office, product, "5", "5")
    count = begun(office)
    office.do(counts.enter, count.id, line_of(office, count), qty(counted))

    with office.database.write() as unit:
        desk = office.desk(unit, no_progress)
        (move,) = CountingGoods(desk).moves(unit.counts.get(count.id))

    lost = next(one for one in office.ask(locations.all_of) if one.kind is LocationKind.LOSS)
    there = home(office)
    assert (move.quantity, move.value_minor) == (qty("2"), value)
    ends = (there, lost.id) if value is None else (lost.id, there)
    assert (move.from_id, move.to_id) == ends
