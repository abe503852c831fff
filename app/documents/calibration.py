"""The calibration page: how far a printer is off is read from the sheet itself.

A ruler to cut out is printed on it; so even a print that is not 100 % large is found.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.documents.model import Align, Paper
from app.documents.sheets import SIZES, Bar, Frame, Item, Lines, Outline, Sheets, Text, moved
from app.domain.archive.serials import Feed
from app.lang.formats import formats_in
from app.lang.texts import Say

FROM_EDGE = 20.0
"""How far the lines to measure stand from the edges, in millimetres."""
THIN = 0.2
RULER = 100
MARKS = {10: 5.0, 5: 3.6}


def describe(paper: Paper, feed: Feed, imprint: tuple[Say, str]) -> Sheets:
    """Return the page, drawn with what is known of the printer so far."""
    say, company = imprint
    width, height = SIZES[paper]
    items = (*_lines(width, height), *_words(say, feed, width), *_ruler(width / 2 - RULER / 2, 190))
    page = tuple(_moved(item, feed) for item in items)
    return Sheets(say.language, say("Calibration page"), company, paper, (page,))


def _lines(width: float, height: float) -> tuple[Item, ...]:
    """Return a line along each edge and the letters that name the two to measure."""
    long, tall = width - 2 * FROM_EDGE, height - 2 * FROM_EDGE
    half = THIN / 2
    a, b = Frame(width / 2 - 5, FROM_EDGE + 2, 10, 9), Frame(FROM_EDGE + 3, height / 2 - 5, 10, 9)
    return (
        Bar(Frame(FROM_EDGE, FROM_EDGE - half, long, THIN)),
        Bar(Frame(FROM_EDGE, height - FROM_EDGE - half, long, THIN)),
        Bar(Frame(FROM_EDGE - half, FROM_EDGE, THIN, tall)),
        Bar(Frame(width - FROM_EDGE - half, FROM_EDGE, THIN, tall)),
        Text(a, "A", 22, is_strong=True, align=Align.CENTRE),
        Text(b, "B", 22, is_strong=True),
    )


def _words(say: Say, feed: Feed, width: float) -> tuple[Item, ...]:
    """Return what to do, line by line."""
    formats = formats_in(say.language)
    right, down = (formats.decimal(Decimal(str(mm)), 1) for mm in (feed.right, feed.down))
    texts = (
        say("Print this page at 100 %, without “fit to page”."),
        say("Measure from the upper edge of the sheet to line A, from the left edge to line B."),
        say("Both should be 20 mm; the difference is how far the printer is off."),
        say("Example: B at 21.5 mm prints 1.5 mm too far right; enter −1.5 for “right”."),
        say("The ruler below is 100 mm long if nothing was scaled; cut it out to measure with it."),
        say("Known so far: right {right} mm, down {down} mm.", right=right, down=down),
    )
    left = FROM_EDGE + 20
    title = Text(Frame(left, 60, width - 2 * left, 12), say("Calibration page"), 22, is_strong=True)
    spaced = tuple(line for text in texts for line in (text, ""))
    place = Frame(left, 80, width - left - FROM_EDGE - 5, 100)
    return (title, Lines(place, spaced, 11))


def _ruler(x: float, y: float) -> tuple[Item, ...]:
    """Return a ruler of 100 mm to cut out, a mark each millimetre from its upper edge."""
    marks: list[Item] = [Outline(Frame(x, y, RULER, 16))]
    for at in range(RULER + 1):
        tall = next((tall for step, tall in MARKS.items() if at % step == 0), 2.2)
        marks.append(Bar(Frame(x + at - THIN / 2, y, THIN, tall)))
    marks += [
        Text(Frame(x + at - 5, y + 6, 10, 5), str(at), 8, align=Align.CENTRE)
        for at in range(10, RULER, 10)
    ]
    return tuple(marks)


def _moved(item: Item, feed: Feed) -> Item:
    return replace(item, at=moved(item.at, feed))
