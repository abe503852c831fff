"""Pictures: logos decoded once per process, QR codes as masks of one bit a module."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from PIL import Image

from app.documents.pdf.writer import Writer, reference

LARGEST_SIDE = 1200
LARGEST_PIXELS = 40_000_000
UNREADABLE = (
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    SyntaxError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Packed pixels as the file holds them; ``alpha`` is a second one that says what shows."""

    width: int
    height: int
    entries: str
    packed: bytes
    alpha: Bitmap | None = None


@dataclass(slots=True)
class Images:
    """The pictures of one document; equal pictures are written once."""

    bitmaps: dict[str, Bitmap] = field(default_factory=dict)

    def add(self, bitmap: Bitmap) -> str:
        """Return the name under which pages draw the picture."""
        key = "I" + hashlib.sha256(bitmap.packed).hexdigest()[:12]
        self.bitmaps[key] = bitmap
        return key

    def put(self, writer: Writer) -> dict[str, int]:
        """Write every picture and return its object."""
        return {key: _put(bitmap, writer) for key, bitmap in self.bitmaps.items()}


def _put(bitmap: Bitmap, writer: Writer) -> int:
    alpha = f"/SMask {reference(_put(bitmap.alpha, writer))}" if bitmap.alpha else ""
    head = f"/Type /XObject /Subtype /Image /Width {bitmap.width} /Height {bitmap.height}"
    return writer.packed(bitmap.packed, f"{head} {bitmap.entries} {alpha}")


@lru_cache(maxsize=16)
def picture(content: bytes) -> Bitmap | None:
    """Return a PNG or JPEG as pixels, no larger than print needs; None if it is no such picture."""
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > LARGEST_PIXELS:
                return None
            opened.load()
            return _bitmap(opened)
    except UNREADABLE:
        return None


def _bitmap(opened: Image.Image) -> Bitmap:
    """Return the picture as RGB with its transparency apart."""
    has_alpha = "A" in opened.getbands() or "transparency" in opened.info
    pixels = opened.convert("RGBA" if has_alpha else "RGB")
    pixels.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    alpha = _grey(pixels.getchannel("A")) if has_alpha else None
    size = f"{pixels.width} {pixels.height}"
    width, height = map(int, size.split())
    return Bitmap(
        width,
        height,
        "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode",
        zlib.compress(pixels.convert("RGB").tobytes(), 9),
        alpha,
    )


def _grey(pixels: Image.Image) -> Bitmap:
    return Bitmap(
        pixels.width,
        pixels.height,
        "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
        zlib.compress(pixels.tobytes(), 9),
    )


def mask(rows: tuple[tuple[bool, ...], ...]) -> Bitmap:
    """Return modules as a mask: one bit each, drawn where it is true."""
    packed = bytearray()
    for row in rows:
        bits = "".join("0" if dark else "1" for dark in row).ljust((len(row) + 7) // 8 * 8, "1")
        packed += int(bits, 2).to_bytes(len(bits) // 8, "big")
    return Bitmap(
        len(rows[0]),
        len(rows),
        "/ImageMask true /BitsPerComponent 1 /Filter /FlateDecode",
        zlib.compress(bytes(packed), 9),
    )
