"""Stationery lies under the pages that it is for, and terms follow the last one."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from app.documents.model import Document, Sheeting, Underlay
from app.documents.pdf.render import render
from app.domain.admin.stationery import On
from app.formats.stationery import fit
from tests.documents.correspondence import a_document, long_body
from tests.documents.judging import faults
from tests.documents.reading import letters, page_texts, picture_of
from tests.documents.telling import told
from tests.formats import stationery

SHEET = fit(stationery.embedded("SHEET", 40), 4)


def a_long_letter(sheeting: Sheeting) -> Document:
    return replace(a_document("de", body=long_body("de", 7)), sheeting=sheeting)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (On.FIRST, [True, False, False]),
        (On.LAST, [False, False, True]),
        (On.ALL, [True, True, True]),
        (On.ALTERNATING, [True, True, True]),
    ],
)
def test_a_sheet_lies_under_its_pages(on: On, expected: list[bool]) -> None:
    texts = page_texts(render(a_long_letter(Sheeting((Underlay(SHEET, on),)))))

    assert ["SHEET" in text for text in texts] == expected


def test_the_sheets_of_a_file_take_turns() -> None:
    sheets = fit(stationery.embedded("SHEET", 40), 4)
    count = len(PdfReader(BytesIO(sheets)).pages)
    assert count == 2

    content = render(a_long_letter(Sheeting((Underlay(sheets, On.ALTERNATING),))))

    counts = [text.count("SHEET") for text in page_texts(content)]
    assert counts[0] == counts[2] != counts[1]


def test_terms_follow_the_last_page_and_are_not_counted() -> None:
    document = a_long_letter(Sheeting(appended=fit(stationery.embedded("Terms of sale"), 4)))

    texts = page_texts(render(document))

    assert len(texts) == 4
    assert "Seite 3 von 3" in texts[2]
    assert "Terms of sale" in texts[3]


def test_a_sheet_is_in_the_file_once_however_many_pages_it_lies_under() -> None:
    plain = len(render(a_long_letter(Sheeting())))

    on_all = len(render(a_long_letter(Sheeting((Underlay(SHEET),)))))

    assert on_all - plain < 1.2 * len(SHEET)


def test_what_the_sheet_takes_of_head_and_foot_stays_free() -> None:
    content = render(a_long_letter(Sheeting(top=40, foot=50)))

    found = letters(content, 1)

    assert min(letter.top for letter in found) >= 40
    assert max(letter.bottom for letter in found) <= 297 - 50


def test_a_picture_lies_under_the_words() -> None:
    out = BytesIO()
    Image.new("RGB", (210, 297), (255, 230, 200)).save(out, "PNG")
    document = replace(a_document("de"), sheeting=Sheeting((Underlay(out.getvalue()),)))

    page = picture_of(render(document))

    darkest = min(page.tobytes())
    assert page.tobytes()[0] != 255
    assert darkest < 120


def test_equal_letters_on_equal_sheets_are_equal_files() -> None:
    document = a_long_letter(Sheeting((Underlay(SHEET, On.LAST),), SHEET))

    assert render(document) == render(document)


def test_every_font_of_the_file_is_embedded() -> None:
    content = render(a_long_letter(Sheeting((Underlay(fit(stationery.bare(), 4)),), SHEET)))

    assert len(programs_of(content)) == 4
    assert None not in programs_of(content)


def test_a_sheet_that_cannot_be_read_is_left_out() -> None:
    document = a_long_letter(Sheeting((Underlay(b"%PDF-1.7 broken", On.LAST),), b"no"))

    assert len(page_texts(render(document))) == 3


def programs_of(content: bytes) -> list[object]:
    """Return the font program of every font descriptor of a file, or none where there is none."""
    reader = PdfReader(BytesIO(content))
    objects = [reader.get_object(at) for at in range(1, int(str(reader.trailer["/Size"])))]
    return [
        one.get("/FontFile2")
        for one in objects
        if isinstance(one, DictionaryObject) and one.get("/Type") == "/FontDescriptor"
    ]


@pytest.mark.parametrize(
    "sheet",
    [stationery.embedded("SHEET", 40), stationery.bare(2), stationery.in_press_colours()],
    ids=["as it is", "picture", "picture without words"],
)
def test_papers_on_sheets_that_were_made_fit_keep_the_rules(sheet: bytes) -> None:
    fitted = fit(sheet, 4)

    content = render(a_long_letter(Sheeting((Underlay(fitted),), fitted)))

    assert b"pdfaid:conformance" in content
    assert faults(content, "3a", "ua1") == []


def test_a_paper_on_a_sheet_of_which_nobody_knows_claims_nothing() -> None:
    sheeting = Sheeting((Underlay(stationery.bare()),))

    assert b"pdfaid:conformance" not in render(a_long_letter(sheeting))


def test_who_hears_a_paper_hears_its_letterhead_once_and_its_terms() -> None:
    sheeting = Sheeting((Underlay(SHEET, text="Oak Ltd"),), fit(stationery.bare(), 4))

    figures = told(render(a_long_letter(sheeting))).all("Figure")

    assert [str(one.entries["/Alt"]) for one in figures] == ["Oak Ltd", "STATIONERY 1"]
