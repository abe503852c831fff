"""The head of the first page: letterhead, window, title and facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.documents.model import Address, Document, Letterhead, Picture
from app.documents.pdf.blocks import fact_piece, label_width
from app.documents.pdf.canvas import ACCENT, HAIRLINE, INK, QUIET, Canvas, Pen
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import Line, one_line, wrap
from app.documents.pdf.page import MM, Box, Geometry
from app.documents.pdf.pictures import picture
from app.documents.pdf.place import Place

TITLE = Pen(Style.BOLD, 19, ACCENT)
NAME = Pen(Style.BOLD, 12.5, INK)
NAME_BY_LOGO = Pen(Style.BOLD, 9.5, INK)
LINES = Pen(size=8.5, colour=QUIET)
ADDRESS = Pen(size=10.5)
SENDER = Pen(size=6.5, colour=QUIET)
NOTE = Pen(Style.BOLD, 8)
LOGO_SIZE = (62 * MM, 16 * MM)
SMALLER = (1.0, 0.85, 0.72, 0.6)
DIN_NOTES = 12.7 * MM

Lined = list[tuple[Line, Pen]]


def paint_head(canvas: Canvas, document: Document, geometry: Geometry) -> float:
    """Draw everything above the body and return the height at which the body begins."""
    left_over, under = letterhead_above(canvas, document, geometry)
    bottoms = [under + 6 * MM]
    if document.address:
        bottoms += [geometry.custom.body_top * MM, address_in(canvas, document.address, geometry)]
    bottoms.append(_title_and_facts(canvas, document, geometry))
    top = max(bottoms)
    if geometry.custom.title[0] == geometry.custom.left:
        top = _title(canvas, document.title, replace_top(geometry, top)) + 2 * MM
    return write(canvas, left_over, geometry.left, top)


def replace_top(geometry: Geometry, top: float) -> Box:
    """Return the title's place, moved down where the head needs more room than custom gives."""
    place = geometry.at(geometry.custom.title)
    return replace(place, y=max(place.y, top))


def letterhead_above(canvas: Canvas, document: Document, geometry: Geometry) -> tuple[Lined, float]:
    """Draw the sender above the window; return what found no room there, and the height under."""
    letterhead = document.letterhead
    x, y = geometry.left, geometry.custom.head_top * MM
    width = geometry.custom.facts[0] * MM - x - 6 * MM
    if letterhead.logo:
        y += _logo(canvas, letterhead.logo, (x, y))
    room = _below(document, geometry) - y - 2 if document.address else geometry.height / 3
    lines = fitted(_sender(letterhead), width, room)
    kept: Lined = []
    for line, pen in lines:
        if sum(known.leading for _, known in kept) + pen.leading > room:
            break
        kept.append((line, pen))
    return lines[len(kept) :], write(canvas, kept, x, y)


def _below(document: Document, geometry: Geometry) -> float:
    """Return the height at which the room of the letterhead ends: the day, or the window."""
    x, y = geometry.custom.day
    if document.stamp.day and x == geometry.custom.left:
        return min(y * MM, geometry.window.y)
    return geometry.window.y


def _sender(letterhead: Letterhead) -> list[tuple[str, Pen]]:
    pen = NAME_BY_LOGO if letterhead.logo else NAME
    texts = [(letterhead.name, pen), *((line, LINES) for line in letterhead.lines)]
    return [(text, pen) for text, pen in texts if text]


def fitted(texts: Sequence[tuple[str, Pen]], width: float, room: float) -> Lined:
    """Return the texts as lines, written smaller until they fit the room if that is possible."""
    lines: Lined = []
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


def write(canvas: Canvas, lines: Lined, x: float, top: float) -> float:
    """Write lines one below the other and return the height under them."""
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


def address_in(canvas: Canvas, address: Address, geometry: Geometry) -> float:
    """Write the receiver inside the window, smaller if it must be; return the height under it."""
    window, inset = geometry.window, geometry.custom.inset * MM
    x, top, width = window.x + inset, window.y + inset, window.width - 2 * inset
    texts = [(line, ADDRESS) for line in address.lines]
    if address.sender:
        lines = fitted([(address.sender, SENDER)], width, DIN_NOTES)
        write(canvas, lines, x, window.y)
        under = window.y + sum(pen.leading for _, pen in lines)
        canvas.rule(x, under + 1, width, 0.4, HAIRLINE)
        top = max(window.y + DIN_NOTES + 5 * MM, under + 4)
        _notes(canvas, address, (x, top))
    else:
        texts = [*((note, NOTE) for note in address.notes), *texts]
    lines = fitted(texts, width, window.bottom - top)
    if geometry.custom.is_low:
        top = max(top, window.bottom - sum(pen.leading for _, pen in lines))
    return write(canvas, lines, x, top) + 4 * MM


def _notes(canvas: Canvas, address: Address, foot: tuple[float, float]) -> None:
    """Write the notes for the carrier in their own zone, down to the receiver."""
    x, bottom = foot
    lines = [(one_line(note, NOTE.style), NOTE) for note in address.notes[-2:]]
    write(canvas, lines, x, bottom - NOTE.leading * len(lines))


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
    lines = fitted([(title, TITLE)], place.width, 2.2 * TITLE.leading)
    return write(canvas, lines, place.x, place.y)
