"""A portrait is small and upright, and tells nothing but the face."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from app.formats.portraits import LARGEST, portrait


def a_picture(width: int, height: int, kind: str = "JPEG", turned: int = 1) -> bytes:
    out = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010E] = "taken at home"
    Image.new("RGB", (width, height), "navy").save(out, kind, exif=exif)
    return out.getvalue()


def test_it_becomes_small_and_upright_without_where_it_was_taken() -> None:
    made = portrait(a_picture(3000, 2000, turned=6))

    with Image.open(BytesIO(made)) as shown:
        assert shown.format == "JPEG"
        assert shown.width <= LARGEST[0]
        assert shown.height <= LARGEST[1]
        assert shown.height > shown.width
        assert not shown.getexif()
    assert b"taken at home" not in made


def test_what_is_clear_becomes_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")

    with Image.open(BytesIO(portrait(out.getvalue()))) as shown:
        assert shown.convert("RGB").getpixel((5, 5)) == (255, 255, 255)
