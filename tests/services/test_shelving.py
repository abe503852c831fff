"""The shelf tells how full each binder is, and what labels are printed with next."""

from __future__ import annotations

import pytest

from app.domain.archive.serials import Room
from app.domain.shared.ids import DocumentId
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import archive, documents, serials, shelving
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def numbered(office: Office, count: int) -> None:
    filed = [
        office.do(archive.file, f"{n}.txt", "text/plain", str(n).encode()).result
        for n in range(count)
    ]
    office.do(serials.assign_each, tuple(DocumentId(one.id) for one in filed))


def test_a_binder_is_empty_then_filled_then_full(office: Office) -> None:
    for name, first, last in (("A", 1, 2), ("B", 3, 12), ("C", 13, 20)):
        office.do(serials.add_binder, name, first, last)
    numbered(office, 3)

    shelf = office.ask(shelving.shelf)

    assert [(one.binder.name, one.documents, one.room) for one in shelf.binders] == [
        ("A", 2, Room.FULL),
        ("B", 1, Room.OPEN),
        ("C", 0, Room.WAITING),
    ]
    assert shelf.next_free == 4


def test_numbers_given_in_one_go_follow_each_other_and_those_that_are_there_stay(
    office: Office,
) -> None:
    numbered(office, 2)
    ids = tuple(office.ask(documents.spine, View()))

    again = office.do(serials.assign_each, tuple(map(DocumentId, ids))).result

    assert {one.serial for one in again} <= {1, 2}
    assert office.ask(serials.next_free) == 3


def test_the_stock_names_the_ranges_whose_labels_are_printed_the_last_first(office: Office) -> None:
    numbered(office, 1)
    first = office.do(serials.reserve, 10).result
    second = office.do(serials.reserve, 5).result

    stock = office.ask(shelving.stock)

    assert stock.printed == (second, first)
    assert stock.next_free == 17
    assert all(one.count == one.across * one.down for one in stock.kinds)


def test_binders_are_found_by_a_part_of_their_name(office: Office) -> None:
    for place, name in enumerate(("B A 1", "A 1", "A 12", "C"), 1):
        office.do(serials.add_binder, name, place, place)

    found = office.ask(shelving.find, "a 1")

    assert [one.name for one in found] == ["A 1", "A 12", "B A 1"]
