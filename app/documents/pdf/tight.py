"""Packed contents that do not end like a line.

A stream is followed by a line end that is not its own. Where its last byte is half of a line end
too, some judges count that as well and find the stream too short.
"""

from __future__ import annotations

import zlib

LEVEL = 6
HALF_A_LINE = b"\r"


def tight(content: bytes, filler: bytes, level: int = LEVEL) -> tuple[bytes, int]:
    """Return a content packed, with filler at its end if need be, and its length with that.

    The last byte is one of the checksum's, which is a sum: noughts alone would never change it.
    """
    assert sum(filler) % 256, filler
    while (packed := zlib.compress(content, level)).endswith(HALF_A_LINE):
        content += filler
    return packed, len(content)
