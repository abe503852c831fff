"""The goods that speed is measured over are sound: all that is kept is what the moves say."""

from __future__ import annotations

from app.domain.shared.paging import View
from app.services import stock_levels
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.speed.goods import LAST, stocked_up
from tests.stocking import qty, stock_office


@on_sqlite
def test_goods_in_bulk_are_kept_as_if_each_move_had_been_made(database: Database) -> None:
    office = stock_office(database)

    shelf = stocked_up(office, 400, 20)

    with database.read() as unit:
        assert {one.what for one in unit.stock_checks.differences()} == {"ledger"}
        assert unit.stock_lists.past.value(LAST) == unit.stock_lists.worth()
    assert len(office.ask(stock_levels.spine, View())) == 20
    assert office.ask(stock_levels.availability, shelf.busy).free == qty("100")
