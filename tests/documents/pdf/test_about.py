from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app.documents.pdf.render import render
from tests.documents import papers
from tests.documents.judging import faults
from tests.documents.papers import GOLDEN


@pytest.mark.parametrize("name", GOLDEN)
def test_every_paper_keeps_the_rules_of_an_archive_file(name: str) -> None:
    assert faults(render(GOLDEN[name]()), "3a", "ua1") == []


def test_both_places_say_the_same_of_the_file() -> None:
    paper = replace(papers.finnish(), name="A\x00 & B", subject="Trees")
    reader = PdfReader(BytesIO(render(paper)), strict=True)

    facts: Any = reader.metadata
    xmp: Any = reader.xmp_metadata
    assert facts.title == xmp.dc_title["x-default"] == "A  & B"
    assert [facts.author] == xmp.dc_creator
    assert facts.subject == xmp.dc_description["x-default"] == "Trees"


def test_a_paper_without_a_name_has_a_title_all_the_same() -> None:
    reader = PdfReader(BytesIO(render(replace(papers.finnish(), name=""))), strict=True)

    assert reader.metadata is not None and reader.metadata.title == "Backdesk"


def test_colours_are_said_in_full() -> None:
    root: Any = PdfReader(BytesIO(render(papers.finnish())), strict=True).root_object

    (intent,) = (one.get_object() for one in root["/OutputIntents"])
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_object()["/N"] == 3
