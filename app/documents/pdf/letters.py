"""The parts of a letter become pieces: paragraphs, listings, pictures, notes, the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.documents.model import (
    Align,
    Figure,
    Letterpart,
    Level,
    Listing,
    Notes,
    Picture,
    Run,
    Runs,
    Signed,
    Subject,
    Table,
    Written,
)
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.flow import Piece
from app.documents.pdf.line_pieces import PARAGRAPH, SHARES, company, line_pieces, part, together
from app.documents.pdf.page import MM
from app.documents.pdf.pens import Pen
from app.documents.pdf.pictures import Bitmap, picture
from app.documents.pdf.place import Place
from app.documents.pdf.points import listing_pieces
from app.documents.pdf.rich import bold, pen_over, rich_lines
from app.documents.pdf.tables import table_pieces
from app.documents.pdf.tags import ROW, instead

HEADING = {Level.HEADING: 1.16, Level.SUBHEADING: 1.0}
DEPTH = {Level.HEADING: 2, Level.SUBHEADING: 3}
INDENT = 25 * MM
FEW = 12
"""Notes of so many lines are not divided."""
SIGNATURE = (55 * MM, 17 * MM)
BLANK_SIGNATURE = 13 * MM
CLOSING_WIDTH = 80 * MM


def letter_pieces(block: Letterpart, place: Place) -> list[Piece]:
    """Return a part of a letter as pieces."""
    match block:
        case Written():
            return _written(block, place)
        case Listing():
            return listing_pieces(block, place)
        case Table():
            return table_pieces(block, place)
        case Figure():
            return _figure(block, place)
        case _:
            return _frame(block, place)


def _frame(block: Subject | Notes | Signed, place: Place) -> list[Piece]:
    """Return what stands around the body as pieces."""
    match block:
        case Subject(text):
            return _subject(text, place)
        case Notes():
            return _notes(block, place)
        case Signed():
            return [_signed(block, place)]


def _written(block: Written, place: Place) -> list[Piece]:
    pen = Pen(size=place.size)
    if not block.runs:
        return [Piece(pen.leading * 0.5, _nothing)]
    if block.level is not Level.TEXT:
        return _headed(block, place)
    first = pen.em(INDENT) if block.is_indented else 0.0
    lines = rich_lines(block.runs, pen.em(place.width), first)
    made = line_pieces(lines, pen, part(place, "P"), block.align)
    made[0] = replace(made[0], before=place.size * PARAGRAPH)
    return company(made)


def _nothing(canvas: Canvas, top: float) -> None:
    """Draw nothing: an empty line is only room."""


def _headed(block: Written, place: Place) -> list[Piece]:
    """Return a heading at the edge, kept with what it heads."""
    pen = Pen(size=round(place.size * HEADING[block.level], 2))
    across = Place(place.edge, place.width + place.hang, tag=place.tag.headed(DEPTH[block.level]))
    lines = rich_lines(bold(block.runs), pen.em(across.width))
    made = line_pieces(lines, pen, across, block.align)
    made[0] = replace(made[0], before=place.size * PARAGRAPH * 1.6)
    return [replace(piece, keep=True) for piece in made]


def _figure(block: Figure, place: Place) -> list[Piece]:
    """Return a picture, or its words where it cannot be read."""
    bitmap = picture(block.picture.content)
    if bitmap is None:
        words = Written((Run(block.picture.text, is_italic=True),)) if block.picture.text else None
        return _written(words, place) if words else []
    size = fitted(bitmap, block.width * MM, (place.width, place.tall))
    x = place.x + SHARES[block.align] * (place.width - size[0])

    def paint(canvas: Canvas, top: float) -> None:
        canvas.image(bitmap, x, top, size)

    tag = place.tag.add("Figure", instead(block.picture.text)) if block.picture.text else None
    return [Piece(size[1], paint, before=place.size * PARAGRAPH, tag=tag)]


def fitted(bitmap: Bitmap, width: float, most: tuple[float, float]) -> tuple[float, float]:
    """Return the size of a picture that wants to be so wide, and may be at most so large."""
    widest, tallest = most
    scale = min(width, widest, tallest * bitmap.width / bitmap.height) / bitmap.width
    return bitmap.width * scale, bitmap.height * scale


def _subject(text: str, place: Place) -> list[Piece]:
    pen = Pen(size=round(place.size * 1.06, 2))
    across = Place(place.edge, place.width + place.hang, tag=place.tag.headed(1))
    made = line_pieces(rich_lines((Run(text, is_bold=True),), pen.em(across.width)), pen, across)
    made[0] = replace(made[0], before=place.size * PARAGRAPH * 1.6)
    return [replace(piece, keep=True) for piece in made]


def _notes(block: Notes, place: Place) -> list[Piece]:
    """Return words at the edge, what belongs to them in a column beside, or under, them."""
    made: list[Piece] = []
    table = part(place, "Table")
    for row in block.rows:
        lines = _note(row.label, row.value, part(table, "TR"))
        made += together([replace(lines[0], before=place.size * 0.5), *lines[1:]])
    if made:
        made[0] = replace(made[0], before=place.size * PARAGRAPH * 1.2)
    return together(made) if len(made) <= FEW else made


def _note(label: str, value: str, place: Place) -> list[Piece]:
    pen = Pen(size=place.size)
    width = place.label or place.hang
    across = part(Place(place.edge, place.width + place.hang, tag=place.tag), "TH", ROW)
    column = part(Place(across.x + width, across.width - width, tag=place.tag), "TD")
    signs = rich_lines((Run(label),), pen.em((width or across.width) - 4))
    lines = rich_lines((Run(value),), pen.em(column.width))
    made = line_pieces(lines, pen_over(pen, (*signs, *lines)), column)
    heads = line_pieces(signs, pen_over(pen, (*signs, *lines)), across)
    return _beside(heads, made) if width else [*heads, *made]


def _beside(heads: list[Piece], texts: list[Piece]) -> list[Piece]:
    """Return two columns of lines of one height as one."""
    both = []
    for at in range(max(len(heads), len(texts))):
        parts = [column[at] for column in (heads, texts) if at < len(column)]
        both.append(Piece(parts[0].height, partial(_all, parts)))
    return both


def _all(parts: Sequence[Piece], canvas: Canvas, top: float) -> None:
    for one in parts:
        one.show(canvas, top)


def _signed(block: Signed, place: Place) -> Piece:
    """Return the end of a letter as one piece."""
    pen = Pen(size=place.size)
    width = min(CLOSING_WIDTH, place.width - place.closing) if place.closing else place.width
    column = Place(place.x + place.closing, width, tag=place.tag)
    align = Align.CENTRE if place.closing else Align.LEFT
    wishes = _lines(block.wishes, pen, column, align)
    firm = _lines((Run(block.firm),) if block.firm else (), pen, column, align)
    sign = [_signature(block.signature, column, align)] if block.lines or block.signature else []
    names = [piece for text in block.lines for piece in _lines((Run(text),), pen, column, align)]
    stack = [*wishes, *firm, *sign, *names]

    def paint(canvas: Canvas, top: float) -> None:
        for piece in stack:
            piece.show(canvas, top)
            top += piece.height

    height = sum(piece.height for piece in stack)
    return Piece(height, paint, before=place.size * PARAGRAPH * 1.4)


def _lines(runs: Runs, pen: Pen, place: Place, align: Align) -> list[Piece]:
    if not runs:
        return []
    return line_pieces(rich_lines(runs, pen.em(place.width)), pen, part(place, "P"), align)


def _signature(found: Picture | None, place: Place, align: Align) -> Piece:
    """Return the signature, or the room in which a pen writes it."""
    bitmap = picture(found.content) if found else None
    if bitmap is None:
        return Piece(BLANK_SIGNATURE, _nothing)
    size = fitted(bitmap, SIGNATURE[0], SIGNATURE)
    x = place.x + SHARES[align] * (place.width - size[0])

    def paint(canvas: Canvas, top: float) -> None:
        canvas.image(bitmap, x, top, size)

    text = found.text if found else ""
    return Piece(size[1], paint, tag=place.tag.add("Figure", instead(text)) if text else None)
