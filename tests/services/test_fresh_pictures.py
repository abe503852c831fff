"""A picture is kept as we drew it anew: nothing else of the file comes in."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import ExifTags, Image

from app.services.fresh_pictures import LARGEST_SIDE, fresh
from tests import foreign


def opened(content: bytes | None) -> Image.Image:
    assert content is not None
    return Image.open(BytesIO(content))


def test_a_picture_keeps_its_dots_and_loses_what_was_hidden_in_it() -> None:
    hidden = Image.Exif()
    hidden[ExifTags.Base.Orientation] = 6
    hidden[ExifTags.Base.Make] = "SECRET MAKER"
    out = BytesIO()
    Image.new("RGB", (40, 20), "#123456").save(out, "JPEG", exif=hidden, comment=b"SECRET")

    found = fresh(out.getvalue() + b"SECRET TRAILER")

    assert opened(found).size == (20, 40)
    assert b"SECRET" not in (found or b"")


def test_what_is_seen_through_stays_so_and_a_huge_picture_becomes_smaller() -> None:
    clear = foreign.a_picture(Image.new("RGBA", (5000, 10), (1, 2, 3, 0)))

    found = opened(fresh(clear))

    assert (found.mode, found.size[0]) == ("RGBA", LARGEST_SIDE)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nxx", b"\xff\xd8\xff"])
def test_what_is_no_picture_that_papers_show_is_none(content: bytes) -> None:
    assert fresh(content) is None


def test_a_bomb_is_none() -> None:
    assert fresh(foreign.a_picture_bomb()) is None
