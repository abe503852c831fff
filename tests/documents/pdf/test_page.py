from __future__ import annotations

import pytest

from app.documents.model import Document, Layout, Letterhead, Paper
from app.documents.pdf.page import CUSTOMS, MM, geometry


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
