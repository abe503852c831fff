"""Locations: made, changed, closed when empty, and opened again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.shared.refusals import Conflict, Invalid
from app.domain.stock.location import LocationKind
from app.domain.stock.moving import PlaceClosed
from app.services import locations
from app.services.locations import Bins
from app.storage.database import Database
from tests.stocking import came, stock_office, stocked


def test_bins_are_made_in_one_go_in_the_order_of_the_way(database: Database) -> None:
    office = stock_office(database)
    assert office.ask(locations.home_if_any) is None
    house = office.do(locations.home).result

    made = office.do(locations.add_bins, Bins(house.id, "A", 2, 2)).result

    assert [one.code for one in made] == ["A-01-1", "A-01-2", "A-02-1", "A-02-2"]
    assert [one.route for one in made] == [10, 20, 30, 40]
    assert office.ask(locations.all_of) == (house, *made)
    assert office.ask(locations.get, house.id).kind is LocationKind.WAREHOUSE
    with pytest.raises(Invalid):
        office.do(locations.add_bins, Bins(house.id, "A", 1, 2))


@pytest.mark.parametrize(
    ("rows", "levels", "field"), [(0, 1, "rows"), (2**40, 1, "rows"), (1, 10, "levels")]
)
def test_no_more_bins_are_made_in_one_go_than_their_codes_count(
    database: Database, rows: int, levels: int, field: str
) -> None:
    office = stock_office(database)
    house = office.do(locations.home).result

    with pytest.raises(Invalid) as refused:
        office.do(locations.add_bins, Bins(house.id, "A", rows, levels))

    assert [one.field for one in refused.value.problems] == [field]
    assert office.ask(locations.all_of) == (house,)


def test_a_place_is_found_by_the_words_of_its_code_and_name(database: Database) -> None:
    office = stock_office(database)
    house = office.do(locations.home).result
    office.do(locations.save, replace(house, name="Main hall"))
    shelf, other = office.do(locations.add_bins, Bins(house.id, "A", 2)).result
    came(office, stocked(office), "1", "1")
    office.do(locations.close, other.id)

    def found(words: str, limit: int = 20) -> list[int]:
        return [one.id for one in office.ask(locations.find, words, limit)]

    assert found("") == [house.id, shelf.id]
    assert found("hall MAIN") == [house.id]
    assert found("a-0") == [shelf.id]
    assert found("", 1) == [house.id]
    assert found("", -1) == found("nowhere") == []


def test_only_an_empty_place_is_closed_and_nothing_is_put_there(database: Database) -> None:
    office = stock_office(database)
    house = office.do(locations.home).result
    shelf, other = office.do(locations.add_bins, Bins(house.id, "A", 2)).result
    product = stocked(office)
    came(office, product, "1", "1", location_id=shelf.id)

    with pytest.raises(Invalid):
        office.do(locations.close, shelf.id)
    with pytest.raises(Invalid):
        office.do(locations.close, house.id)
    office.do(locations.close, other.id)
    with pytest.raises(PlaceClosed):
        came(office, product, "1", "1", location_id=other.id)
    office.do(locations.reopen, other.id)
    came(office, product, "1", "1", location_id=other.id)


def test_a_place_that_was_changed_meanwhile_is_not_written_over(database: Database) -> None:
    office = stock_office(database)
    house = office.do(locations.home).result
    office.do(locations.save, replace(house, name="Päävarasto"))

    with pytest.raises(Conflict):
        office.do(locations.save, replace(house, name="Other"))
    found = office.ask(locations.check, replace(house, code=""))
    assert [one.field for one in found] == ["code"]
