"""Whatever code stands on a paper is read back from the page as it was meant."""

from __future__ import annotations

import pytest

from app.documents.pdf.render import render
from app.formats.pages import codes_of
from tests.documents import papers
from tests.documents.reading import picture_of


@pytest.mark.parametrize(
    ("paper", "codes"),
    [
        (papers.finnish, {papers.BAR_CODE, papers.EPC.rstrip("\n")}),
        (papers.german, {papers.EPC.rstrip("\n")}),
        (papers.thai, {papers.PROMPTPAY}),
        (papers.swiss, {papers.SWISS}),
    ],
    ids=["finnish", "german", "thai", "swiss"],
)
def test_every_code_is_read_by_a_scanner(paper: papers.Paper, codes: set[str]) -> None:
    picture = picture_of(render(paper()), resolution=300).convert("L")

    assert {code.rstrip("\n") for code in codes_of(picture)} == codes
