"""Stationery is kept as it is where an archived paper may hold it, else as its picture."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.formats.pages import LockedPages, NotPages
from app.formats.plain_pages import is_plain
from app.formats.stationery import TooManySheets, fit, prepared
from tests.documents.reading import page_texts, picture_of
from tests.formats import stationery


def test_a_page_with_its_fonts_stays_as_it_is() -> None:
    made = fit(stationery.embedded(), 4)

    assert "Our letterhead" in page_texts(made)[0]
    assert is_plain(PdfReader(BytesIO(made)).pages[0])


@pytest.mark.parametrize(
    "content",
    [
        stationery.bare(),
        stationery.in_press_colours(),
        stationery.turned(stationery.embedded()),
    ],
    ids=["font not embedded", "colours of a press", "turned"],
)
def test_any_other_page_becomes_its_picture(content: bytes) -> None:
    made = fit(content, 4)

    assert not is_plain(PdfReader(BytesIO(content)).pages[0])
    assert page_texts(made)[0].strip() == ""
    assert is_plain(PdfReader(BytesIO(made)).pages[0])
    assert min(picture_of(made).tobytes()) < 200


def test_a_page_keeps_its_size_as_a_picture() -> None:
    made = fit(stationery.turned(stationery.bare()), 4)

    page = PdfReader(BytesIO(made)).pages[0]

    assert [round(float(side)) for side in page.mediabox[2:]] == [842, 595]


def test_equal_files_are_made_equal() -> None:
    assert fit(stationery.bare(2), 4) == fit(stationery.bare(2), 4)


def test_what_comes_from_the_other_process_is_the_same() -> None:
    content = stationery.embedded()

    assert base64.b64decode(prepared(content, 4)) == fit(content, 4)


def test_more_pages_than_a_letter_can_use_are_refused() -> None:
    with pytest.raises(TooManySheets) as refused:
        fit(stationery.bare(3), 2)

    assert refused.value.facts == {"pages": 3, "most": 2}


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"%PDF-1.4\n1 0 obj\nnonsense", b"GIF89a"])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(NotPages):
        fit(content, 4)


def test_what_is_behind_a_password_is_refused() -> None:
    with pytest.raises(LockedPages):
        fit(stationery.locked(stationery.embedded()), 4)


def test_a_place_beyond_every_file_is_refused_in_words() -> None:
    made = stationery.embedded()
    start = made.rindex(b"startxref") + len(b"startxref")
    spoiled = made[:start] + b"\n" + b"9" * 30 + b"\n%%EOF\n"

    with pytest.raises(NotPages):
        fit(spoiled, 4)
