"""Codes that machines read from the page: Code 128 C and QR."""

from __future__ import annotations

from functools import lru_cache

import segno

# Widths of bar, space, bar, space, bar, space of each symbol, 0 to 105 (ISO/IEC 15417).
_WIDTHS = (
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132"
    "122231113222123122123221223211221132221231213212223112312131311222321122321221312212"
    "322112322211212123212321232121111323131123131321112313132113132311211313231113231311"
    "112133112331132131113123113321133121313121211331231131213113213311213131311123311321"
    "331121312113312311332111314111221411431111111224111422121124121421141122141221112214"
    "112412122114122411142112142211241211221114413111241112134111111242121142121241114212"
    "124112124211411212421112421211212141214121412121111143111341131141114113114311411113"
    "411311113141114131311141411131211412211214211232"
)
_SYMBOLS = tuple(_WIDTHS[at : at + 6] for at in range(0, len(_WIDTHS), 6))
_START_C = 105
_STOP = "2331112"


def code128(digits: str) -> list[tuple[int, int]]:
    """Return the bars of an even number of digits in set C: place and width in modules."""
    values = [_START_C, *(int(digits[at : at + 2]) for at in range(0, len(digits), 2))]
    check = (values[0] + sum(at * value for at, value in enumerate(values))) % 103
    widths = "".join(_SYMBOLS[value] for value in (*values, check)) + _STOP
    bars: list[tuple[int, int]] = []
    place = 0
    for at, width in enumerate(map(int, widths)):
        if at % 2 == 0:
            bars.append((place, width))
        place += width
    return bars


def modules(digits: str) -> int:
    """Return how many modules wide the code of these digits is, without its quiet zones."""
    return 11 * (len(digits) // 2 + 2) + 13


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
