"""What is measured on the calibration page is what stands in the settings."""

from __future__ import annotations

import pytest

from app.documents.calibration import FROM_EDGE, RULER, describe
from app.documents.model import Paper
from app.documents.pdf.render import render_sheets
from app.documents.sheets import SIZES, Bar
from app.domain.archive.serials import Feed
from app.lang.texts import say_in
from tests.documents.reading import page_texts, picture_of

RESOLUTION = 254.0


def first_ink(paper: Paper, feed: Feed) -> tuple[float, float]:
    """Return how far from the left and the upper edge of the sheet ink begins, in millimetres."""
    content = render_sheets(describe(paper, feed, (say_in("en"), "Lumo")))
    page = picture_of(content, resolution=RESOLUTION).point([255 * (at < 128) for at in range(256)])
    box = page.getbbox()
    assert box is not None
    return box[0] * 25.4 / RESOLUTION, box[1] * 25.4 / RESOLUTION


@pytest.mark.parametrize("paper", Paper)
def test_the_lines_stand_where_they_are_to_be_measured(paper: Paper) -> None:
    assert first_ink(paper, Feed()) == pytest.approx((FROM_EDGE, FROM_EDGE), abs=0.2)


def test_what_was_entered_moves_the_lines() -> None:
    assert first_ink(Paper.A4, Feed(right=1.5, down=-2)) == pytest.approx((21.5, 18), abs=0.2)


def test_the_ruler_is_100_millimetres_long() -> None:
    sheets = describe(Paper.A4, Feed(), (say_in("en"), "Lumo"))
    marks = [item.at.x for item in sheets.pages[0] if isinstance(item, Bar) and item.at.y == 190]

    assert len(marks) == RULER + 1
    assert marks[-1] - marks[0] == pytest.approx(100)
    assert SIZES[Paper.A4][0] > marks[-1]


@pytest.mark.parametrize("language", ["en", "fi", "th"])
def test_the_page_says_what_to_do(language: str) -> None:
    sheets = describe(Paper.A4, Feed(right=1.5), (say_in(language), "Lumo"))

    (said,) = page_texts(render_sheets(sheets))

    assert "1,5" in said if language == "fi" else "1.5" in said
    assert "100" in said
