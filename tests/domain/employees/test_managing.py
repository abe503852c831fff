"""Whoever leads stands above, and nobody above themselves."""

from __future__ import annotations

from app.domain.employees.managing import above, is_circle

PARENTS: dict[int, int | None] = {1: None, 2: 1, 3: 2, 8: 9, 9: 8}


def test_the_way_up_names_the_nearest_first_and_ends_in_a_circle() -> None:
    assert list(above(3, PARENTS)) == [2, 1]
    assert list(above(8, PARENTS)) == [9]


def test_a_circle_is_seen_before_it_is_written() -> None:
    assert is_circle(1, 3, PARENTS)
    assert is_circle(2, 2, PARENTS)
    assert not is_circle(3, 1, PARENTS)
