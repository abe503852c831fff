"""The sample company has a posted count, one under way, and something that runs low."""

from __future__ import annotations

from datetime import date

from app.domain.shared.paging import View
from app.domain.stock.count import CountState
from app.outside.clock import FixedClock
from app.services import counts, reorder
from app.services.demo_counts import tell_counts
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.stocking import require_agreement
from tests.trade import LAMP, opened_books

DAY = date(2026, 3, 10)


def test_one_count_is_posted_and_one_is_under_way(database: Database) -> None:
    office = Office(database, FixedClock(DAY), Actor("Anna"))
    opened_books(office)

    tell_counts(office, (LAMP.id,))

    rows = office.ask(counts.first, View(sort="number"), 10)
    assert [one.state for one in rows] == [CountState.POSTED, CountState.COUNTING]
    assert (rows[0].counted, rows[0].differing) == (1, 1)
    (low,) = office.ask(reorder.proposals)
    assert low.product_id == LAMP.id
    require_agreement(office)


def test_without_goods_nothing_is_told(database: Database) -> None:
    office = Office(database, FixedClock(DAY), Actor("Anna"))
    opened_books(office)

    tell_counts(office, ())

    assert list(office.ask(counts.spine, View())) == []
