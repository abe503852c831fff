"""Pictures: every frame a page, upright, grey and of a bounded size."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from app.formats.reading import pictures
from app.formats.reading.pictures import Picture
from app.formats.reading.refusals import DamagedFile, UnpacksTooLarge
from tests import foreign


def drawn(raw: bytes, page: int = 0) -> Image.Image:
    return Image.open(io.BytesIO(Picture(raw).picture(page)))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP"])
def test_a_scan_is_one_page_that_is_a_picture(kind: str) -> None:
    opened = Picture(foreign.a_picture(foreign.a_scan("Lasku", width=300, height=200), kind))

    assert (opened.count, opened.page(0)) == (1, ("", True))
    assert drawn(opened._raw).size == (300, 200)


def test_every_frame_of_a_fax_is_a_page() -> None:
    out = io.BytesIO()
    frames = [foreign.a_scan(f"{number}", width=50 + number, height=50) for number in range(3)]
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])

    assert Picture(out.getvalue()).count == 3
    assert drawn(out.getvalue(), 2).width == 52


def test_a_photograph_is_turned_upright() -> None:
    photograph = foreign.a_scan("Lasku", width=300, height=200)
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    photograph.save(out, "JPEG", exif=exif)

    assert drawn(out.getvalue()).size == (200, 300)


def test_a_huge_picture_is_made_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGEST_PICTURE", 10_000)

    small = drawn(foreign.a_picture(foreign.a_scan("Lasku", width=400, height=400)))

    assert small.size == (100, 100)


def test_a_picture_of_too_many_dots_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = foreign.a_picture(foreign.a_scan("Lasku"))
    monkeypatch.setattr(pictures, "LARGEST_DOTS", 1_000)

    with pytest.raises(UnpacksTooLarge):
        Picture(raw)


def test_what_is_transparent_is_paper_and_fine_shades_are_kept() -> None:
    clear = drawn(foreign.a_picture(Image.new("RGBA", (2, 2), (0, 0, 0, 0))))
    fine = Image.new("I;16", (2, 1))
    fine.putpixel((1, 0), 65_535)

    assert clear.getpixel((0, 0)) == 255
    assert drawn(foreign.a_picture(fine)).getpixel((1, 0)) == 255


def test_a_cut_off_picture_is_refused_when_it_is_looked_at() -> None:
    raw = foreign.a_picture(foreign.a_scan("Lasku"))

    with pytest.raises(DamagedFile):
        Picture(raw[:2_000]).picture(0)
