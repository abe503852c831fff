"""Pages are arranged without losing any, and stacks split where they should be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.codes import SEPARATOR
from app.domain.archive.pages import (
    Leaf,
    Mark,
    NoPages,
    NoSuchPage,
    OddTurn,
    SplitAt,
    TooManyPages,
    as_they_are,
    require_pages,
    split_at,
)

INK = 2000


def test_pages_are_turned_moved_and_taken_out() -> None:
    three = as_they_are(3)

    changed = three.turned({0}).turned({0}, 270).turned({2}).moved(2, -9).without({1})

    assert changed.leaves == (Leaf(3, 90), Leaf(2))
    assert three.moved(0, 99).leaves == (Leaf(2), Leaf(3), Leaf(1))


def test_the_last_page_cannot_be_taken_out() -> None:
    with pytest.raises(NoPages):
        as_they_are(2).without({0, 1})


def test_cuts_stay_with_the_pages_behind_them() -> None:
    cut = as_they_are(5).cut(2).cut(4).cut(0)

    assert [len(part) for part in cut.parts()] == [2, 2, 1]
    assert [len(part) for part in cut.without({0}).parts()] == [1, 2, 1]
    assert [len(part) for part in cut.without({0, 1}).parts()] == [2, 1]
    assert [len(part) for part in cut.cut(2).parts()] == [4, 1]


@given(st.integers(1, 30), st.data())
def test_moving_and_cutting_lose_no_page(count: int, data: st.DataObject) -> None:
    arranged = as_they_are(count)
    for _ in range(5):
        place = data.draw(st.integers(0, count - 1))
        arranged = arranged.moved(place, data.draw(st.integers(-40, 40))).cut(place)

    assert sorted(leaf.page for leaf in arranged.leaves) == list(range(1, count + 1))
    assert sum(arranged.parts(), ()) == arranged.leaves


def test_pages_that_are_not_there_are_refused() -> None:
    require_pages((Leaf(1), Leaf(2, -90, 1)), (1, 2))

    for leaf in (Leaf(0), Leaf(2), Leaf(1, 0, 1), Leaf(1, 0, -1)):
        with pytest.raises(NoSuchPage):
            require_pages((leaf,), (1,))
    with pytest.raises(OddTurn):
        require_pages((Leaf(1, 45),), (1,))
    with pytest.raises(NoPages):
        require_pages((), (1,))
    with pytest.raises(TooManyPages):
        require_pages((Leaf(1),) * 20_001, (1,))


def test_a_stack_is_split_at_separators_which_go_away() -> None:
    marks = (
        Mark(1, INK, (SEPARATOR,)),
        Mark(2, INK),
        Mark(3, INK, (SEPARATOR,)),
        Mark(4, INK, (SEPARATOR,)),
        Mark(5, INK),
        Mark(6, 0),
        Mark(7, INK, ("ASN0000042",)),
    )

    assert split_at(marks, frozenset({SplitAt.SEPARATORS})) == ((2,), (5, 6, 7))
    assert split_at(marks, frozenset(SplitAt)) == ((2,), (5,), (7,))
    assert split_at(marks, frozenset({SplitAt.SERIALS})) == ((1, 2, 3, 4, 5, 6), (7,))
    assert split_at(marks, frozenset()) == ((1, 2, 3, 4, 5, 6, 7),)
    assert marks[-1].serial == 42
