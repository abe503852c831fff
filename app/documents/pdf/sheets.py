"""Sheets as PDF: every code, text and outline in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from app.documents.model import Align, Document, Layout, Letterhead
from app.documents.pdf.blocks import draw_qr
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.codes import bars, matrix, qr
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import one_line
from app.documents.pdf.page import MM, Geometry, geometry
from app.documents.pdf.pens import BLACK, HAIRLINE, Pen
from app.documents.pdf.pictures import mask
from app.documents.pdf.press import Press
from app.documents.pdf.tags import Tag, instead
from app.documents.sheets import (
    QUIET_MODULES,
    Bar,
    Bars,
    Code,
    Frame,
    Item,
    Lines,
    Matrix,
    Outline,
    Sheets,
    Text,
)

SHARES = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


def print_sheets(sheets: Sheets, out: BinaryIO) -> None:
    """Draw every page and write the file."""
    document = Document(
        language=sheets.language,
        title=sheets.name,
        name=sheets.name,
        letterhead=Letterhead(sheets.author),
        layout=Layout.REPORT,
        paper=sheets.paper,
    )
    press = Press(document, out)
    canvas = Canvas(press, _geometry(sheets, document))
    for page in sheets.pages:
        for item in page:
            _paint(canvas, item)
        canvas.end_page()
    press.finish()


def _geometry(sheets: Sheets, document: Document) -> Geometry:
    own = geometry(document)
    if sheets.size is None:
        return own
    return replace(own, width=sheets.size[0] * MM, height=sheets.size[1] * MM)


def _paint(canvas: Canvas, item: Item) -> None:
    canvas.tag = _part(canvas, item)
    at = Frame(item.at.x * MM, item.at.y * MM, item.at.width * MM, item.at.height * MM)
    match item:
        case Code() | Bars() | Matrix():
            _paint_code(canvas, item, at)
        case Text():
            _write(canvas, item, at)
        case Lines():
            _lines(canvas, item, at)
        case Outline():
            _outline(canvas, at)
        case Bar():
            canvas.fill(at.x, at.y, at.width, at.height, BLACK)


def _paint_code(canvas: Canvas, item: Code | Bars | Matrix, at: Frame) -> None:
    match item:
        case Code():
            if rows := qr(item.content):
                draw_qr(canvas, rows, (at.x, at.y), at.width)
        case Bars():
            _bars(canvas, item, at)
        case Matrix():
            _matrix(canvas, item, at)


def _part(canvas: Canvas, item: Item) -> Tag | None:
    """Return what a thing is to who hears it: outlines and measures are furniture."""
    match item:
        case Code() | Bars() | Matrix():
            return canvas.root.add("Figure", instead(item.content))
        case Text() | Lines():
            return canvas.root.add("P")
        case _:
            return None


def _write(canvas: Canvas, item: Text, at: Frame) -> None:
    if not item.text.strip():
        return
    style = Style.BOLD if item.is_strong else Style.REGULAR
    line = one_line(item.text, style)
    pen = Pen(style, item.size, BLACK).over((line,))
    fits = min(1.0, at.width / pen.points(line.width), at.height / pen.leading)
    pen = replace(pen, size=item.size * fits)
    room = at.width - pen.points(line.width)
    canvas.text(at.x + room * SHARES[item.align], at.y, line, pen)


def _matrix(canvas: Canvas, item: Matrix, at: Frame) -> None:
    """Draw a square of modules with two of quiet around it: one is asked for."""
    if rows := matrix(item.content):
        quiet = 2 * at.width / (len(rows) + 4)
        side = at.width - 2 * quiet
        canvas.image(mask(rows), at.x + quiet, at.y + quiet, (side, side))


def _bars(canvas: Canvas, item: Bars, at: Frame) -> None:
    """Draw bars with ten modules of quiet at each side, more than any of the languages asks."""
    runs = bars(item.kind.value, item.content)
    if not runs:
        return
    modules = runs[-1][0] + runs[-1][1] + 2 * QUIET_MODULES
    module = at.width / modules
    for place, width in runs:
        left = at.x + (place + QUIET_MODULES) * module
        canvas.fill(left, at.y, width * module, at.height, BLACK)


def _lines(canvas: Canvas, item: Lines, at: Frame) -> None:
    """Write lines with one pen: what is too wide or too tall makes all of them smaller."""
    lines = [one_line(text, Style.REGULAR) for text in item.lines]
    if not lines:
        return
    pen = Pen(size=item.size, colour=BLACK).over(lines)
    widest = max(pen.points(line.width) for line in lines)
    fits = min(1.0, at.width / max(widest, 1), at.height / (pen.leading * len(lines)))
    pen = replace(pen, size=pen.size * fits)
    top = at.y + (at.height - pen.leading * len(lines)) / 2 * item.is_middle
    for place, line in enumerate(lines):
        canvas.text(at.x, top + place * pen.leading, line, pen)


def _outline(canvas: Canvas, at: Frame) -> None:
    for y in (at.y, at.y + at.height):
        canvas.rule(at.x, y, at.width, 0.5, HAIRLINE)
    for x in (at.x, at.x + at.width):
        canvas.upright(x, at.y, at.height, 0.5, HAIRLINE)
