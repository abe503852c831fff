"""Columns of plain text: how wide a text is in a fixed-width face, and padding to a width."""

from __future__ import annotations

import unicodedata

GAP = "  "


def padded(text: str, wide: int, *, is_right: bool = False) -> str:
    """Return a text with spaces up to a width, before it where it keeps to the right."""
    space = " " * (wide - width(text))
    return space + text if is_right else text + space


def width(text: str) -> int:
    """Return how many cells a text takes: marks above and below take none."""
    return sum(
        0
        if unicodedata.category(mark) in {"Mn", "Me", "Cf"}
        else 2
        if unicodedata.east_asian_width(mark) in {"W", "F"}
        else 1
        for mark in text
    )
