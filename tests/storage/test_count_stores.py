"""A new office has counted nothing and knows the usual rules."""

from __future__ import annotations

from app.domain.shared.ids import LocationId
from app.storage.database import Database
from app.storage.stock_rules import USUAL


def test_a_new_office_has_counted_nothing(database: Database) -> None:
    with database.read() as unit:
        assert list(unit.count_lists.spine()) == []
        assert unit.count_spots.lying(LocationId(1)) == ()
        assert unit.counts.counted_now(()) == {}
        assert unit.scan_codes.known(("x",)) == frozenset()
        assert unit.stock_reports.lying() == ()
        assert unit.stock_needs.reordered() == ()
        assert unit.stock_rules.get() == USUAL
