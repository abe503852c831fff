"""Pictures as they are looked at: the right way up, in colours, no larger than a screen."""

from __future__ import annotations

import io
from base64 import b64encode
from typing import TYPE_CHECKING, NamedTuple

from app.formats.reading.drawn_pdf import MOST_DOTS
from app.formats.reading.pictures import decoded

if TYPE_CHECKING:
    from PIL.Image import Image


class DrawnPicture(NamedTuple):
    """Red, green, blue and cover of each dot; ``of`` is how large the picture itself is."""

    size: tuple[int, int]
    of: tuple[int, int]
    dots: bytes


def drawn_picture(raw: bytes) -> DrawnPicture:
    """Return what a picture shows; raises DamagedFile, UnpacksTooLarge."""
    with decoded(raw) as image:
        of = image.size
        _shrink(image, MOST_DOTS)
        shown = _upright(image)
        is_turned = (shown.width > shown.height) != (image.width > image.height)
        return DrawnPicture(
            shown.size, of[::-1] if is_turned else of, shown.convert("RGBA").tobytes()
        )


def redrawn(raw: bytes, side: int) -> str:
    """Return a picture drawn anew, no side longer than ``side``, as base64: a JPEG, else a PNG.

    Nothing of the file is kept but its dots. Raises DamagedFile, UnpacksTooLarge.
    """
    with decoded(raw) as image:
        kind = "JPEG" if image.format == "JPEG" else "PNG"
        _shrink(image, side * side)
        shown = _upright(image)
        sees_through = shown.has_transparency_data and kind == "PNG"
        fresh = shown.convert("RGBA" if sees_through else "RGB")
        fresh.thumbnail((side, side))
        fresh.info.clear()
        out = io.BytesIO()
        fresh.save(out, kind, **({"quality": 92} if kind == "JPEG" else {}))
    return b64encode(out.getvalue()).decode("ascii")


def _shrink(image: Image, most: int) -> None:
    """Unpack no more dots of a picture than are wanted, as far as its kind knows how to."""
    shrink = (image.width * image.height / most) ** 0.5
    if shrink > 1:
        size = (max(int(image.width / shrink), 1), max(int(image.height / shrink), 1))
        image.draft("RGB", size)
        image.thumbnail(size)


def _upright(image: Image) -> Image:
    from PIL import ImageOps  # noqa: PLC0415  loaded where a picture is drawn

    return ImageOps.exif_transpose(image)
