from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.look import Look
from app.documents.model import Address, Document, Fact, Letterhead, Paragraph, Picture
from app.documents.pdf.page import CUSTOMS
from app.documents.pdf.render import render
from app.domain.invoices.designs import MOST_LOGO_MM, Design, LogoPlace
from tests.documents import papers
from tests.documents.papers import GOLDEN, a_logo
from tests.documents.reading import Letter, letters, lines_of, page_texts

COUNTRIES = ("finnish", "german", "american", "thai", "logo-gross-prices")


def in_window(document: Document) -> list[Letter]:
    """Return the letters of the first page that show in the window of the envelope."""
    x, y, width, height = CUSTOMS[document.layout].window
    return [
        letter
        for letter in letters(render(document))
        if letter.right > x
        and letter.left < x + width
        and letter.bottom > y
        and letter.top < y + height
    ]


def looking(name: str, design: Design, place: LogoPlace = LogoPlace.LEFT) -> Document:
    """Return a paper in a design, under a logo that is as tall as any may be."""
    document = GOLDEN[name]()
    letterhead = replace(document.letterhead, logo=Picture(a_logo(), "Logo"))
    look = Look(design, "#b4231f", place, MOST_LOGO_MM)
    return replace(document, letterhead=letterhead, look=look)


@pytest.mark.parametrize("place", [LogoPlace.LEFT, LogoPlace.RIGHT])
@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("name", COUNTRIES)
def test_no_design_and_no_logo_moves_the_address(
    name: str, design: Design, place: LogoPlace
) -> None:
    document = looking(name, design, place)
    assert document.address is not None
    x, y, width, height = CUSTOMS[document.layout].window

    seen = in_window(document)

    wanted = document.address.sender + "".join(document.address.lines)
    assert "".join("".join(letter.text for letter in seen).split()) == "".join(wanted.split())
    assert min(letter.left for letter in seen) >= x + 1
    assert max(letter.right for letter in seen) <= x + width - 1
    assert min(letter.top for letter in seen) >= y - 0.1
    assert max(letter.bottom for letter in seen) <= y + height


@pytest.mark.parametrize("name", COUNTRIES)
def test_the_window_shows_the_address_and_nothing_else(name: str) -> None:
    document = GOLDEN[name]()
    assert document.address is not None

    seen = "".join(letter.text for letter in in_window(document))

    wanted = document.address.sender + "".join(document.address.lines)
    assert "".join(seen.split()) == "".join(wanted.split())


@pytest.mark.parametrize("name", COUNTRIES)
def test_the_address_lies_wholly_inside_the_window(name: str) -> None:
    document = GOLDEN[name]()
    x, y, width, height = CUSTOMS[document.layout].window

    seen = in_window(document)

    assert min(letter.left for letter in seen) >= x + 1
    assert max(letter.right for letter in seen) <= x + width - 1
    assert min(letter.top for letter in seen) >= y - 0.1
    assert max(letter.bottom for letter in seen) <= y + height


def test_an_address_of_eight_lines_is_written_smaller_to_fit() -> None:
    lines = tuple(f"Line {at} of a long address" for at in range(8))
    document = replace(papers.finnish(), address=Address(lines))

    seen = "".join(letter.text for letter in in_window(document))

    assert seen == "".join(lines).replace(" ", "")


def test_the_window_stays_empty_without_a_buyer() -> None:
    assert [letter for letter in in_window(papers.draft()) if letter.text not in "DRAFT"] == []


def test_the_finnish_address_stands_at_the_margin_of_twenty_millimetres() -> None:
    left = min(letter.left for letter in in_window(papers.finnish()))

    assert left == pytest.approx(20, abs=0.5)


def test_nothing_of_a_long_head_is_lost() -> None:
    letterhead = Letterhead("Firm " * 40, tuple(f"line{at} " * 12 for at in range(12)))
    facts = tuple(Fact(f"label{at}", f"value{at} " * 6) for at in range(20))
    document = replace(papers.finnish(), letterhead=letterhead, facts=facts)

    text = page_texts(render(document))[0]

    assert text.count("Firm") >= 40
    assert [
        at for at in range(12) if text.count(f"line{at} ") + text.count(f"line{at}\r") < 11
    ] == []
    assert [at for at in range(20) if f"value{at}" not in text] == []


def test_the_body_begins_below_every_part_of_the_head() -> None:
    facts = tuple(Fact(f"label{at}", "value") for at in range(30))
    document = Document("en", "T", "N", Letterhead("Us"), facts=facts, blocks=(Paragraph("BODY"),))

    found = letters(render(document))

    body = min(letter.top for letter in found if letter.text == "B")
    assert body > max(letter.bottom for letter in found if letter.text == "v")


def test_a_logo_that_cannot_be_read_leaves_the_name() -> None:
    letterhead = Letterhead("Us Ltd", (), Picture(b"broken"))

    assert "Us Ltd" in lines_of(render(Document("en", "T", "N", letterhead)))[0]


def test_a_logo_is_part_of_the_file() -> None:
    letterhead = Letterhead("Us Ltd", (), Picture(a_logo()))

    assert b"/SMask" in render(Document("en", "T", "N", letterhead))
