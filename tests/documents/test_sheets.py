"""Labels lie where their makers punch them, and inside the sheet."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import Image

from app.documents.model import Paper
from app.documents.pdf.render import render_sheets
from app.documents.sheets import (
    PUNCHED,
    SIZES,
    SPINES,
    Code,
    Frame,
    Punched,
    Sheets,
    Text,
    label_sheets,
    punched,
    separator_sheets,
    spine,
)
from app.domain.archive.serials import Binder, Feed
from app.domain.shared.ids import BinderId
from app.lang.texts import say_in

IMPRINT = (say_in("en"), "Lumo Oy")


@pytest.mark.parametrize("labels", PUNCHED, ids=lambda one: one.code)
def test_every_label_lies_on_the_sheet_and_beside_its_neighbour(labels: Punched) -> None:
    width, height = SIZES[labels.paper]
    last = labels.frame(labels.count - 1)

    assert labels.frame(0).x >= 0
    assert last.x + last.width <= width
    assert last.y + last.height <= height
    assert labels.step[0] >= labels.size[0]
    assert labels.step[1] >= labels.size[1]
    assert abs(width - last.x - last.width - labels.corner[0]) < 1


def test_a_printer_beside_the_mark_is_put_right() -> None:
    labels = punched("l4732")
    assert labels is not None

    sheets = label_sheets([7], labels, Feed("l4732", 6, 1.5, -0.5), IMPRINT)

    (code, number, _company) = sheets.pages[0]
    frame = labels.frame(6)
    assert isinstance(code, Code)
    assert isinstance(number, Text)
    assert code.at.x == pytest.approx(frame.x + 1.5 + 0.6)
    assert number.text == "7"
    assert punched("none") is None


def test_separators_are_all_alike() -> None:
    sheets = separator_sheets(3, Paper.A4, IMPRINT)

    assert len(sheets.pages) == 3
    assert len(set(sheets.pages)) == 1


DOTS = 8
"""Pixels to the millimetre: what lies a fifth of a millimetre off is seen."""


def ink(sheets: Sheets) -> Image.Image:
    """Return the first page as it prints, ink white on black."""
    with pypdfium2.PdfDocument(render_sheets(sheets)) as document:
        page: Image.Image = document[0].render(scale=DOTS * 25.4 / 72, grayscale=True).to_pil()
    return page.point(lambda grey: 255 if grey < 200 else 0)


def box(frame: Frame) -> tuple[int, int, int, int]:
    """Return the pixels that a frame covers."""
    return (
        round(frame.x * DOTS),
        round(frame.y * DOTS),
        round((frame.x + frame.width) * DOTS),
        round((frame.y + frame.height) * DOTS),
    )


@pytest.mark.parametrize("labels", PUNCHED, ids=lambda one: one.code)
@pytest.mark.parametrize("company", ["Lumo Käsityö Oy", "บริษัท ลูโม หัตถกรรมล้านนา จำกัด"])
def test_printed_labels_keep_to_their_millimetres(labels: Punched, company: str) -> None:
    numbers = range(123_400, 123_400 + labels.count - 2)
    imprint = (say_in("th" if company[0] > "z" else "fi"), company)

    page = ink(label_sheets(numbers, labels, Feed(labels.code, 2), imprint))

    inside = [page.crop(box(labels.frame(place))).getbbox() for place in range(labels.count)]
    assert inside[:2] == [None, None]
    assert None not in inside[2:]
    for place in range(labels.count):
        page.paste(0, box(labels.frame(place)))
    assert page.getbbox() is None


def test_the_code_of_a_label_stands_at_its_left_edge() -> None:
    labels = punched("l7160")
    assert labels is not None
    frame = labels.frame(0)

    page = ink(label_sheets([1498], labels, Feed("l7160"), IMPRINT))

    left, top, _right, _bottom = page.getbbox() or (0, 0, 0, 0)
    quiet = 26 * 4 / 29
    assert left / DOTS == pytest.approx(frame.x + 0.6 + quiet, abs=0.3)
    assert top / DOTS == pytest.approx(frame.y + (frame.height - 26) / 2 + quiet, abs=0.3)


def test_a_spine_is_as_wide_as_its_binder_takes() -> None:
    binder = Binder(BinderId(1), 1, "แฟ้ม 12", 1501, 1600, "ตู้ 2 ชั้น 3")
    for width, (across, tall) in SPINES.items():
        page = ink_of_outline(spine(binder, width, Paper.A4, IMPRINT))

        left, top, right, bottom = (edge / DOTS for edge in page)
        assert right - left == pytest.approx(across, abs=0.4)
        assert bottom - top == pytest.approx(tall, abs=0.4)


def ink_of_outline(sheets: Sheets) -> tuple[int, int, int, int]:
    """Return the pixels that anything on the page covers, the fine line to cut along as well."""
    with pypdfium2.PdfDocument(render_sheets(sheets)) as document:
        page: Image.Image = document[0].render(scale=DOTS * 25.4 / 72, grayscale=True).to_pil()
    return page.point(lambda grey: 255 if grey < 254 else 0).getbbox() or (0, 0, 0, 0)
