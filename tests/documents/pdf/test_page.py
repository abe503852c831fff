from __future__ import annotations

import pytest

from app.documents.model import Document, Layout, Letterhead, Paper
from app.documents.pdf.page import CUSTOMS, MM, geometry
from app.documents.pdf.render import render
from tests.documents import papers
from tests.documents.reading import letters


def a_document(layout: Layout, paper: Paper = Paper.A4) -> Document:
    return Document("en", "", "", Letterhead(""), layout, paper)


def test_a_letter_sheet_is_612_by_792_points() -> None:
    sheet = geometry(a_document(Layout.US, Paper.LETTER))

    assert (round(sheet.width, 6), round(sheet.height, 6)) == (612, 792)


def test_the_german_field_is_85_by_45_millimetres_from_45() -> None:
    window = geometry(a_document(Layout.DIN5008)).window

    assert [round(edge / MM, 3) for edge in (window.x, window.y, window.width, window.height)] == [
        20,
        45,
        85,
        45,
    ]


@pytest.mark.parametrize("layout", Layout)
def test_the_facts_stand_clear_of_the_window(layout: Layout) -> None:
    sheet = geometry(a_document(layout))

    assert sheet.at(sheet.custom.facts).x >= sheet.window.right
    assert sheet.custom.body_top * MM >= sheet.window.bottom


@pytest.mark.parametrize("layout", Layout)
def test_the_address_begins_at_the_left_margin(layout: Layout) -> None:
    custom = CUSTOMS[layout]

    assert custom.window[0] + custom.inset == pytest.approx(custom.left, abs=0.1)


def test_a_finnish_letter_keeps_to_columns_of_23_millimetres() -> None:
    custom = CUSTOMS[Layout.SFS2487]

    assert [(place[0] - custom.left) % 23 for place in (custom.title, custom.facts)] == [0, 0]


def test_what_stands_beside_begins_where_the_facts_do() -> None:
    content = render(papers.german())

    lefts = {word: left_of(word, content) for word in ("Summe", "Rechnungsnummer")}

    assert lefts["Summe"] == pytest.approx(lefts["Rechnungsnummer"], abs=0.5)


def left_of(word: str, content: bytes) -> float:
    """Return where a word that begins a line at the right stands on the first page, in mm."""
    found = letters(content)
    text = "".join(letter.text for letter in found)
    places = [at for at in range(len(text)) if text.startswith(word.replace(" ", ""), at)]
    return max(found[at].left for at in places)
