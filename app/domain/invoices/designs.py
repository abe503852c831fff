"""Designs: how the papers of trade look, and which colours can be read on them."""

from __future__ import annotations

import re
from enum import Enum

LEAST_CONTRAST = 4.5
"""What WCAG 2.2 asks of texts: the accent on white, and white on the accent."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_STEPS = 64
_LINEAR_UP_TO = 0.04045


class Design(Enum):
    """A built-in design.

    CLASSIC: quiet, with hairlines. MODERN: the accent carries title, table head and sum. COMPACT:
    small and close, for many lines.
    """

    CLASSIC = "classic"
    MODERN = "modern"
    COMPACT = "compact"


class LogoPlace(Enum):
    """Where the logo stands on the first page."""

    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


USUAL_LOGO_MM = 16
LEAST_LOGO_MM, MOST_LOGO_MM = 8, 30


def is_colour(text: str) -> bool:
    """Say whether a text is a colour: ``#`` and six hexadecimal digits."""
    return _COLOUR.fullmatch(text) is not None


def contrast(colour: str) -> float:
    """Return how a colour stands out from white, from 1 to 21, as WCAG counts it."""
    red, green, blue = (_linear(part) for part in parts_of(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def readable(colour: str) -> str:
    """Return the colour, or the nearest darker one of its hue that can be read on white."""
    for step in range(_STEPS + 1):
        share = 1 - step / _STEPS
        darker = "#" + "".join(f"{int(part * 255 * share):02x}" for part in parts_of(colour))
        found = colour.lower() if not step else darker
        if contrast(found) >= LEAST_CONTRAST:
            return found
    return "#000000"


def parts_of(colour: str) -> tuple[float, ...]:
    """Return red, green and blue of a colour, each from 0 to 1."""
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _linear(part: float) -> float:
    if part <= _LINEAR_UP_TO:
        return part / 12.92
    return float(((part + 0.055) / 1.055) ** 2.4)
