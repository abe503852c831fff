"""Codes that machines read from the page: Code 128 C by ourselves, QR by segno, others by zxing."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate, groupby
from typing import Any

import segno

from app.documents.pdf.masks import as_number, as_rows, best_of, differences
from app.documents.pdf.squares import is_of_bytes, square

_PAIRS = (
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132"
    "122231113222123122123221223211221132221231213212223112312131311222321122321221312212"
    "322112322211212123212321232121111323131123131321112313132113132311211313231113231311"
    "112133112331132131113123113321133121313121211331231131213113213311213131311123311321"
    "331121312113312311332111314111221411431111111224111422121124121421141122141221112214"
    "112412122114122411142112142211241211221114413111241112134111111242121142121241114212"
    "124112124211411212421112421211212141214121412121111143111341131141114113114311411113"
    "411311113141114131311141411131"
)
"""The symbols 0 to 102 of ISO/IEC 15417, each by the widths of three bars and three spaces."""
_DARK = 128
_START_C, _START, _STOP = 105, "211232", "2331112"


@lru_cache(maxsize=64)
def code128(digits: str) -> tuple[tuple[int, int], ...]:
    """Return the bars of an even number of digits in set C: place and width in modules.

    Reportlab's own code loads all that it can draw charts with: a third of a first paper's time.
    """
    values = [int(digits[at : at + 2]) for at in range(0, len(digits), 2)]
    check = (_START_C + sum(at * value for at, value in enumerate(values, 1))) % 103
    symbols = (_PAIRS[6 * value : 6 * value + 6] for value in (*values, check))
    widths = [int(width) for width in "".join((_START, *symbols, _STOP))]
    places = accumulate(widths, initial=0)
    return tuple(zip(places, widths, strict=False))[::2]


@lru_cache(maxsize=64)
def qr(content: str) -> tuple[tuple[bool, ...], ...] | None:
    """Return the modules of a QR code (level M, UTF-8); None if it holds too much or nothing."""
    if not content:
        return None
    try:
        drawn, version = _drawn(content.encode("utf-8", "replace"))
    except (segno.DataOverflowError, ValueError):
        return None
    size = 4 * version + 17
    return as_rows(best_of(drawn, size, _masks(version)), size)


def _drawn(content: bytes) -> tuple[int, int]:
    """Return the modules of a code under mask 0, and its version."""
    if is_of_bytes(content):
        return square(content)
    made = _made(content, 0)
    return as_number(made.matrix), int(made.version)


@lru_cache(maxsize=256)
def bars(kind: str, content: str) -> tuple[tuple[int, int], ...]:
    """Return the bars of a code, place and width in modules; none where it cannot say that."""
    dots = _dots(kind, content, is_gs1=False)
    if not dots:
        return ()
    found, at = [], 0
    for is_dark, run in groupby(dots[len(dots) // 2]):
        width = len(tuple(run))
        if is_dark:
            found.append((at, width))
        at += width
    return tuple(found)


@lru_cache(maxsize=256)
def matrix(content: str) -> tuple[tuple[bool, ...], ...] | None:
    """Return the modules of a GS1 DataMatrix; none where it cannot be made."""
    return _dots("DataMatrix", content, is_gs1=True) or None


def _dots(kind: str, content: str, *, is_gs1: bool) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a code, dark ones true; none where it cannot be made."""
    import zxingcpp  # noqa: PLC0415  1 MB, loaded where goods are labelled

    format_ = zxingcpp.barcode_format_from_str(kind)
    try:
        made = zxingcpp.create_barcode(content, format_, **({"gs1": True} if is_gs1 else {}))
        picture: Any = made.to_image(scale=1, add_hrt=False, add_quiet_zones=False)
        view = memoryview(picture)
    except ValueError:
        return ()
    height, width = view.shape or (0, 0)
    grey = view.tobytes()
    return tuple(
        tuple(grey[row * width + column] < _DARK for column in range(width))
        for row in range(height)
    )


def _made(content: bytes, mask: int, version: int | None = None) -> segno.QRCode:
    return segno.make(
        content, error="m", micro=False, boost_error=False, mask=mask, version=version
    )


@cache
def _masks(version: int) -> tuple[int, ...]:
    """Return where the masks of a version differ: all of its codes are masked alike."""
    return differences(lambda mask: _made(b"0", mask, version).matrix)
