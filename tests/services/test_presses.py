"""Papers are the same wherever they are printed, and a press that breaks down loses none."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from app.documents.letters import describe
from app.documents.model import Document
from app.documents.pdf.render import render
from app.services.presses import OwnPress, Presses
from tests.documents.correspondence import a_letter, a_paper

LONGEST = 60.0


def some_papers(count: int) -> list[Document]:
    return [describe(a_paper(a_letter("fi", number=f"OUT-2026-{at:04}"))) for at in range(count)]


@pytest.fixture
def presses() -> Iterator[Presses]:
    with Presses(1) as made:
        yield made


def running(presses: Presses) -> None:
    """Wait until the press runs."""
    assert presses._all[0].runs.wait(LONGEST)


def test_a_paper_printed_here_is_there_at_once() -> None:
    (paper,) = some_papers(1)

    assert OwnPress().print(paper)() == render(paper)


def test_papers_come_in_the_order_in_which_they_were_given(presses: Presses) -> None:
    papers = some_papers(8)
    running(presses)

    taken = [presses.print(one) for one in papers]

    assert [take() for take in taken] == [render(one) for one in papers]


def test_before_a_press_runs_papers_are_printed_here() -> None:
    (paper,) = some_papers(1)

    with Presses(1) as presses:
        assert presses.print(paper)() == render(paper)


def test_a_press_that_breaks_down_loses_no_paper(presses: Presses) -> None:
    papers = some_papers(3)
    running(presses)
    process = presses._all[0]._room._process
    assert process is not None
    process.kill()

    taken = [presses.print(one) for one in papers]

    assert [take() for take in taken] == [render(one) for one in papers]
    assert not presses._all[0].runs.is_set()


def test_what_was_not_begun_is_let_go_with_the_presses() -> None:
    papers = some_papers(40)
    with Presses(1) as presses:
        running(presses)
        began = time.monotonic()
        taken = [presses.print(one) for one in papers]

    assert taken
    assert time.monotonic() - began < LONGEST
    assert not presses._all[0]._room.is_open
