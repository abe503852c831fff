from __future__ import annotations

from datetime import date

import pytest
from PIL import Image, ImageChops, ImageStat

from app.documents.pdf.render import render
from app.documents.text import plain
from tests.documents import correspondence, papers, shipping
from tests.documents.conftest import GOLDEN_FOLDER, Goldens
from tests.documents.reading import picture_of
from tests.documents.reports import GOLDEN_REPORTS

BLOCK = 12
TOLERANCE = 14.0
PICTURES = {
    "finnish": (0,),
    "finnish-30-lines": (0, 1),
    "logo-gross-prices": (0,),
    "draft": (0,),
    "thai": (0,),
    "german": (0,),
    "american": (0,),
    "swiss": (0,),
    "final": (0,),
    "modern-finnish": (0,),
    "modern-thai": (0,),
    "modern-american": (0,),
    "modern-30-lines": (1,),
    "compact-finnish": (0,),
    "compact-german": (0,),
    "compact-200-lines": (1,),
    "classic-coloured": (0,),
    "designed": (0,),
    "trial-balance-thai": (0,),
    "ledger-of-two-pages": (1,),
    "journal": (0,),
    "audit-log": (0,),
    "audit-log-thai": (0,),
    "stock-list": (0,),
    "letter-finnish": (0,),
    "letter-finnish-long": (1,),
    "letter-german": (0,),
    "letter-german-form-a": (0,),
    "letter-american": (0,),
    "letter-thai": (0,),
    "letter-thai-long": (1,),
    "delivery-fi": (0,),
    "delivery-th": (0,),
    "pick-list-fi": (0,),
    "order-amended-de": (0,),
}
GOLDEN = papers.GOLDEN | GOLDEN_REPORTS | correspondence.GOLDEN | shipping.GOLDEN
PICTURED = GOLDEN | papers.DESIGNS


@pytest.mark.parametrize("name", GOLDEN)
def test_a_paper_says_exactly_what_it_said(name: str, goldens: Goldens) -> None:
    text = plain(GOLDEN[name]())

    assert text == goldens.text(name, text)


@pytest.mark.parametrize(
    ("name", "page"), [(name, page) for name, pages in PICTURES.items() for page in pages]
)
def test_a_paper_looks_as_it_looked(name: str, page: int, goldens: Goldens) -> None:
    drawn = picture_of(render(PICTURED[name]()), page)

    golden = goldens.picture(f"{name}-{page + 1}", drawn)

    assert largest_difference(drawn, golden) <= TOLERANCE


def test_a_changed_figure_is_seen(goldens: Goldens) -> None:
    changed = picture_of(render(papers.finnish(due_on=date(2026, 3, 27))))

    golden = goldens.picture("finnish-1", picture_of(render(papers.finnish())))

    assert largest_difference(changed, golden) > TOLERANCE


def test_no_golden_file_is_left_over() -> None:
    wanted = {f"{name}.txt" for name in GOLDEN}
    wanted |= {f"{name}-{page + 1}.png" for name, pages in PICTURES.items() for page in pages}

    assert {path.name for path in GOLDEN_FOLDER.iterdir()} == wanted


def largest_difference(drawn: Image.Image, golden: Image.Image) -> float:
    """Return the mean difference of the most different block: anti-aliasing stays far below."""
    assert drawn.size == golden.size
    difference = ImageChops.difference(drawn, golden)
    blocks = (
        difference.crop((x, y, x + BLOCK, y + BLOCK))
        for y in range(0, difference.height, BLOCK)
        for x in range(0, difference.width, BLOCK)
    )
    return max(ImageStat.Stat(block).mean[0] for block in blocks)
