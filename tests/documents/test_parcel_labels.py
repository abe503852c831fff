"""Each parcel has a label, A6, with a code that names the delivery and the parcel."""

from __future__ import annotations

from app.documents.parcel_labels import SIZE, describe, parcel_code
from app.documents.pdf.render import render_sheets
from app.documents.sheets import Code, Frame, Lines, Text
from tests.documents.shipping import a_delivery_paper


def test_two_parcels_have_two_labels_of_their_own_codes() -> None:
    sheets = describe(a_delivery_paper("en"))
    codes = [item.content for page in sheets.pages for item in page if isinstance(item, Code)]

    assert sheets.size == SIZE
    assert codes == [parcel_code("DN-2026-00001", 1), parcel_code("DN-2026-00001", 2)]


def test_everything_stands_on_the_label() -> None:
    for page in describe(a_delivery_paper("th")).pages:
        for item in page:
            frame: Frame = item.at
            assert 0 <= frame.x < frame.x + frame.width <= SIZE[0]
            assert 0 <= frame.y < frame.y + frame.height <= SIZE[1]


def test_the_receiver_is_written_large() -> None:
    page = describe(a_delivery_paper("en")).pages[0]
    sizes = {item.lines[0]: item.size for item in page if isinstance(item, Lines)}
    counts = [item.text for item in page if isinstance(item, Text)]

    assert sizes["Kahvila Aamu Oy"] > sizes["Oak & Bench, Inc."]
    assert "1 / 2" in counts
    assert render_sheets(describe(a_delivery_paper("en"))).startswith(b"%PDF")
