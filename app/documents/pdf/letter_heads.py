"""The head of a letter's first page: sender, window, what the letter is called, its day."""

from __future__ import annotations

from app.documents.model import Document, Layout, Stamp
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.fonts import Style
from app.documents.pdf.heads import (
    Lined,
    address_in,
    facts_in,
    fitted,
    letterhead_above,
    logo_tag,
    write,
)
from app.documents.pdf.letters import fitted as fitted_picture
from app.documents.pdf.lines import one_line
from app.documents.pdf.page import MM, Geometry
from app.documents.pdf.pens import Pen
from app.documents.pdf.pictures import picture

CALLED = Pen(Style.BOLD, 11)
DAY = Pen(size=10.5)
NUMBER_COLUMN = 46 * MM
EMBLEM = (60 * MM, 26 * MM)
SENDER_NAME = Pen(Style.BOLD, 11)
SENDER_LINE = Pen(size=10)
BODY_GAP = 6 * MM


def paint_letter_head(canvas: Canvas, document: Document, geometry: Geometry) -> float:
    """Draw everything above the body and return the height at which the body begins."""
    if document.layout is Layout.TH:
        return _thai(canvas, document, geometry)
    sender, left_over, under = letterhead_above(canvas, document, geometry)
    bottoms = [under + BODY_GAP, geometry.custom.body_top * MM]
    bottoms.append(_stamp(canvas, document.stamp, geometry))
    if document.address:
        bottoms.append(address_in(canvas, document.address, geometry))
    bottoms.append(facts_in(canvas, document.facts, geometry.at(geometry.custom.facts)))
    canvas.tag = sender
    return write(canvas, left_over, geometry.left, max(bottoms))


def _stamp(canvas: Canvas, stamp: Stamp, geometry: Geometry) -> float:
    """Write what the letter is called, its number beside it and its day; return what is under."""
    under = 0.0
    canvas.tag = canvas.root.add("P")
    if stamp.called:
        place = geometry.at(geometry.custom.title)
        canvas.text(place.x, place.y, one_line(stamp.called, CALLED.style), CALLED)
        number = one_line(stamp.number, DAY.style)
        wide = DAY.points(number.width)
        x = min(place.x + NUMBER_COLUMN, geometry.right - wide)
        canvas.text(x, place.y, number, DAY)
        under = place.y + CALLED.leading
    if stamp.day:
        canvas.tag = canvas.root.add("P")
        place = geometry.at(geometry.custom.day)
        canvas.text(place.x, place.y, one_line(stamp.day, DAY.style), DAY)
        under = place.y + DAY.leading
    return under


def _thai(canvas: Canvas, document: Document, geometry: Geometry) -> float:
    """Draw the head of an outside letter: emblem, number at the left, sender right, day."""
    custom, letterhead = geometry.custom, document.letterhead
    bitmap = picture(letterhead.logo.content) if letterhead.logo else None
    if bitmap:
        canvas.tag = logo_tag(canvas, letterhead)
        width, height = fitted_picture(bitmap, EMBLEM[0], EMBLEM)
        canvas.image(bitmap, (geometry.width - width) / 2, custom.head_top * MM, (width, height))
    canvas.tag = canvas.root.add("P")
    sender = geometry.at(custom.facts)
    under = write(canvas, _sender(document, sender.width), sender.x, sender.y)
    canvas.tag = canvas.root.add("P")
    number = geometry.at(custom.title)
    line = one_line(document.stamp.number, DAY.style)
    canvas.text(number.x, number.y, line, DAY.over((line,)))
    canvas.tag = canvas.root.add("P")
    day = geometry.at(custom.day)
    line = one_line(document.stamp.day, DAY.style)
    top = max(day.y, under + 2 * MM)
    canvas.text(day.x, top, line, DAY.over((line,)))
    return top + DAY.over((line,)).leading + BODY_GAP


def _sender(document: Document, width: float) -> Lined:
    letterhead = document.letterhead
    texts = [(letterhead.name, SENDER_NAME), *((line, SENDER_LINE) for line in letterhead.lines)]
    return fitted([pair for pair in texts if pair[0]], width, 30 * MM)
