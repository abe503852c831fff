"""The colours of every paper: sRGB, as an ICC profile of our own (version 4.2, about 500 bytes).

Numbers are those of IEC 61966-2-1, adapted to D50 as the ICC asks; anybody may use the profile.
"""

from __future__ import annotations

import struct
from functools import cache

NAME = "sRGB IEC61966-2.1"
_SIZE = 128
_VERSION = 0x04200000
_DAY = (2026, 1, 1, 0, 0, 0)
_RIGHTS = "CC0: no rights reserved"
_WHITE = (0.9642, 1.0, 0.8249)
_COLUMNS = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_ADAPTATION = (
    *(1.04788, 0.02292, -0.05022),
    *(0.02959, 0.99048, -0.01707),
    *(-0.00925, 0.01508, 0.75168),
)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""Steepness, slope and offset of the curve, slope of its straight foot, and where that ends."""


@cache
def profile() -> bytes:
    """Return the profile."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(_CURVE)
    tags = {
        b"desc": _said(NAME),
        b"cprt": _said(_RIGHTS),
        b"wtpt": _xyz(_WHITE),
        b"chad": b"sf32\0\0\0\0" + _fixed(_ADAPTATION),
        **{name: _xyz(column) for name, column in _COLUMNS.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _profile(tags)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    """Return header, table and contents; equal contents stand there once."""
    start = _SIZE + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    for content in tags.values():
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
    table = struct.pack(">I", len(tags)) + b"".join(
        name + struct.pack(">II", places[content], len(content)) for name, content in tags.items()
    )
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    kind = (b"mntr", b"RGB ", b"XYZ ")
    first = struct.pack(">I4xI4s4s4s6H4s", size, _VERSION, *kind, *_DAY, b"acsp")
    return first.ljust(68, b"\0") + _fixed(_WHITE).ljust(_SIZE - 68, b"\0")


def _said(text: str) -> bytes:
    """Return a text in one language."""
    written = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(written), 28) + written


def _xyz(colour: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(colour)


def _fixed(numbers: tuple[float, ...]) -> bytes:
    """Return numbers in sixteen bits before and after the point."""
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)
