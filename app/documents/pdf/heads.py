"""The head of the first page: letterhead, window, title and facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.documents.model import Address, Document, Letterhead, Picture
from app.documents.pdf.blocks import Place, fact_piece, label_width
from app.documents.pdf.canvas import ACCENT, HAIRLINE, INK, QUIET, Canvas, Pen
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import Line, wrap
from app.documents.pdf.page import MM, Box, Geometry
from app.documents.pdf.pictures import picture

TITLE = Pen(Style.BOLD, 19, ACCENT)
NAME = Pen(Style.BOLD, 12.5, INK)
NAME_BY_LOGO = Pen(Style.BOLD, 9.5, INK)
LINES = Pen(size=8.5, colour=QUIET)
ADDRESS = Pen(size=10.5)
SENDER = Pen(size=6.5, colour=QUIET)
LOGO_SIZE = (62 * MM, 16 * MM)
SMALLER = (1.0, 0.85, 0.72, 0.6)
DIN_NOTES = 12.7 * MM

Written = list[tuple[Line, Pen]]


def paint_head(canvas: Canvas, document: Document, geometry: Geometry) -> float:
    """Draw everything above the body and return the height at which the body begins."""
    left_over, under = _letterhead(canvas, document, geometry)
    bottoms = [under + 6 * MM]
    if document.address:
        bottoms += [geometry.custom.body_top * MM, _address(canvas, document.address, geometry)]
    bottoms.append(_title_and_facts(canvas, document, geometry))
    top = max(bottoms)
    if geometry.custom.title[0] == geometry.custom.left:
        top = _title(canvas, document.title, replace_top(geometry, top)) + 2 * MM
    return _write(canvas, left_over, geometry.left, top)


def replace_top(geometry: Geometry, top: float) -> Box:
    """Return the title's place, moved down where the head needs more room than custom gives."""
    place = geometry.at(geometry.custom.title)
    return replace(place, y=max(place.y, top))


def _letterhead(canvas: Canvas, document: Document, geometry: Geometry) -> tuple[Written, float]:
    """Draw the sender above the window; return what found no room there, and the height under."""
    letterhead = document.letterhead
    x, y = geometry.left, geometry.custom.head_top * MM
    width = geometry.custom.facts[0] * MM - x - 6 * MM
    if letterhead.logo:
        y += _logo(canvas, letterhead.logo, (x, y))
    room = geometry.window.y - y - 2 if document.address else geometry.height / 3
    lines = _fitted(_sender(letterhead), width, room)
    kept: Written = []
    for line, pen in lines:
        if sum(known.leading for _, known in kept) + pen.leading > room:
            break
        kept.append((line, pen))
    return lines[len(kept) :], _write(canvas, kept, x, y)


def _sender(letterhead: Letterhead) -> list[tuple[str, Pen]]:
    pen = NAME_BY_LOGO if letterhead.logo else NAME
    return [(letterhead.name, pen), *((line, LINES) for line in letterhead.lines)]


def _fitted(texts: Sequence[tuple[str, Pen]], width: float, room: float) -> Written:
    """Return the texts as lines, written smaller until they fit the room if that is possible."""
    lines: Written = []
    for scale in SMALLER:
        pens = [(text, replace(pen, size=round(pen.size * scale, 1))) for text, pen in texts]
        lines = [
            (line, pen.over((line,)))
            for text, pen in pens
            for line in wrap(text, pen.style, pen.em(width))
        ]
        if sum(pen.leading for _, pen in lines) <= room:
            break
    return lines


def _write(canvas: Canvas, lines: Written, x: float, top: float) -> float:
    for line, pen in lines:
        canvas.text(x, top, line, pen)
        top += pen.leading
    return top


def _logo(canvas: Canvas, logo: Picture, corner: tuple[float, float]) -> float:
    """Draw the logo and return the height it takes; one that cannot be read leaves its words."""
    bitmap = picture(logo.content)
    x, y = corner
    if bitmap is None:
        return 0.0
    widest, tallest = LOGO_SIZE
    scale = min(widest / bitmap.width, tallest / bitmap.height)
    size = (bitmap.width * scale, bitmap.height * scale)
    canvas.image(bitmap, x, y, size)
    return size[1] + 5


def _address(canvas: Canvas, address: Address, geometry: Geometry) -> float:
    """Write the receiver inside the window, smaller if it must be; return the height under it."""
    window, inset = geometry.window, geometry.custom.inset * MM
    x, top, width = window.x + inset, window.y + inset, window.width - 2 * inset
    if address.sender:
        lines = _fitted([(address.sender, SENDER)], width, DIN_NOTES)
        _write(canvas, lines, x, window.y)
        under = window.y + sum(pen.leading for _, pen in lines)
        canvas.rule(x, under + 1, width, 0.4, HAIRLINE)
        top = max(window.y + DIN_NOTES + 5 * MM, under + 4)
    texts = [(line, ADDRESS) for line in address.lines]
    return _write(canvas, _fitted(texts, width, window.bottom - top), x, top) + 4 * MM


def _title_and_facts(canvas: Canvas, document: Document, geometry: Geometry) -> float:
    """Write the title, where it stands above the facts, and the facts; return the height under."""
    place = geometry.at(geometry.custom.facts)
    top = place.y
    if geometry.custom.title[0] != geometry.custom.left:
        top = max(top, _title(canvas, document.title, geometry.at(geometry.custom.title)) + 3)
    column = Place(place.x, place.width)
    label = label_width(document.facts, column.width)
    for fact in document.facts:
        piece = fact_piece(fact, column, label)
        piece.paint(canvas, top)
        top += piece.height
    return top + 5 * MM if document.facts else 0.0


def _title(canvas: Canvas, title: str, place: Box) -> float:
    lines = _fitted([(title, TITLE)], place.width, 2.2 * TITLE.leading)
    return _write(canvas, lines, place.x, place.y)
