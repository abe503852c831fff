"""What every page has: head of later pages, page number, foot, marks."""

from __future__ import annotations

from math import atan2, cos, hypot, sin

from app.documents.model import Document, Manner
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import Line, one_line, wrap
from app.documents.pdf.page import MM, Geometry, Numbered
from app.documents.pdf.pens import HAIRLINE, PALE, QUIET, Pen
from app.documents.pdf.suits import suit_of
from app.documents.pdf.tags import Tag

NUMBER = Pen(size=8, colour=QUIET)
RUNNING = Pen(Style.BOLD, 8, QUIET)
MARK_SIZE = 120.0
FOOT_GUTTER = 12.0
FOOT_PAD = 5.0
FIRST_NUMBER = 7.5
FOLD = (5 * MM, 4 * MM)
ELLIPSIS = "…"


class Foot:
    """The foot of the document: columns of small lines under a rule."""

    def __init__(self, document: Document, geometry: Geometry) -> None:
        self._geometry = geometry
        self._suit, count = suit_of(document.look), max(1, len(document.footer))
        width = (geometry.body_width - FOOT_GUTTER * (count - 1)) / count
        self._step = width + FOOT_GUTTER
        self._columns = [_column(texts, width, self._suit.foot) for texts in document.footer]
        self._pen = self._suit.foot.over(line for lines in self._columns for line in lines)
        tallest = max((len(lines) for lines in self._columns), default=0)
        self.height = tallest * self._pen.leading + FOOT_PAD if tallest else 0.0

    def paint(self, canvas: Canvas, bottom: float, part: Tag | None = None) -> None:
        """Draw the foot so that it ends at this height, as a part of the paper if it is one."""
        if not self.height:
            return
        top = bottom - self.height
        x = self._geometry.left
        canvas.rule(x, top, self._geometry.body_width, 0.5, self._suit.foot_rule)
        for lines in self._columns:
            canvas.tag = part.add("P") if part else None
            for at, line in enumerate(lines):
                canvas.text(x, top + FOOT_PAD + at * self._pen.leading, line, self._pen)
            x += self._step


def _column(texts: tuple[str, ...], width: float, pen: Pen) -> list[Line]:
    return [line for text in texts for line in wrap(text, pen.style, pen.em(width))]


def paint_number(
    canvas: Canvas, text: str, geometry: Geometry, bottom: float, *, is_first: bool
) -> None:
    """Write the page number where custom has it; ``bottom`` is the height of the foot."""
    line, numbered = one_line(text, NUMBER.style), geometry.custom.numbered
    top = FIRST_NUMBER * MM if is_first else geometry.later_top
    if numbered is Numbered.HEAD:
        canvas.right(geometry.right, top, line, NUMBER)
    elif numbered is Numbered.FOOT:
        canvas.right(geometry.right, bottom - NUMBER.leading - 2, line, NUMBER)
    elif not is_first:
        free = geometry.body_width - NUMBER.points(line.width)
        canvas.text(geometry.left + free / 2, top, line, NUMBER)


def paint_running_head(canvas: Canvas, document: Document, geometry: Geometry) -> None:
    """Write who sent what at the top of a later page."""
    if document.manner is Manner.LETTER:
        _paint_running(canvas, document.running, geometry)
        return
    top, third = geometry.later_top, geometry.body_width / 3
    sender = shortened(document.letterhead.name, RUNNING, third * 1.3 - 8)
    canvas.text(geometry.left, top, sender, RUNNING)
    name = shortened(document.name, NUMBER, third - 8)
    canvas.text(geometry.left + third * 1.3, top, name, NUMBER)
    canvas.rule(geometry.left, top + 16, geometry.body_width, 0.5, HAIRLINE)


def _paint_running(canvas: Canvas, texts: tuple[str, ...], geometry: Geometry) -> None:
    """Write to whom a letter goes at the left, its number and day where its page is not."""
    top, third = geometry.later_top, geometry.body_width / 3
    to, *rest = texts or ("",)
    canvas.text(geometry.left, top, shortened(to, RUNNING, third * 1.3 - 8), RUNNING)
    known = shortened(" · ".join(text for text in rest if text), NUMBER, third)
    if geometry.custom.numbered is Numbered.HEAD:
        canvas.text(geometry.left + third * 1.3, top, known, NUMBER)
    else:
        canvas.right(geometry.right, top, known, NUMBER)
    canvas.rule(geometry.left, top + 16, geometry.body_width, 0.5, HAIRLINE)


def shortened(text: str, pen: Pen, width: float) -> Line:
    """Return a text as one line, with an ellipsis where it would be wider than its place."""
    line = one_line(text, pen.style)
    if line.width <= pen.em(width):
        return line
    first = wrap(text, pen.style, pen.em(width) - one_line(ELLIPSIS, pen.style).width)[0]
    ending = one_line(ELLIPSIS, pen.style)
    return Line((*first.words, *ending.words), first.width + ending.width, first.is_tall)


def paint_mark(canvas: Canvas, text: str) -> None:
    """Write a word large and pale from corner to corner."""
    angle = atan2(canvas.height, canvas.width)
    line = one_line(text, Style.BOLD)
    room = hypot(canvas.width, canvas.height) * 0.72
    size = min(MARK_SIZE, room * 1000 / max(line.width, 1))
    canvas.slanted(line, Pen(Style.BOLD, round(size, 1), PALE), (cos(angle), sin(angle)))


def paint_folds(canvas: Canvas, geometry: Geometry, end: float) -> None:
    """Draw the marks at which a letter is folded and punched, but none in a slip below ``end``."""
    x, width = FOLD
    for height in geometry.custom.folds:
        if height * MM < end:
            canvas.rule(x, height * MM, width, 0.4, QUIET)
