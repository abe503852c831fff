"""Lacking: a refusal says what is lacking, and all others say nothing of the kind."""

from __future__ import annotations

from decimal import Decimal

from app.domain.shared.refusals import Conflict
from app.domain.stock.moving import NotEnough
from app.ui.kit.lacking import lacking_of


def test_what_is_lacking_is_read_from_the_refusal() -> None:
    facts = {"product": "L-9", "place": "MAIN", "count": Decimal(6), "most": Decimal(5)}
    error = NotEnough(**facts, product_id=7, location_id=8, lot_id="", why="nowhere")

    found = lacking_of(error)

    assert found is not None
    assert (found.spot.product_id, found.spot.location_id, found.spot.lot_id) == (7, 8, None)
    assert (int(found.asked), found.what) == (6, "At Main store there are 5 of L-9, not 6.")


def test_another_refusal_lacks_nothing() -> None:
    assert lacking_of(Conflict(contact=1)) is None
    assert lacking_of(NotEnough(product="L-9")) is None
