from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app.documents.pdf.render import render
from tests.documents import papers
from tests.documents.papers import GOLDEN


def opened(name: str) -> PdfReader:
    return PdfReader(BytesIO(render(GOLDEN[name]())), strict=True)


def inside(found: Any, *names: str) -> list[Any]:
    """Return what lies under these names, one in the other, as objects."""
    for name in names:
        found = found[name].get_object()
    parts = found.values() if isinstance(found, dict) else found
    return [part.get_object() for part in parts]


@pytest.mark.parametrize("name", GOLDEN)
def test_every_font_is_embedded_cut_and_readable(name: str) -> None:
    fonts = [font.get_object() for font in inside(opened(name).pages[0], "/Resources", "/Font")]

    assert fonts
    for font in fonts:
        (descendant,) = inside(font, "/DescendantFonts")
        assert (font["/Subtype"], descendant["/Subtype"]) == ("/Type0", "/CIDFontType2")
        assert font["/BaseFont"][7] == "+"
        assert "/ToUnicode" in font and "/FontFile2" in descendant["/FontDescriptor"].get_object()


def test_the_file_says_its_title_language_and_maker() -> None:
    reader = opened("finnish")
    facts = reader.metadata

    assert facts is not None
    assert (facts.title, facts.author, facts.producer) == (
        papers.finnish().name,
        "Puu ja Penkki Oy",
        "Backdesk",
    )
    assert str(reader.root_object["/Lang"]) == "fi"


def test_the_file_holds_no_time_and_nothing_that_acts() -> None:
    content = render(papers.finnish())

    assert not any(
        word in content
        for word in (b"CreationDate", b"/JavaScript", b"/OpenAction", b"/URI", b"/AA")
    )


def test_pages_have_the_size_of_their_sheet() -> None:
    boxes = {name: opened(name).pages[0].mediabox for name in ("finnish", "american")}

    assert [round(float(edge), 1) for edge in boxes["finnish"][2:]] == [595.3, 841.9]
    assert [float(edge) for edge in boxes["american"][2:]] == [612, 792]
