from __future__ import annotations

from app.documents.model import Align, Run
from app.documents.pdf.line_pieces import company, line_pieces, part, together
from app.documents.pdf.pens import Pen
from app.documents.pdf.place import Place
from app.documents.pdf.rich import rich_lines
from tests.documents.drawing import Drawing, drawn
from tests.documents.reading import letters

PLACE = Place(100, 200)


def lines(count: int) -> list[tuple[bool, float]]:
    """Return what pieces of so many lines keep, and their heights."""
    made = line_pieces(rich_lines((Run("\n".join("a" * count)),), 20_000), Pen(), PLACE)
    return [(piece.keep, piece.height) for piece in company(made)]


def test_the_first_two_and_the_last_two_lines_stay_together() -> None:
    assert [keeps for keeps, _ in lines(5)] == [True, False, False, True, False]
    assert [keeps for keeps, _ in lines(1)] == [False]


def test_all_lines_stay_together_where_they_belong_to_each_other() -> None:
    made = line_pieces(rich_lines((Run("a\nb\nc"),), 20_000), Pen(), PLACE)

    assert [piece.keep for piece in together(made)] == [True, True, False]


def test_a_line_stands_at_the_edge_that_it_is_aligned_to() -> None:
    made = line_pieces(rich_lines((Run("a"),), 20_000), Pen(size=10), PLACE, Align.RIGHT)

    (letter,) = letters(drawn(made))
    assert letter.right * 72 / 25.4 < 300.5 and letter.left * 72 / 25.4 > 290


def test_lines_are_of_the_part_that_their_place_is_for() -> None:
    place = Place(0, 100, tag=Drawing().canvas.root)

    made = line_pieces(rich_lines((Run("a"),), 20_000), Pen(), part(place, "P"))

    assert made[0].tag is place.tag.kids[0] and made[0].tag.role == "P"
