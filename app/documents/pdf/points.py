"""Listings become pieces: items under their labels, lists in lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.documents.listings import DEEPEST, labels
from app.documents.model import Listing, Run, Runs
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.flow import Piece
from app.documents.pdf.line_pieces import PARAGRAPH, company, line_pieces, part
from app.documents.pdf.lines import natural_width
from app.documents.pdf.page import MM
from app.documents.pdf.pens import Pen
from app.documents.pdf.place import Place
from app.documents.pdf.rich import paint_rich, pen_over, rich_lines
from app.documents.pdf.tags import DECIMAL, DISC, Tag

STEP = 6 * MM
BULLET_GAP = 0.45


def listing_pieces(block: Listing, place: Place) -> list[Piece]:
    """Return items, each under its label; items of several lines stand a little apart."""
    pen = Pen(size=place.size)
    signs = labels(block)
    gap = pen.points(max((natural_width(sign, pen.style) for sign in signs), default=0.0))
    step = max(STEP, gap + BULLET_GAP * place.size)
    made: list[Piece] = []
    tags = _lists(block, place.tag)
    for sign, point, tag in zip(signs, block.points, tags, strict=True):
        indent = step * (min(max(point.level, 0), DEEPEST) + 1)
        item = _item(point.runs, sign, pen, replace(_inset(place, indent, step), tag=tag))
        before = place.size * (0.28 if made else PARAGRAPH * 0.8)
        if len(made) == 1:
            made[0] = replace(made[0], keep=True)
        made += [replace(item[0], before=before), *item[1:]]
    return made


def _lists(block: Listing, up: Tag) -> Iterator[Tag]:
    """Yield the item of a list for each point; deeper points stand in lists of their own."""
    kind = DECIMAL if block.is_numbered else DISC
    lists: list[Tag] = []
    for point in block.points:
        depth = min(max(point.level, 0), DEEPEST) + 1
        del lists[depth:]
        while len(lists) < depth:
            lists.append((lists[-1] if lists else up).add("L", kind))
        yield lists[-1].add("LI")


def _inset(place: Place, indent: float, step: float) -> Place:
    inner = min(indent, place.width / 2)
    return replace(place, x=place.x + inner, width=place.width - inner, hang=step)


def _item(runs: Runs, sign: str, pen: Pen, place: Place) -> list[Piece]:
    lines = rich_lines(runs, pen.em(place.width)) or rich_lines((Run(""),), pen.em(place.width))
    signed = place.tag.add("Lbl")
    made = line_pieces(lines, pen, part(place, "LBody"))
    pen = pen_over(pen, lines)
    look = runs[0] if runs else Run("")
    label = rich_lines((Run(sign, look.is_bold),), pen.em(place.width))[0]
    first = made[0]

    def paint(canvas: Canvas, top: float) -> None:
        canvas.tag = signed
        paint_rich(canvas, (place.edge, top), label, pen)
        first.show(canvas, top)

    return company([replace(first, paint=paint), *made[1:]])
