"""Preferences stay within what the window can show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.preferences import DENSITIES, LOOKS, MOST_RECENT, TEXT_SIZES, Preferences


@given(st.text(max_size=5), st.text(max_size=5), st.integers(-1000, 1000))
def test_what_is_out_of_range_becomes_the_default(look: str, density: str, size: int) -> None:
    checked = Preferences(look=look, density=density, text_size=size, language="xx").checked()

    assert checked.look in LOOKS and checked.density in DENSITIES
    assert TEXT_SIZES[0] <= checked.text_size <= TEXT_SIZES[1]
    assert checked.language == ""


def test_the_office_opened_last_comes_first_and_once() -> None:
    kept = Preferences(recent=("a", "b"))

    assert kept.opened("b").recent == ("b", "a")


def test_only_the_latest_offices_are_remembered() -> None:
    kept = Preferences()
    for number in range(20):
        kept = kept.opened(str(number))

    assert kept.recent == tuple(str(number) for number in range(19, 19 - MOST_RECENT, -1))
