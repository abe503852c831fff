"""Colours: seventeen tokens, four palettes; every pair that meets on screen is readable.

Text pairs hold 4.5 : 1, borders and marks 3 : 1; in high contrast text holds 7 : 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

TONES = frozenset({"good", "warn", "bad", "muted", "accent"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one look, as ``#rrggbb``."""

    window: str
    side: str
    surface: str
    raised: str
    text: str
    muted: str
    disabled: str
    line: str
    border: str
    accent: str
    on_accent: str
    hover: str
    selected: str
    on_selected: str
    good: str
    warn: str
    bad: str

    @property
    def is_dark(self) -> bool:
        """Say whether light text stands on dark ground."""
        return brightness(self.surface) < brightness(self.text)

    def tone(self, name: str) -> str:
        """Return the colour of a tone: good, warn, bad, muted, accent, or plain text."""
        found: str = getattr(self, name) if name in TONES else self.text
        return found

    def wash(self, name: str) -> str:
        """Return the ground of a badge of that tone, or of a hue: ``hue0`` and so on."""
        if name.startswith("hue"):
            hue = HUES[int(name.removeprefix("hue")) % len(HUES)]
            return mixed(self.surface, hue, 0.28 if self.is_dark else 0.16)
        return mixed(self.surface, self.tone(name), 0.10)


HUES = (
    "#2c5bd2",
    "#12806a",
    "#b3452c",
    "#8a5a00",
    "#7a3fb0",
    "#a8326e",
    "#2b7a99",
    "#5b7a1e",
)
"""Hues that tell names apart; what stands on their wash is written in the colour of text."""


LIGHT = Tokens(
    window="#f6f7f9",
    side="#eef0f4",
    surface="#ffffff",
    raised="#ffffff",
    text="#1b1f27",
    muted="#5b6472",
    disabled="#9aa2ae",
    line="#e3e6ec",
    border="#858e9c",
    accent="#2c5bd2",
    on_accent="#ffffff",
    hover="#eef1f6",
    selected="#dfe8fc",
    on_selected="#12203f",
    good="#136f3f",
    warn="#845200",
    bad="#b42323",
)

DARK = Tokens(
    window="#191b20",
    side="#15171b",
    surface="#1e2127",
    raised="#282c34",
    text="#e7e9ee",
    muted="#a6aebb",
    disabled="#6b7380",
    line="#30353e",
    border="#7d8694",
    accent="#8fb0ff",
    on_accent="#0d1a3a",
    hover="#282c34",
    selected="#2d3f66",
    on_selected="#f3f6ff",
    good="#6ad19a",
    warn="#e6b450",
    bad="#ff9086",
)

CONTRAST_LIGHT = Tokens(
    window="#ffffff",
    side="#ffffff",
    surface="#ffffff",
    raised="#ffffff",
    text="#000000",
    muted="#262626",
    disabled="#5c5c5c",
    line="#000000",
    border="#000000",
    accent="#00308f",
    on_accent="#ffffff",
    hover="#e6ecff",
    selected="#00308f",
    on_selected="#ffffff",
    good="#00401f",
    warn="#4d2f00",
    bad="#7a0000",
)

CONTRAST_DARK = Tokens(
    window="#000000",
    side="#000000",
    surface="#000000",
    raised="#0a0a0a",
    text="#ffffff",
    muted="#e0e0e0",
    disabled="#a0a0a0",
    line="#ffffff",
    border="#ffffff",
    accent="#ffe14d",
    on_accent="#000000",
    hover="#262626",
    selected="#ffe14d",
    on_selected="#000000",
    good="#7dffb2",
    warn="#ffd166",
    bad="#ffb3ad",
)


@cache
def mixed(ground: str, colour: str, share: float) -> str:
    """Return the ground with a share of the colour in it."""
    pairs = zip(_channels(ground), _channels(colour), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def brightness(colour: str) -> float:
    """Return the relative luminance (WCAG) of a colour, 0 to 1."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast (WCAG) of two colours, 1 to 21."""
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
