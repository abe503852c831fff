"""Pictures as they are looked at: the right way up, in colours, no larger than a screen."""

from __future__ import annotations

from typing import NamedTuple

from app.formats.reading.drawn_pdf import MOST_DOTS
from app.formats.reading.pictures import decoded


class DrawnPicture(NamedTuple):
    """Red, green, blue and cover of each dot; ``of`` is how large the picture itself is."""

    size: tuple[int, int]
    of: tuple[int, int]
    dots: bytes


def drawn_picture(raw: bytes) -> DrawnPicture:
    """Return what a picture shows; raises DamagedFile, UnpacksTooLarge."""
    from PIL import ImageOps  # noqa: PLC0415  loaded where a picture is drawn

    with decoded(raw) as image:
        of = image.size
        shrink = max((of[0] * of[1] / MOST_DOTS) ** 0.5, 1.0)
        if shrink > 1:
            image.draft("RGB", (int(of[0] / shrink), int(of[1] / shrink)))
            image.thumbnail((int(of[0] / shrink), int(of[1] / shrink)))
        turned = ImageOps.exif_transpose(image)
        is_turned = (turned.width > turned.height) != (image.width > image.height)
        return DrawnPicture(
            turned.size, of[::-1] if is_turned else of, turned.convert("RGBA").tobytes()
        )
