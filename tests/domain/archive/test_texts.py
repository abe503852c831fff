"""What is known of the text of a file grows page by page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.texts import How, Known, Piece


def test_nothing_is_known_of_a_file_before_it_is_looked_at() -> None:
    known = Known()

    assert (known.is_whole, known.next, known.pictures, known.how) == (False, 0, (), How.NONE)
    assert Known(0).is_whole


def test_a_picture_that_was_read_is_none_that_waits() -> None:
    known = Known().read(2, [Piece(0, How.PICTURE, ("",)), Piece(1, How.LAYER, ("a",))])

    assert (known.is_whole, known.pictures, known.how) == (True, (0,), How.PICTURE)
    assert known.read(2, [Piece(0, How.SCAN, ("b",))]).pictures == ()


@given(st.lists(st.integers(1, 9), max_size=9))
def test_pages_that_follow_each_other_are_whole_at_the_last(lengths: list[int]) -> None:
    known, of = Known(), sum(lengths)

    for length in lengths:
        assert not known.is_whole
        known = known.read(of, [Piece(known.next, How.LAYER, ("",) * length)])

    assert known.read(of, ()).is_whole
    assert known.next == of
