"""What is counted by its turn is what goes out most and was counted longest ago."""

from __future__ import annotations

import pytest

from app.domain.shared.ids import ProductId
from app.domain.stock.reports import Abc
from app.services import counts
from app.services.count_planning import CountPlanning
from app.services.office import Office, no_progress
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import ELEVEN, TEN, Moment, at, home, ready
from tests.databases import on_sqlite
from tests.stocking import came, stocked, went
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(TEN), Actor("Aino"))
    opened_books(office)
    return office


@on_sqlite
def test_what_was_counted_waits_for_its_turn(office: Office) -> None:
    product = stocked(office, "L-9")
    came(office, product, "120", "7.50")
    went(office, product, "20")
    count = ready(office, "100")
    at(office, ELEVEN).do(counts.post, count.id, count.version)

    with office.database.read() as unit:
        planning = CountPlanning(office.desk(unit, no_progress))
        (turn,) = planning.turns(home(office))
        classes = planning.classes()

    assert (turn.product_id, turn.abc) == (product, Abc.A)
    assert turn.due_on is not None
    assert classes == {ProductId(product): Abc.A}
