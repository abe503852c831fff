"""The past: what was on hand and worth on any day, as the ledger says."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.storage import stock_past
from app.storage.database import Database
from app.storage.stock_past import Held
from tests.builders import TODAY
from tests.stocking import came, qty
from tests.storage.goods_lying import let_lie

PIECE = 10**6


def test_every_day_has_what_was_there_then(database: Database) -> None:
    lying = let_lie(database)
    early = TODAY - timedelta(days=40)
    came(lying.office, lying.product_id, "2", "3", on=early)

    with database.read() as unit:
        past = unit.stock_lists.past
        assert past.held(TODAY) == {lying.product_id: Held(8 * PIECE, past.value(TODAY))}
        assert past.held(early, (lying.product_id,)) == {lying.product_id: Held(2 * PIECE, 600)}
        assert past.value(TODAY - timedelta(days=1)) == 600
        assert past.value(early - timedelta(days=1)) == 0
        assert past.held_of(lying.product_id, TODAY) == qty("8")
        assert past.held_before(lying.product_id, TODAY) == qty("2")


def test_many_products_are_asked_for_at_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    lying = let_lie(database)
    wanted = (lying.product_id, 4711)

    with database.read() as unit:
        each = unit.stock_lists.past.held(TODAY, wanted)
        monkeypatch.setattr(stock_past, "MOST_ASKED", 1)
        assert unit.stock_lists.past.held(TODAY, wanted) == each
        assert unit.stock_lists.past.held(TODAY, (4711, 4712)) == {}
