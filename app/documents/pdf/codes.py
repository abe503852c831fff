"""Codes that machines read from the page: Code 128 C by reportlab, QR by segno."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate

import segno

from app.documents.pdf.masks import as_rows, best_of, differences


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
        made = _made(content.encode("utf-8", "replace"), 0)
    except (segno.DataOverflowError, ValueError):
        return None
    size = len(made.matrix)
    return as_rows(best_of(made.matrix, _masks(int(made.version))), size)


def _made(content: bytes, mask: int, version: int | None = None) -> segno.QRCode:
    return segno.make(
        content, error="m", micro=False, boost_error=False, mask=mask, version=version
    )


@cache
def _masks(version: int) -> tuple[int, ...]:
    """Return where the masks of a version differ: all of its codes are masked alike."""
    return differences(lambda mask: _made(b"0", mask, version).matrix)
