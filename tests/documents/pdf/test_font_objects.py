from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app.documents.pdf.render import render
from tests.documents.papers import GOLDEN


@pytest.mark.parametrize("name", GOLDEN)
def test_every_font_is_embedded_cut_and_readable(name: str) -> None:
    page: Any = PdfReader(BytesIO(render(GOLDEN[name]())), strict=True).pages[0]

    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        descendant = font["/DescendantFonts"][0].get_object()
        assert (font["/Subtype"], descendant["/Subtype"]) == ("/Type0", "/CIDFontType2")
        assert font["/BaseFont"][7] == "+"
        assert "/ToUnicode" in font and "/FontFile2" in descendant["/FontDescriptor"].get_object()
