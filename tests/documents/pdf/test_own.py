from __future__ import annotations

from pathlib import Path

import pytest

from app.documents.pdf.own import Paper, named
from app.documents.pdf.render import render
from tests.documents import papers

EARLIER = Path(__file__).parent / "earlier.pdf"
"""A letter as it was printed before files had tags."""


def test_a_paper_tells_its_title_language_and_pages() -> None:
    paper = Paper(render(papers.finnish(30)))

    assert (paper.title, paper.language) == (papers.finnish().name, "fi")
    assert len(paper.pages) == 2 and all(b"/MediaBox" in paper.head(one) for one in paper.pages)


def test_a_paper_tells_its_tags_and_what_pages_draw_of_them() -> None:
    paper = Paper(render(papers.finnish(30)))

    objects = dict(paper.packed())
    tree = named(b"StructTreeRoot", paper.root)
    assert objects[tree] == paper.head(tree) and len(objects) > 200
    assert sorted(paper.marked()) == [0, 1]
    assert all(objects[one].startswith(b"[") for one in paper.marked().values())


def test_a_paper_of_earlier_years_has_pages_and_no_tags() -> None:
    old, new = Paper(EARLIER.read_bytes()), Paper(render(papers.finnish()))

    assert (old.is_tagged, old.keeps_rules) == (False, False)
    assert (new.is_tagged, new.keeps_rules) == (True, True)
    assert len(old.pages) == 1


def test_what_is_no_paper_of_ours_is_not_taken_apart() -> None:
    with pytest.raises(ValueError, match="not found"):
        Paper(b"%PDF-1.7 something else")
