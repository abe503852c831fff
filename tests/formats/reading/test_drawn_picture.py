from __future__ import annotations

from io import BytesIO

import pytest
from PIL import ExifTags, Image

from app.formats.reading.drawn_pdf import MOST_DOTS
from app.formats.reading.drawn_picture import drawn_picture
from app.formats.reading.refusals import DamagedFile, UnpacksTooLarge
from tests import foreign


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP"])
def test_a_picture_is_told_dot_by_dot(kind: str) -> None:
    shown = drawn_picture(foreign.a_picture(Image.new("RGB", (40, 20), "#ffffff"), kind))

    assert (shown.size, shown.of) == ((40, 20), (40, 20))
    assert shown.dots == b"\xff" * 40 * 20 * 4


def test_a_photograph_is_told_the_right_way_up() -> None:
    lying = Image.new("RGB", (8000, 4000), "#123456")
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6
    file = BytesIO()
    lying.save(file, "JPEG", exif=turned)

    shown = drawn_picture(file.getvalue())

    assert shown.of == (4000, 8000)
    assert shown.size[0] < shown.size[1]
    assert MOST_DOTS / 2 < shown.size[0] * shown.size[1] <= MOST_DOTS


def test_what_is_no_picture_or_a_bomb_is_refused() -> None:
    with pytest.raises(DamagedFile):
        drawn_picture(b"none")
    with pytest.raises(UnpacksTooLarge):
        drawn_picture(foreign.a_picture_bomb())
