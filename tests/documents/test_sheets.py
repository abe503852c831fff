"""Labels lie where their makers punch them, and inside the sheet."""

from __future__ import annotations

import pytest

from app.documents.model import Paper
from app.documents.sheets import (
    PUNCHED,
    SIZES,
    Code,
    Feed,
    Punched,
    Text,
    label_sheets,
    punched,
    separator_sheets,
)
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
