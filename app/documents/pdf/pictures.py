"""Pictures: logos decoded once per process, QR codes as masks of one bit a module."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from io import BytesIO

from PIL import Image

LARGEST_SIDE = 1200
LARGEST_PIXELS = 40_000_000
UNREADABLE = (
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    SyntaxError,
    ValueError,
)


class Kind(Enum):
    """What the pixels are."""

    COLOUR = "colour"
    GREY = "grey"
    MASK = "mask"

    @property
    def bits(self) -> int:
        return 1 if self is Kind.MASK else 8


_LIGHT = bytes.maketrans(b"\0\1", b"10")


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Packed pixels; ``alpha`` is a second picture that says what shows.

    ``key`` is the same for equal pixels, so that a file holds them once.
    """

    width: int
    height: int
    kind: Kind
    packed: bytes
    key: str
    alpha: Bitmap | None = None


@lru_cache(maxsize=16)
def picture(content: bytes, side: int = LARGEST_SIDE) -> Bitmap | None:
    """Return a PNG or JPEG as pixels, no larger than print needs; None if it is no such picture."""
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > LARGEST_PIXELS:
                return None
            opened.load()
            return _bitmap(opened, side)
    except UNREADABLE:
        return None


def _bitmap(opened: Image.Image, side: int) -> Bitmap:
    """Return the picture as RGB with its transparency apart."""
    has_alpha = "A" in opened.getbands() or "transparency" in opened.info
    pixels = opened.convert("RGBA" if has_alpha else "RGB")
    pixels.thumbnail((side, side))
    alpha = _packed(pixels.size, Kind.GREY, pixels.getchannel("A").tobytes()) if has_alpha else None
    return _packed(pixels.size, Kind.COLOUR, pixels.convert("RGB").tobytes(), alpha)


def mask(rows: tuple[tuple[bool, ...], ...]) -> Bitmap:
    """Return modules as a mask: one bit each, drawn where it is true."""
    pixels = bytearray()
    for row in rows:
        bits = bytes(row).translate(_LIGHT).ljust((len(row) + 7) // 8 * 8, b"1")
        pixels += int(bits, 2).to_bytes(len(bits) // 8, "big")
    return _packed((len(rows[0]), len(rows)), Kind.MASK, bytes(pixels))


def _packed(
    size: tuple[int, int], kind: Kind, pixels: bytes, alpha: Bitmap | None = None
) -> Bitmap:
    said = f"{kind} {size} {alpha.key if alpha else ''}".encode()
    key = hashlib.sha256(said + pixels).hexdigest()[:16]
    return Bitmap(*size, kind, zlib.compress(pixels, 9), key, alpha)
