"""Rich lines become pieces: one for each line, under the tag of their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.documents.model import Align
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.flow import Piece
from app.documents.pdf.pens import Pen
from app.documents.pdf.place import Place
from app.documents.pdf.rich import RichLine, paint_rich, pen_over

PARAGRAPH = 0.85
"""Space between paragraphs, in sizes."""
SHARES = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


def together(made: Sequence[Piece]) -> list[Piece]:
    """Return pieces that a page turn does not divide."""
    return [*(replace(piece, keep=True) for piece in made[:-1]), *made[-1:]]


def company(made: list[Piece]) -> list[Piece]:
    """Return lines of which a page has at least two at its foot and two at its head."""
    for at in {0, len(made) - 2} - {-1, len(made) - 1}:
        made[at] = replace(made[at], keep=True)
    return made


def line_pieces(
    lines: Sequence[RichLine], pen: Pen, place: Place, align: Align = Align.LEFT
) -> list[Piece]:
    """Return one piece for each line, which are what the tag of the place says."""
    pen = pen_over(pen, lines)
    share = SHARES[align]
    starts = (place.x + share * (place.width - pen.points(line.width)) for line in lines)
    return [
        Piece(pen.leading, partial(_paint, line, pen, x), tag=place.tag)
        for line, x in zip(lines, starts, strict=True)
    ]


def _paint(line: RichLine, pen: Pen, x: float, canvas: Canvas, top: float) -> None:
    paint_rich(canvas, (x, top), line, pen)


def part(place: Place, role: str, more: str = "") -> Place:
    """Return the place for a new part of what it is for."""
    return replace(place, tag=place.tag.add(role, more))
