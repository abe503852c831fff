"""Papers joined to one file show the same pages, and what is the same in many is there once."""

from __future__ import annotations

import re
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from app.documents.pdf.joining import joined
from app.documents.pdf.render import render
from tests.documents.correspondence import BODIES, a_document, long_body
from tests.documents.judging import faults
from tests.documents.pdf.test_own import EARLIER


def words_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def pixels_of(pdf: bytes) -> list[bytes]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [bytes(document[at].render().buffer) for at in range(len(document))]


def test_every_page_of_every_paper_is_there_in_order() -> None:
    papers = [
        render(a_document("fi")),
        render(a_document("fi", body=long_body("fi", 6))),
        render(a_document("th")),
    ]

    whole = b"".join(joined(papers))

    assert words_of(whole) == [page for one in papers for page in words_of(one)]
    assert len(words_of(whole)) > len(papers)
    assert pixels_of(whole) == [page for one in papers for page in pixels_of(one)]


@pytest.mark.parametrize("language", sorted(BODIES))
def test_equal_papers_cost_little_more_than_one(language: str) -> None:
    paper = render(a_document(language))

    ten = b"".join(joined([paper] * 10))

    assert len(ten) < len(paper) + 10 * 1500
    assert len(re.findall(rb"/FontFile2", ten)) == len(re.findall(rb"/FontFile2", paper))


def test_no_papers_are_a_file_without_pages() -> None:
    assert b"/Count 0" in b"".join(joined([]))


def test_what_is_no_paper_of_ours_is_not_joined() -> None:
    with pytest.raises(ValueError, match="not found"):
        b"".join(joined([b"%PDF-1.7 something else"]))


def test_joined_papers_keep_the_rules_that_each_of_them_keeps() -> None:
    papers = [render(a_document(language)) for language in sorted(BODIES)]

    whole = b"".join(joined(papers, "Letters to all"))

    assert faults(whole, "3a", "ua1") == []
    reader = PdfReader(BytesIO(whole), strict=True)
    assert reader.metadata is not None and reader.metadata.title == "Letters to all"


def test_a_paper_of_earlier_years_is_joined_and_nothing_is_claimed() -> None:
    whole = b"".join(joined([render(a_document("fi")), EARLIER.read_bytes()]))

    assert len(PdfReader(BytesIO(whole), strict=True).pages) == 2
    assert b"pdfaid:conformance" not in whole and b"/Marked" not in whole
