"""Codes that machines read from the page: Code 128 C and QR."""

from __future__ import annotations

from functools import lru_cache

import segno

# Widths of bar, space, bar, space, bar, space for each symbol (ISO/IEC 15417, table 1).
_SYMBOLS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 "
    "122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 "
    "321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 "
    "211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 "
    "213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 "
    "121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 "
    "241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 "
    "412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 "
    "211214 211232"
).split()
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
    try:
        made = segno.make(
            content.encode("utf-8", "replace"), error="m", micro=False, boost_error=False
        )
    except (segno.DataOverflowError, ValueError):
        return None
    return tuple(tuple(bool(module) for module in row) for row in made.matrix)
