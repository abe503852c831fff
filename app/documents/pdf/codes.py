"""Codes that machines read from the page: Code 128 C by reportlab, QR by segno."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

import segno


@lru_cache(maxsize=64)
def code128(digits: str) -> tuple[tuple[int, int], ...]:
    """Return the bars of an even number of digits in set C: place and width in modules."""
    from reportlab.graphics.barcode.code128 import Code128  # noqa: PLC0415  only giro forms need it

    made = Code128(digits)
    made.validate()
    made.encode()
    widths = [" ABCD".index(part.upper()) for part in made.decompose()]
    places = accumulate(widths, initial=0)
    return tuple(zip(places, widths, strict=False))[::2]


@lru_cache(maxsize=64)
def qr(content: str) -> tuple[tuple[bool, ...], ...] | None:
    """Return the modules of a QR code (level M, UTF-8); None if it holds too much or nothing."""
    if not content:
        return None
    try:
        made = segno.make(
            content.encode("utf-8", "replace"), error="m", micro=False, boost_error=False
        )
    except (segno.DataOverflowError, ValueError):
        return None
    return tuple(tuple(bool(module) for module in row) for row in made.matrix)
