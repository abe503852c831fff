from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from PIL import Image

from app.documents.pdf.pictures import LARGEST_SIDE, mask, picture
from tests.documents.papers import a_logo


def encoded(mode: str, size: tuple[int, int], kind: str) -> bytes:
    out = BytesIO()
    Image.new(mode, size, 1).save(out, kind)
    return out.getvalue()


def claiming(width: int, height: int) -> bytes:
    """Return a small PNG that says it is this large."""
    content = encoded("L", (1, 1), "PNG")
    head = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + content[24:29]
    return content[:12] + head + zlib.crc32(head).to_bytes(4, "big") + content[33:]


def test_a_logo_keeps_its_transparency_apart() -> None:
    bitmap = picture(a_logo())

    assert bitmap is not None and bitmap.alpha is not None
    assert (bitmap.width, bitmap.height) == (360, 120)
    assert len(zlib.decompress(bitmap.packed)) == 360 * 120 * 3
    assert len(zlib.decompress(bitmap.alpha.packed)) == 360 * 120


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "JPEG"), ("L", "JPEG"), ("CMYK", "JPEG"), ("P", "PNG"), ("1", "PNG"), ("I;16", "PNG")],
)
def test_every_usual_kind_of_picture_is_read(mode: str, kind: str) -> None:
    bitmap = picture(encoded(mode, (8, 4), kind))

    assert bitmap is not None and len(zlib.decompress(bitmap.packed)) == 8 * 4 * 3


def test_a_large_picture_is_made_as_small_as_print_allows() -> None:
    bitmap = picture(encoded("RGB", (3000, 500), "PNG"))

    assert bitmap is not None and (bitmap.width, bitmap.height) == (LARGEST_SIDE, 200)


@pytest.mark.parametrize(
    "content",
    [b"", b"no", a_logo()[:200], claiming(9000, 9000), claiming(60_000, 60_000), b"<svg/>"],
    ids=["empty", "text", "cut off", "large", "bomb", "svg"],
)
def test_what_cannot_be_read_is_no_picture(content: bytes) -> None:
    assert picture(content) is None


def test_equal_pictures_have_one_key_and_others_another() -> None:
    rows = ((True, False), (False, True))

    keys = [mask(shown).key for shown in (rows, rows, rows[::-1], ((True, False, False, True),))]

    assert keys[0] == keys[1] and len(set(keys)) == 3


def test_a_mask_has_one_bit_a_module() -> None:
    bitmap = mask(((True, False, True), (False, False, True)))

    assert zlib.decompress(bitmap.packed) == bytes([0b01011111, 0b11011111])
