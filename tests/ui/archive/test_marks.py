"""Marks are those of one question, and never more than are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.found import FoundDocument, Snippet, Spot
from app.domain.shared.ids import DocumentId
from app.ui.archive.marks import Marks
from tests.ui.archive.test_listing import ROW

FOUND = FoundDocument(ROW, (Spot(0, 3),), Snippet("laskun loppu", (Spot(0, 6),), 2))


def test_marks_are_those_of_the_question_that_was_asked_last() -> None:
    marks = Marks()
    marks.begin("lasku")
    marks.put((FOUND,))
    marks.begin("lasku")
    assert (marks.of(ROW.id), marks.said(ROW.id)) == (FOUND, "laskun loppu")

    marks.begin("vuokra")

    assert (marks.of(ROW.id), marks.said(ROW.id)) == (None, "")


def test_the_oldest_marks_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ui.archive.marks._MOST_KEPT", 2)
    marks = Marks()

    marks.put(replace(FOUND, row=replace(ROW, id=DocumentId(number))) for number in range(3))

    assert [marks.of(number) is None for number in range(3)] == [True, False, False]
