"""Blocks become pieces: texts, facts, sums, codes; tables have their own module."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.documents.model import (
    Beside,
    Fact,
    Facts,
    Formpart,
    Grid,
    Heading,
    Letterpart,
    Paragraph,
    QrCode,
    Simple,
    Tone,
    Totals,
)
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.codes import qr
from app.documents.pdf.flow import Piece
from app.documents.pdf.grids import grid_pieces, is_cramped
from app.documents.pdf.letters import letter_pieces
from app.documents.pdf.lines import Line, natural_width, wrap
from app.documents.pdf.page import MM
from app.documents.pdf.pens import Pen
from app.documents.pdf.pictures import mask
from app.documents.pdf.place import Place
from app.documents.pdf.tags import ROW, Tag, instead

GUTTER = 18.0
TOTAL_GAP = 4.0
BOX = 7.0
"""How far the box of a sum reaches beyond its texts."""
QR_SIDE = 26 * MM
QUIET_MODULES = 4
TALLEST_BESIDE = 90 * MM


def pieces(block: Simple | Beside, place: Place) -> list[Piece]:
    """Return a block as pieces that fill the place from edge to edge."""
    if isinstance(block, Beside):
        return _beside(block, place)
    if isinstance(block, Letterpart):
        return letter_pieces(block, place)
    return _simple(block, place)


def _simple(block: Formpart, place: Place) -> list[Piece]:
    match block:
        case Heading(text):
            return _heading(text, place)
        case Paragraph(text, tone):
            return _paragraph(text, place.suit.texts.of(tone), place)
        case Facts():
            return _facts(block, place)
        case Totals(rows):
            return _totals(rows, place)
        case QrCode():
            return _qr(block, place)
        case Grid():
            return grid_pieces(block, place)


def _heading(text: str, place: Place) -> list[Piece]:
    pen = place.suit.texts.heading
    lines = wrap(text, pen.style, pen.em(place.width))
    tag = place.tag.headed(2)
    made = [replace(piece, keep=True) for piece in text_pieces(lines, pen, place.x, tag)]
    return [replace(made[0], before=place.suit.space * 1.5), *made[1:]]


def _paragraph(text: str, pen: Pen, place: Place, role: str = "P") -> list[Piece]:
    """Return a paragraph line by line; its first two and last two lines stay together."""
    lines = wrap(text, pen.style, pen.em(place.width))
    made = text_pieces(lines, pen, place.x, place.tag.add(role))
    made[0] = replace(made[0], before=place.suit.space)
    for at in {0, len(made) - 2} - {-1, len(made) - 1}:
        made[at] = replace(made[at], keep=True)
    return made


def text_pieces(lines: Sequence[Line], pen: Pen, x: float, tag: Tag) -> list[Piece]:
    """Return one piece for each line."""
    pen = pen.over(lines)
    return [Piece(pen.leading, partial(_write, line, pen, x), tag=tag) for line in lines]


def _write(line: Line, pen: Pen, x: float, canvas: Canvas, top: float) -> None:
    canvas.text(x, top, line, pen)


def _facts(block: Facts, place: Place) -> list[Piece]:
    """Return labels and values in two columns under their title."""
    made: list[Piece] = []
    inner = replace(place, tag=place.tag.add("Table"))
    if block.title:
        titled = _paragraph(block.title, place.suit.texts.strong, inner, "Caption")
        made += [replace(piece, keep=True) for piece in titled]
    label = label_width(block.rows, place)
    made += [fact_piece(row, inner, label) for row in block.rows]
    if made:
        made[0] = replace(made[0], before=place.suit.space)
    return [*(replace(piece, keep=True) for piece in made[:-1]), *made[-1:]]


def label_width(rows: Sequence[Fact], place: Place) -> float:
    """Return the width of the labels' column: the widest label, at most half."""
    pen = place.suit.texts.label
    widest = max((natural_width(row.label, pen.style) for row in rows), default=0.0)
    return min(pen.points(widest) + 10, place.width / 2)


def fact_piece(fact: Fact, place: Place, label: float) -> Piece:
    """Return one label and its value, which are a row of the table that the place is in."""
    row = place.tag.add("TR")
    head, cell = row.add("TH", ROW), row.add("TD")
    texts = place.suit.texts
    small, pen = texts.label, texts.strong if fact.tone is Tone.STRONG else texts.text
    labels = wrap(fact.label, small.style, small.em(label - 4))
    values = wrap(fact.value, pen.style, pen.em(place.width - label))
    pen = pen.over((*labels, *values))
    height = pen.leading * max(len(labels), len(values)) + 1
    drop = (pen.size - small.size) * 0.34 + (pen.leading - small.leading) / 2

    def paint(canvas: Canvas, top: float) -> None:
        canvas.tag = head
        for at, line in enumerate(labels):
            canvas.text(place.x, top + at * pen.leading + drop, line, small)
        canvas.tag = cell
        for at, line in enumerate(values):
            canvas.text(place.x + label, top + at * pen.leading, line, pen)

    return Piece(height, paint)


def _totals(rows: tuple[Fact, ...], place: Place) -> list[Piece]:
    """Return sums at the right edge, the one that counts under a rule."""
    width = min(place.width, place.side)
    inner = replace(place, x=place.right - width, width=width, tag=place.tag.add("Table"))
    made = [_total(row, inner) for row in rows]
    if made:
        made[0] = replace(made[0], before=place.suit.space)
    return [*(replace(piece, keep=True) for piece in made[:-1]), *made[-1:]]


def _total(row: Fact, place: Place) -> Piece:
    """Return one sum; the one that counts stands under a rule, or in a box of the accent."""
    is_strong, suit = row.tone is Tone.STRONG, place.suit
    told = place.tag.add("TR")
    head, cell = told.add("TH", ROW), told.add("TD")
    pen = suit.texts.total if is_strong else suit.texts.text
    value_width = min(pen.points(natural_width(row.value, pen.style)), place.width * 0.7)
    labels = wrap(row.label, pen.style, pen.em(place.width - value_width - 8))
    values = wrap(row.value, pen.style, pen.em(max(value_width + 0.01, 1)))
    pen = pen.over((*labels, *values))
    pad = 5.0 if is_strong else 1.5
    gap = TOTAL_GAP if is_strong and suit.boxed else 0.0
    height = pen.leading * max(len(labels), len(values)) + 2 * pad + gap

    def paint(canvas: Canvas, top: float) -> None:
        if is_strong:
            _paint_total(canvas, place, top + gap, height - gap)
        canvas.tag = head
        for at, line in enumerate(labels):
            canvas.text(place.x, top + gap + pad + at * pen.leading, line, pen)
        canvas.tag = cell
        for at, line in enumerate(values):
            canvas.right(place.right, top + gap + pad + at * pen.leading, line, pen)

    return Piece(height, paint)


def _paint_total(canvas: Canvas, place: Place, top: float, height: float) -> None:
    """Draw what the sum that counts stands under or in; a box reaches beyond the column."""
    suit = place.suit
    if suit.boxed:
        bleed = BOX
        canvas.fill(place.x - bleed, top, place.width + 2 * bleed, height, suit.accent)
    else:
        canvas.rule(place.x, top + 1, place.width, 1.0, suit.accent)


def _qr(block: QrCode, place: Place) -> list[Piece]:
    """Return a code with its caption and lines beside it; one too full for a code is only text.

    The dark modules stand flush with the column, their quiet zone reaches into the margin.
    """
    rows = qr(block.content)
    side = QR_SIDE if rows else 0.0
    quiet = QUIET_MODULES * side / (len(rows) + 2 * QUIET_MODULES) if rows else 0.0
    x = place.x + side - quiet + (2 if rows else 0)
    width = place.right - x
    small = block.lines if rows else (*block.lines, block.content)
    said = place.tag.add("P")
    texted = place.suit.texts
    parts = [(block.caption, texted.strong), *((text, texted.small) for text in small)]
    texts = [
        (line, pen.over((line,)))
        for text, pen in parts
        for line in wrap(text, pen.style, pen.em(width))
    ]
    if not rows:
        made = [Piece(pen.leading, partial(_write, line, pen, x), tag=said) for line, pen in texts]
        return [replace(made[0], before=place.suit.space), *made[1:]]
    figure = place.tag.add("Figure", instead(words_for(block)))
    height = max(side - quiet, sum(pen.leading for _, pen in texts))

    def paint(canvas: Canvas, top: float) -> None:
        corner = (place.x - quiet, top - quiet)
        canvas.tag = said
        for line, pen in texts:
            canvas.text(x, top, line, pen)
            top += pen.leading
        canvas.tag = figure
        draw_qr(canvas, rows, corner, side)

    return [Piece(height, paint, before=place.suit.space)]


def words_for(block: QrCode) -> str:
    """Return what a code says to who cannot scan it."""
    return block.text or "\n".join((block.caption, *block.lines, block.content))


def draw_qr(
    canvas: Canvas, rows: tuple[tuple[bool, ...], ...], corner: tuple[float, float], side: float
) -> None:
    """Draw a QR code whose quiet zone of four modules lies inside its side."""
    module = side / (len(rows) + 2 * QUIET_MODULES)
    x, y = corner
    quiet = QUIET_MODULES * module
    canvas.image(mask(rows), x + quiet, y + quiet, (side - 2 * quiet, side - 2 * quiet))


def _beside(block: Beside, place: Place) -> list[Piece]:
    """Return two stacks as one piece, or one after the other where they need more room."""
    parts = (*block.left, *block.right)
    side = min(place.side, place.width / 2)
    tag, suit = place.tag, place.suit
    suit = replace(suit, tables=suit.minor) if suit.minor else suit
    left = Place(place.x, place.width - side - GUTTER, side, tag=tag, suit=suit)
    right = Place(place.right - side, side, side, tag=tag, suit=suit)
    stacks = [
        [piece for part in stack for piece in pieces(part, at)]
        for stack, at in ((block.left, left), (block.right, right))
    ]
    height = max(map(_height, stacks))
    is_tight = any(
        isinstance(part, Grid) and is_cramped(part, at.width, at.suit)
        for stack, at in ((block.left, left), (block.right, right))
        for part in stack
    )
    if is_tight or height > TALLEST_BESIDE:
        return [piece for part in parts for piece in pieces(part, place)]

    def paint(canvas: Canvas, top: float) -> None:
        for stack in stacks:
            y = top
            for at, piece in enumerate(stack):
                y += piece.before if at else 0
                piece.show(canvas, y)
                y += piece.height

    return [Piece(height, paint, before=place.suit.space)]


def _height(stack: list[Piece]) -> float:
    """Return how tall pieces are one below the other, without the space above the first."""
    return sum(piece.height + piece.before for piece in stack) - (stack[0].before if stack else 0)
