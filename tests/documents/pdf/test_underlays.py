from __future__ import annotations

from io import BytesIO

from PIL import Image

from app.documents.pdf.pictures import Bitmap
from app.documents.pdf.underlays import SHEET_SIDE, Leaf, sheets_of
from app.formats.stationery import fit
from tests.formats import stationery


def test_every_page_of_a_pdf_is_a_sheet() -> None:
    sheets = sheets_of(fit(stationery.bare(3), 4))

    assert len(sheets) == 3
    assert all(isinstance(sheet, Leaf) and round(sheet.size[0]) == 595 for sheet in sheets)


def test_an_object_that_is_named_twice_is_taken_once() -> None:
    (sheet, *_) = sheets_of(fit(stationery.embedded(), 4))

    assert isinstance(sheet, Leaf)
    assert len(sheet.nodes) == len({(*node.parts, node.content or b"") for node in sheet.nodes})


def test_a_picture_is_one_sheet_sharp_enough_for_a_page() -> None:
    out = BytesIO()
    Image.new("RGB", (4000, 3000), "white").save(out, "PNG")

    (sheet,) = sheets_of(out.getvalue())

    assert isinstance(sheet, Bitmap)
    assert sheet.width == SHEET_SIDE


def test_what_cannot_be_read_lies_under_nothing() -> None:
    assert [sheets_of(content) for content in (b"", b"%PDF-1.7 no", b"GIF89a")] == [(), (), ()]
