from __future__ import annotations

from dataclasses import replace

from app.documents.model import Document, Letterhead, PageBreak, Paragraph
from app.documents.pdf.fonts import Style
from app.documents.pdf.furniture import Foot, shortened
from app.documents.pdf.lines import natural_width
from app.documents.pdf.page import geometry
from app.documents.pdf.pens import Pen
from app.documents.pdf.render import render
from tests.documents import papers
from tests.documents.reading import letters, page_texts, picture_of

THREE_PAGES = Document(
    "en",
    "Report",
    "Report 7",
    Letterhead("Puu ja Penkki Oy"),
    blocks=(Paragraph("one"), PageBreak(), Paragraph("two"), PageBreak(), Paragraph("three")),
    footer=(("foot",),),
    page_of="Page {page} of {pages}",
)


def test_every_page_says_which_of_how_many_it_is() -> None:
    texts = page_texts(render(THREE_PAGES))

    assert all(f"Page {at} of 3" in text for at, text in enumerate(texts, 1))


def test_a_single_page_has_no_number() -> None:
    assert "Page" not in page_texts(render(replace(THREE_PAGES, blocks=())))[0]


def test_later_pages_say_who_sent_what() -> None:
    _, second, third = page_texts(render(THREE_PAGES))

    assert all("Puu ja Penkki Oy" in text and "Report 7" in text for text in (second, third))


def test_the_foot_stands_on_every_page() -> None:
    assert ["foot" in text for text in page_texts(render(THREE_PAGES))] == [True] * 3


def test_no_text_comes_nearer_to_the_edge_than_a_printer_reaches() -> None:
    found = letters(render(THREE_PAGES)) + letters(render(papers.german()))

    assert min(letter.left for letter in found) >= 5
    assert max(letter.right for letter in found) <= 205
    assert min(letter.top for letter in found) >= 5
    assert max(letter.bottom for letter in found) <= 292


def test_a_draft_is_marked_across_its_page() -> None:
    marked = picture_of(render(papers.draft()))
    plain = picture_of(render(replace(papers.draft(), mark="")))

    width, height = marked.size
    middle = (width // 3, height // 2, width * 2 // 3, height * 2 // 3)
    assert plain.crop(middle).getextrema() == (255, 255)
    assert marked.crop(middle).getextrema() != (255, 255)


def test_a_long_mark_fits_on_the_page() -> None:
    found = letters(render(replace(papers.draft(), mark="NOT FOR PAYMENT AT ALL", footer=())))

    assert min(letter.left for letter in found) > 0 and max(letter.right for letter in found) < 210


def test_the_foot_is_as_tall_as_its_longest_column() -> None:
    one, three = (
        Foot(document, geometry(document)).height
        for document in (
            replace(THREE_PAGES, footer=(("a",), ("b",))),
            replace(THREE_PAGES, footer=(("a",), ("b", "c", "d"))),
        )
    )

    assert three > one


def test_a_running_head_too_long_ends_with_an_ellipsis() -> None:
    pen = Pen(Style.BOLD, 8)

    line = shortened("name " * 50, pen, 100)

    assert pen.points(line.width) <= 100
    assert line.words[-1][1].text == "…"
    assert shortened("name", pen, 100).width == natural_width("name", Style.BOLD)
