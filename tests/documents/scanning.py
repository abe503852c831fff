"""A small scanner: Code 128 C from bars or from pixels, QR modules from pixels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PIL import Image

from app.documents.pdf.codes import code128

STOP = "2331112"
START_C = 105
QUIET_MODULES = 4


def digits_of(bars: Sequence[tuple[int, int]]) -> str:
    """Return the digits that bars of whole modules say; raises if the code is not right."""
    widths: list[int] = []
    for at, (place, width) in enumerate(bars):
        widths.append(width)
        if at + 1 < len(bars):
            widths.append(bars[at + 1][0] - place - width)
    return _decoded("".join(map(str, widths)))


def digits_in(picture: Image.Image, row: int) -> str:
    """Return the digits of a bar code that a row of pixels crosses."""
    dark = [picture.getpixel((x, row)) for x in range(picture.width)]
    runs = [(is_dark, len(list(run))) for is_dark, run in groupby(dark, key=_is_dark)]
    widths = [width for _, width in runs[1:-1]] if not runs[0][0] else [w for _, w in runs[:-1]]
    module = sum(widths) / _modules_of(len(widths))
    return _decoded("".join(str(round(width / module)) for width in widths))


def _modules_of(runs: int) -> int:
    """Return how many modules so many bars and spaces make: 6 to a symbol of 11, 7 to the stop."""
    return (runs - 7) // 6 * 11 + 13


def _decoded(widths: str) -> str:
    """Return the digits of a whole code; its check symbol must be right."""
    body, stop = widths[: -len(STOP)], widths[-len(STOP) :]
    assert stop == STOP
    known = _symbols()
    values = [known[body[at : at + 6]] for at in range(0, len(body), 6)]
    start, *data, check = values
    assert start == START_C
    assert check == (start + sum(at * value for at, value in enumerate(data, 1))) % 103
    return "".join(f"{value:02}" for value in data)


def _symbols() -> dict[str, int]:
    """Return each symbol of set C by its widths, read from a code of every pair of digits."""
    symbols: dict[str, int] = {}
    for value in (*range(100), START_C):
        bars = code128(f"{value % 100:02}")
        first = 0 if value == START_C else 3
        widths = [
            part
            for (place, width), (following, _) in zip(bars[first:], bars[first + 1 :], strict=False)
            for part in (width, following - place - width)
        ]
        symbols["".join(map(str, widths[:6]))] = value
    return symbols | _check_only()


def _check_only() -> dict[str, int]:
    """Return the symbols that in set C stand only as a check: 100, 101 and 102."""
    return {"114131": 100, "311141": 101, "411131": 102}


def _is_dark(grey: object) -> bool:
    assert isinstance(grey, int)
    return grey < 128


def modules_in(
    picture: Image.Image, corner: tuple[float, float], side: float, count: int
) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a QR code whose box, quiet zone included, lies at this corner."""
    module = side / (count + 2 * QUIET_MODULES)
    x, y = (edge + (QUIET_MODULES + 0.5) * module for edge in corner)
    return tuple(
        tuple(
            _is_dark(picture.getpixel((round(x + column * module), round(y + row * module))))
            for column in range(count)
        )
        for row in range(count)
    )
