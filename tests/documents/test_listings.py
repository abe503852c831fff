from __future__ import annotations

import pytest

from app.documents.listings import labels
from app.documents.model import Listing, Point, Run


def listing(*levels: int, is_numbered: bool = True) -> Listing:
    return Listing(tuple(Point((Run("x"),), level) for level in levels), is_numbered)


def test_numbers_begin_anew_under_every_item() -> None:
    found = labels(listing(0, 1, 1, 2, 2, 0, 1, 2))

    assert found == ("1.", "a)", "b)", "i.", "ii.", "2.", "a)", "i.")


def test_bullets_differ_by_level() -> None:
    assert labels(listing(0, 1, 2, is_numbered=False)) == ("•", "–", "·")


def test_a_level_out_of_range_is_the_nearest_one() -> None:
    assert labels(listing(-1, 7)) == ("1.", "i.")


@pytest.mark.parametrize(("count", "last"), [(26, "z)"), (27, "aa)"), (53, "ba)")])
def test_letters_go_on_after_z(count: int, last: str) -> None:
    assert labels(listing(0, *(1,) * count))[-1] == last


@pytest.mark.parametrize(("count", "last"), [(4, "iv."), (9, "ix."), (28, "xxviii.")])
def test_small_numbers_are_roman(count: int, last: str) -> None:
    assert labels(listing(0, *(2,) * count))[-1] == last
