"""Pictures: photographs and scans, each frame a page that has to be read from its picture."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.domain.archive.texts import How
from app.formats.reading.opened import Page
from app.formats.reading.pdf import LARGEST_PICTURE
from app.formats.reading.refusals import DamagedFile, UnpacksTooLarge

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")
LARGEST_DOTS = 120_000_000
"""A picture of more dots than an office's scanner makes is not unpacked."""

MOST_FRAMES = 1_000
_BRIGHTEST = 255
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, TypeError, LookupError, struct.error)
"""What the decoders raise at pictures that are damaged; one of no kind is an OSError."""


class Picture:
    """An open picture; raises DamagedFile, UnpacksTooLarge."""

    how = How.PICTURE

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        with decoded(raw) as image:
            is_paged = image.format == "TIFF"
            self.count = min(getattr(image, "n_frames", 1), MOST_FRAMES) if is_paged else 1

    def page(self, number: int) -> Page:
        """Return a page of which nothing is known before its picture is read."""
        return Page("", is_picture=True)

    def picture(self, number: int) -> bytes:
        """Return a frame as a grey PNG, turned as it is looked at, a huge one made smaller."""
        from PIL import ImageOps  # noqa: PLC0415  loaded where a picture is read

        with decoded(self._raw) as image:
            image.seek(number)
            _require_bounded(image)
            shrink = max((image.width * image.height / LARGEST_PICTURE) ** 0.5, 1.0)
            size = (round(image.width / shrink), round(image.height / shrink))
            image.draft("L", size)
            grey = _grey(image)
            grey.thumbnail(size)
            out = io.BytesIO()
            ImageOps.exif_transpose(grey).save(out, "PNG", compress_level=1)
        return out.getvalue()


@contextmanager
def decoded(raw: bytes) -> Iterator[Image]:
    """Open a picture of a kind that is known; raises DamagedFile, UnpacksTooLarge."""
    from PIL import Image  # noqa: PLC0415  loaded where a picture is read

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(raw), formats=FORMATS) as image:
                _require_bounded(image)
                yield image
    except Image.DecompressionBombError:
        raise UnpacksTooLarge from None
    except _BROKEN as error:
        raise DamagedFile(reason=str(error)) from None


def _require_bounded(image: Image) -> None:
    if image.width * image.height > LARGEST_DOTS:
        raise UnpacksTooLarge


def _grey(image: Image) -> Image:
    """Return an image in shades of grey: what is transparent is paper, fine shades are kept."""
    from PIL import Image as images  # noqa: N813, PLC0415  loaded where a picture is read

    if image.mode.startswith(("I", "F")):
        _low, high = image.getextrema()
        top = max(float(high) if isinstance(high, int | float) else 0.0, _BRIGHTEST)
        return image.point(lambda shade: shade * (_BRIGHTEST / top)).convert("L")
    if not image.has_transparency_data:
        return image.convert("L")
    seen = image.convert("RGBA")
    paper = images.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    return paper.convert("L")
