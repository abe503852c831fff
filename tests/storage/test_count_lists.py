"""Lists of counts say how far each is, and are sorted and narrowed."""

from __future__ import annotations

import pytest

from app.domain.shared.paging import View
from app.domain.stock.count import Count, CountState
from app.services import counts
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import TEN, Moment, begun, line_of
from tests.stocking import came, qty, stocked
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(TEN), Actor("Aino"))
    opened_books(office)
    came(office, stocked(office, "L-9"), "120", "7.50")
    return office


@pytest.fixture
def two(office: Office) -> tuple[Count, Count]:
    first = begun(office)
    office.do(counts.cancel, first.id, "Again")
    second = begun(office)
    office.do(counts.enter, second.id, line_of(office, second), qty("117"))
    return first, second


def test_a_row_says_how_far_a_count_is(office: Office, two: tuple[Count, Count]) -> None:
    with office.database.read() as unit:
        first, second = unit.count_lists.rows([one.id for one in two])
        (line,) = unit.count_lists.lines(two[1].id)

    assert (first.lines, first.counted, first.differing) == (1, 0, 0)
    assert (second.lines, second.counted, second.differing) == (1, 1, 1)
    assert (second.warehouse, second.number) == ("MAIN", two[1].number)
    assert (line.code, line.place, line.value_minor) == ("L-9", "MAIN", -2250)


def test_counts_are_sorted_and_narrowed(office: Office, two: tuple[Count, Count]) -> None:
    cancelled = View(only=(CountState.CANCELLED.value,))

    with office.database.read() as unit:
        lists = unit.count_lists
        assert list(lists.spine(cancelled)) == [two[0].id]
        assert list(lists.spine(View(sort="number"))) == [two[0].id, two[1].id]
        assert list(lists.first(View(sort="number"), 1)) == [two[0].id]
        assert lists.counts() == {CountState.CANCELLED: 1, CountState.COUNTING: 1}
        assert lists.lines(two[1].id, two[1].id) == ()  # type: ignore[arg-type]  # no such line
