from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.look import USUAL, Look
from app.documents.pdf.pens import ACCENT, Colour
from app.documents.pdf.suits import CLASSIC, Suit, colour_of, suit_of, washed
from app.domain.invoices.designs import LEAST_CONTRAST, Design, contrast

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
LEAST_SIZE = 7.0


def hexadecimal(colour: Colour) -> str:
    parts = (colour.red, colour.green, colour.blue)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def sizes(suit: Suit) -> list[float]:
    texts, tables = suit.texts, suit.tables
    pens = (texts.text, texts.label, texts.small, tables.cell, tables.head, suit.foot)
    return [pen.size for pen in pens]


def test_papers_that_nobody_designed_wear_the_classic_suit() -> None:
    assert suit_of(USUAL) is CLASSIC
    assert CLASSIC.accent is ACCENT


@pytest.mark.parametrize("design", Design)
@given(COLOURS)
def test_the_accent_of_every_design_can_be_read(design: Design, colour: str) -> None:
    suit = suit_of(Look(design, colour))

    assert contrast(hexadecimal(suit.accent)) >= LEAST_CONTRAST


@pytest.mark.parametrize("design", Design)
def test_no_text_of_a_design_is_too_small_to_read(design: Design) -> None:
    assert min(sizes(suit_of(Look(design)))) >= LEAST_SIZE


@given(COLOURS)
def test_texts_can_be_read_on_a_wash(colour: str) -> None:
    assert contrast(hexadecimal(washed(colour_of(colour)))) < 1.25


@pytest.mark.parametrize("design", Design)
def test_a_look_is_cut_once(design: Design) -> None:
    assert suit_of(Look(design, "#0f766e")) is suit_of(Look(design, "#0f766e"))
