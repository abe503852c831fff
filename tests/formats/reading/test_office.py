"""Office documents: what is read on their pages, in order, and nothing that was deleted."""

from __future__ import annotations

import pytest

from app.formats.reading.files import open_file
from app.formats.reading.opened import Whole
from app.formats.reading.refusals import LockedFile
from tests import foreign
from tests.foreign import a_paragraph


def texts(raw: bytes) -> tuple[str, ...]:
    opened = open_file("a", raw)
    assert isinstance(opened, Whole)
    return opened.texts


def test_a_letter_gives_its_paragraphs_tables_and_breaks() -> None:
    table = (
        f"<w:tbl><w:tr><w:tc>{a_paragraph('Sähkö')}</w:tc><w:tc>{a_paragraph('12,50')}</w:tc>"
        "</w:tr></w:tbl>"
    )
    broken = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"

    (text,) = texts(foreign.a_docx(a_paragraph("ใบกำกับภาษี &amp; lasku") + table + broken))

    assert text == "ใบกำกับภาษี & lasku\nSähkö \t12,50\na\tb\nc"


def test_what_was_deleted_moved_away_or_is_there_twice_is_not_read() -> None:
    body = (
        f"<w:del><w:r><w:t>poistettu</w:t></w:r></w:del><w:moveFrom>{a_paragraph('vanha')}"
        f"</w:moveFrom><Fallback>{a_paragraph('kahdesti')}</Fallback>{a_paragraph('on')}"
    )

    assert texts(foreign.a_docx(body)) == ("on",)


def test_notes_and_headers_of_a_letter_are_read_too() -> None:
    part = f"<w:x {foreign.WORD}>{{}}</w:x>"
    raw = foreign.packed(
        {
            "word/document.xml": part.format(a_paragraph("teksti")),
            "word/header2.xml": part.format(a_paragraph("ylätunniste")),
            "word/footnotes.xml": part.format(a_paragraph("alaviite")),
        }
    )

    assert texts(raw) == ("teksti\nalaviite\nylätunniste",)


def test_every_slide_is_a_page() -> None:
    assert texts(foreign.a_pptx(*(f"dia {n}" for n in range(1, 12))))[9:] == ("dia 10", "dia 11")


def test_an_open_document_gives_its_words_and_every_sheet_is_a_page() -> None:
    words = "<text:h>Otsikko</text:h><text:p>a<text:s text:c='2'/>b<text:tab/>c</text:p>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell.format('x')}{cell.format('y')}</table:table-row>"
    sheets = "".join(f"<table:table table:name='T{n}'>{row}</table:table>" for n in (1, 2))

    assert texts(foreign.an_odf(words)) == ("Otsikko\na  b\tc",)
    assert texts(foreign.an_odf(sheets, "spreadsheet")) == ("T1\nx \ty", "T2\nx \ty")


def test_slides_of_an_open_document_are_pages() -> None:
    slides = "".join(f"<draw:page><text:p>dia {n}</text:p></draw:page>" for n in (1, 2))

    assert texts(foreign.an_odf(slides, "presentation")) == ("dia 1", "dia 2")


def test_a_locked_open_document_says_so() -> None:
    raw = foreign.packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "\x00",
            "META-INF/manifest.xml": "<m:encryption-data xmlns:m='m'/>",
        }
    )

    with pytest.raises(LockedFile) as refused:
        texts(raw)

    assert refused.value.facts == {"why": "office"}


def test_what_was_deleted_with_changes_tracked_is_not_read() -> None:
    gone = "<text:tracked-changes><text:p>vanha</text:p></text:tracked-changes>"

    assert texts(foreign.an_odf(gone + "<text:p>uusi</text:p>")) == ("uusi",)
