from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoices.designs import LEAST_CONTRAST, contrast, is_colour, parts_of, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("text", ["#0f766e", "#FFFFFF"])
def test_six_hexadecimal_digits_are_a_colour(text: str) -> None:
    assert is_colour(text)


@pytest.mark.parametrize("text", ["", "red", "#fff", "#12345g", "0f766e", "#0f766e ", "#0f766e\n"])
def test_anything_else_is_none(text: str) -> None:
    assert not is_colour(text)


def test_black_stands_out_most_and_white_not_at_all() -> None:
    assert round(contrast("#000000"), 2) == 21
    assert round(contrast("#ffffff"), 2) == 1
    assert round(contrast("#767676"), 2) == 4.54


@given(COLOURS)
def test_every_colour_is_darkened_until_it_can_be_read_on_white(colour: str) -> None:
    found = readable(colour)

    assert contrast(found) >= LEAST_CONTRAST
    assert all(
        after <= before for after, before in zip(parts_of(found), parts_of(colour), strict=True)
    )


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable("#0F766E") == "#0f766e"
