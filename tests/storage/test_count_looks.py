"""Looks: only posted counts that agreed with the books are read."""

from __future__ import annotations

from datetime import timedelta

from app.domain.shared.quantities import Quantity
from app.services import counts
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import ELEVEN, HALF_PAST_NINE, NINE, Moment, at, ready
from tests.databases import on_sqlite
from tests.stocking import came, qty, stocked
from tests.trade import opened_books


@on_sqlite
def test_a_count_is_a_look_once_it_is_posted(database: Database) -> None:
    office = Office(database, Moment(NINE - timedelta(hours=1)), Actor("Aino"))
    opened_books(office)
    lamp = stocked(office, "L-9")
    came(office, lamp, "120", "7.50")
    count = ready(office, "120")
    with database.read() as unit:
        before = unit.count_looks.of(lamp)

    at(office, ELEVEN).do(counts.post, count.id, count.version)

    with database.read() as unit:
        (look,) = unit.count_looks.of(lamp)
    assert before == ()
    assert (look.count_id, look.counted, look.who) == (count.id, Quantity(qty("120")), "Aino")
    assert (look.day, look.at) == (NINE.date(), HALF_PAST_NINE)
