"""What stands before the items of a listing: bullets, or numbers that begin anew at each level."""

from __future__ import annotations

from app.documents.model import Listing

BULLETS = ("•", "–", "·")
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
DEEPEST = 2


def labels(listing: Listing) -> tuple[str, ...]:
    """Return the bullet or number of every item."""
    levels = [min(max(point.level, 0), DEEPEST) for point in listing.points]
    if not listing.is_numbered:
        return tuple(BULLETS[level] for level in levels)
    counts = [0] * (DEEPEST + 1)
    made = []
    for level in levels:
        counts[level] += 1
        counts[level + 1 :] = [0] * (DEEPEST - level)
        made.append(_number(counts[level], level))
    return tuple(made)


def _number(count: int, level: int) -> str:
    """Write a number as its level wants it: 1. then a) then i."""
    if level == 0:
        return f"{count}."
    return f"{_letters(count)})" if level == 1 else f"{_roman(count)}."


def _letters(count: int) -> str:
    """Write 1 as a, 26 as z, 27 as aa."""
    text = ""
    while count:
        count, digit = divmod(count - 1, 26)
        text = chr(ord("a") + digit) + text
    return text


def _roman(count: int) -> str:
    text = ""
    for value, sign in ROMAN:
        text += sign * (count // value)
        count %= value
    return text
