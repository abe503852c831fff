"""Places: what a location must be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.shared.ids import ContactId, LocationId
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.places import check_location, is_ours, warehouse_of

HOUSE = Location(LocationId(1), 1, LocationKind.WAREHOUSE, "MAIN")
BIN = Location(LocationId(2), 1, LocationKind.BIN, "A-01", warehouse_id=HOUSE.id, route=10)


def test_a_bin_is_ours_and_in_its_warehouse() -> None:
    assert is_ours(BIN)
    assert not is_ours(replace(HOUSE, kind=LocationKind.CUSTOMER))
    assert (warehouse_of(BIN), warehouse_of(HOUSE)) == (1, 1)
    assert list(check_location(BIN, (HOUSE, BIN))) == []


@pytest.mark.parametrize(
    ("location", "code"),
    [
        (replace(BIN, code=" "), "stock.place-without-code"),
        (replace(BIN, code="main"), "stock.place-code-taken"),
        (replace(BIN, code="x" * 31), "stock.place-code-long"),
        (replace(BIN, route=-1), "stock.route-wrong"),
        (replace(BIN, warehouse_id=None), "stock.bin-without-warehouse"),
        (replace(HOUSE, kind=LocationKind.TRANSIT), "stock.place-kind-fixed"),
        (
            Location(LocationId(3), 1, LocationKind.CONSIGNED, "C"),
            "stock.consigned-without-customer",
        ),
    ],
)
def test_what_is_wrong_with_a_place_is_told_at_its_field(location: Location, code: str) -> None:
    assert [one.code for one in check_location(location, (HOUSE, BIN))] == [code]


def test_goods_at_a_customers_need_the_customer() -> None:
    theirs = Location(LocationId(3), 1, LocationKind.CONSIGNED, "C", contact_id=ContactId(7))

    assert list(check_location(theirs, (HOUSE,))) == []
