from __future__ import annotations

from app.documents.pdf.render import render
from tests.documents.reading import page_texts
from tests.speed.letters import beside_platypus, long_letters, merged, new_letters, thai
from tests.speed.platypus import plainly_set


def test_platypus_says_what_the_letter_says() -> None:
    (paper, _other) = merged(1)

    ours, plainly = (
        set(" ".join(page_texts(content)).split())
        for content in (render(paper), plainly_set(paper))
    )

    assert len(ours - plainly) < len(ours) / 8


def test_every_turn_prints_letters_of_its_own() -> None:
    assert len({paper.blocks for paper in merged(3)}) == 4
    assert len({paper.blocks for paper in new_letters(3, "th")}) == 4


def test_a_long_letter_is_about_as_long_as_said() -> None:
    assert 15 <= len(page_texts(render(long_letters(0)[0]))) <= 26


def test_both_sides_are_measured() -> None:
    figures = (beside_platypus("Letter", merged(1), 1.5), thai(1))

    assert all(figure.ours > 0 and figure.limit > 0 for figure in figures)
