from __future__ import annotations

from collections import Counter

from app.documents.pdf.render import render
from tests.documents.reading import page_texts
from tests.speed.bare import drawn
from tests.speed.documents import Figure, in_turns, invoice, letters, warm
from tests.speed.scripts import script_of


def test_the_bare_canvas_says_what_the_invoice_says() -> None:
    paper = invoice(40, 1)

    ours, bare = (page_texts(content) for content in (render(paper), drawn(script_of(paper))))

    assert len(ours) == len(bare) > 1
    for page, other in zip(ours, bare, strict=True):
        assert words(other) - words(page) == Counter()
        assert (words(page) - words(other)).total() <= 2  # "TILISIIRTO. GIRERING" stands upright


def words(text: str) -> Counter[str]:
    return Counter(text.split())


def test_every_turn_prints_texts_of_its_own() -> None:
    said = [words(page_texts(render(invoice(4, turn)))[0]) for turn in (1, 2)]

    assert said[0] != said[1]
    assert len({letter.blocks for letter in letters(4, is_thai=True)}) == 4


def test_the_first_turn_of_both_sides_only_warms_up() -> None:
    done: list[str] = []

    in_turns([lambda: done.append("ours")] * 3, [lambda: done.append("limit")] * 3)

    assert done == ["ours", "limit"] * 3


def test_a_figure_says_its_ratio_and_whether_it_is_over() -> None:
    figure = Figure("PDF", 30, 10, "ms", "bare canvas", 2)

    assert figure.ratio == 3 and str(figure).endswith("3.00 x (goal 2) OVER")


def test_an_invoice_is_measured_on_both_sides() -> None:
    figure = warm(2, 1)

    assert figure.ours > 0 and figure.limit > 0
