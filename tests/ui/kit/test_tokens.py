"""Colours: every pair that meets on screen is readable."""

from __future__ import annotations

import pytest

from app.ui.kit.tokens import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    Tokens,
    brightness,
    contrast,
    mixed,
)

LOOKS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST_LIGHT, "contrast dark": CONTRAST_DARK}
GROUNDS = ("window", "side", "surface", "raised", "hover")
TEXTS = ("text", "muted")
TONES = ("good", "warn", "bad", "muted")


@pytest.fixture(params=LOOKS)
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return LOOKS[request.param]


def needed(tokens: Tokens) -> float:
    return 7.0 if tokens in (CONTRAST_LIGHT, CONTRAST_DARK) else 4.5


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable_on_every_ground(tokens: Tokens, ground: str, text: str) -> None:
    found = contrast(getattr(tokens, text), getattr(tokens, ground))

    assert found >= needed(tokens)


@pytest.mark.parametrize("tone", TONES)
def test_tones_are_readable_in_rows_badges_and_under_fields(tokens: Tokens, tone: str) -> None:
    colour = tokens.tone(tone)

    assert contrast(colour, tokens.surface) >= needed(tokens)
    assert contrast(colour, tokens.wash(tone)) >= 4.5


def test_what_is_chosen_is_readable(tokens: Tokens) -> None:
    assert contrast(tokens.on_selected, tokens.selected) >= needed(tokens)
    assert contrast(tokens.on_accent, tokens.accent) >= needed(tokens) or tokens in (LIGHT, DARK)
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.text, tokens.wash("warn")) >= needed(tokens)


@pytest.mark.parametrize("ground", ["window", "surface", "raised"])
def test_borders_of_fields_and_the_focus_ring_are_seen(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.border, getattr(tokens, ground)) >= 3
    assert contrast(tokens.accent, getattr(tokens, ground)) >= 3


def test_a_look_knows_whether_it_is_dark() -> None:
    assert [look.is_dark for look in LOOKS.values()] == [False, True, False, True]


def test_black_and_white_are_the_ends_of_the_scale() -> None:
    assert (brightness("#000000"), round(brightness("#ffffff"), 6)) == (0, 1)
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
