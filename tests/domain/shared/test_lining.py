"""Lines of two lists are paired by id, or by place and likeness."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.lining import Trio, lined, paired

LISTS = st.lists(st.integers(0, 5), max_size=6).map(tuple)


@dataclass(frozen=True, slots=True)
class Known:
    """A line with an id."""

    id: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without one."""

    text: str
    unit: str = "pcs"
    price: int = 1


def test_lines_with_ids_are_found_wherever_they_stand() -> None:
    before, after = (Known(1), Known(2), Known(3)), (Known(3, "new"), Known(1))

    assert paired(before, after) == {0: 1, 2: 0}


def test_a_changed_line_between_equal_ones_is_the_one_that_stood_there() -> None:
    before, after = (Line("a"), Line("b"), Line("c")), (Line("a"), Line("x"), Line("c"))

    assert paired(before, after) == {0: 0, 1: 1, 2: 2}


def test_a_line_that_was_put_in_leaves_the_others_where_they_were() -> None:
    before, after = (Line("a"), Line("b")), (Line("new", "h", 9), Line("a", "pcs", 2), Line("b"))

    assert paired(before, after) == {0: 1, 1: 2}


def test_of_two_lines_added_at_one_place_theirs_comes_first() -> None:
    lines = lined(("a",), ("a", "mine"), ("a", "theirs"))

    assert lines == (Trio(0, 0, 0), Trio(None, None, 1), Trio(None, 1, None))


def test_a_line_that_both_added_alike_stands_once() -> None:
    assert lined(("a",), ("a", "b"), ("a", "b")) == (Trio(0, 0, 0), Trio(None, 1, 1))


def test_the_order_is_mine_where_i_moved_lines() -> None:
    base = (Known(1), Known(2), Known(3))

    moved = lined(base, (Known(3), Known(1), Known(2)), base)

    assert [one.base for one in moved] == [2, 0, 1]


@given(LISTS, LISTS, LISTS)
def test_every_line_stands_once(
    base: tuple[int, ...], mine: tuple[int, ...], theirs: tuple[int, ...]
) -> None:
    lines = lined(base, mine, theirs)

    places = zip(*lines, strict=True) if lines else ((), (), ())
    for one, found in zip((base, mine, theirs), places, strict=True):
        assert sorted(no for no in found if no is not None) == list(range(len(one)))
