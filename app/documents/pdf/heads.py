"""The head of the first page: letterhead, window, title and facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.documents.model import Address, Document, Fact, Letterhead
from app.documents.pdf.blocks import fact_piece, label_width
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import Line, one_line, wrap
from app.documents.pdf.page import MM, Box, Geometry
from app.documents.pdf.pens import HAIRLINE, QUIET, Pen
from app.documents.pdf.pictures import picture
from app.documents.pdf.place import Place
from app.documents.pdf.suits import Heads
from app.documents.pdf.tags import Tag, instead
from app.domain.invoices.designs import LEAST_LOGO_MM, LogoPlace

ADDRESS = Pen(size=10.5)
SENDER = Pen(size=6.5, colour=QUIET)
NOTE = Pen(Style.BOLD, 8)
WIDEST_LOGO = 62 * MM
TALL_LOGO = 16
"""From this height on (millimetres) a logo may be as much wider as it is taller."""
FLAG = (24 * MM, 1.4 * MM, 4.2 * MM)
"""The bar over the sender: how wide, how tall, and how far above."""
PANEL = (7.0, 6.0)
"""How far the ground of the facts reaches beyond them, sideways and upwards."""
SMALLER = (1.0, 0.85, 0.72, 0.6)
CAPITAL = 0.68
"""How tall capitals are, of their size."""
DIN_NOTES = 12.7 * MM
LOGO_GAP = 5.0

Lined = list[tuple[Line, Pen]]


def paint_head(canvas: Canvas, document: Document, geometry: Geometry) -> float:
    """Draw everything above the body and return the height at which the body begins.

    Readers meet the title before receiver and facts, wherever on the page it stands.
    """
    sender, left_over, under = letterhead_above(canvas, document, geometry)
    titled, is_under = canvas.root.headed(1), geometry.custom.title[0] == geometry.custom.left
    spot, place, title = canvas.marks.spot(), geometry.at(geometry.custom.title), document.title
    beside = _logo_at_right(canvas, document, geometry)
    if not is_under:
        place = replace(place, y=max(_title_top(canvas, document, geometry), beside))
    least = beside if is_under else _title(canvas, titled, title, place) + 3
    bottoms = [under + 6 * MM]
    if document.address:
        bottoms += [geometry.custom.body_top * MM, address_in(canvas, document.address, geometry)]
    facts = geometry.at(geometry.custom.facts)
    bottoms.append(facts_in(canvas, document.facts, replace(facts, y=max(facts.y, least))))
    top = max(bottoms)
    if is_under:
        with canvas.marks.earlier(spot):
            place = replace(place, y=max(place.y, top))
            top = _title(canvas, titled, title, place) + (4 if document.address else 2) * MM
    canvas.tag = sender
    return write(canvas, left_over, geometry.left, top)


def letterhead_above(
    canvas: Canvas, document: Document, geometry: Geometry
) -> tuple[Tag, Lined, float]:
    """Draw the sender above the window.

    Return its tag, what found no room there, and the height under it.
    """
    letterhead, suit = document.letterhead, canvas.suit.heads
    x, y = geometry.left, geometry.custom.head_top * MM
    width = geometry.custom.facts[0] * MM - x - 6 * MM
    if suit.flag and not letterhead.logo:
        wide, tall, above = FLAG
        canvas.fill(x, y - above, wide, tall, canvas.suit.accent)
    below = _below(document, geometry) if document.address else geometry.height / 3
    said = _sender(letterhead, suit)
    if letterhead.logo and document.look.logo_place is LogoPlace.LEFT:
        taken = sum(pen.leading for _, pen in said) * SMALLER[1]
        y += _logo(canvas, document, Box(x, y, width, below - y - taken - LOGO_GAP))
    room = below - y - 2
    lines = fitted(said, width, room)
    kept: Lined = []
    for line, pen in lines:
        if sum(known.leading for _, known in kept) + pen.leading > room:
            break
        kept.append((line, pen))
    canvas.tag = sender = canvas.root.add("P")
    return sender, lines[len(kept) :], write(canvas, kept, x, y)


def _below(document: Document, geometry: Geometry) -> float:
    """Return the height at which the room of the letterhead ends: the day, or the window."""
    x, y = geometry.custom.day
    if document.stamp.day and x == geometry.custom.left:
        return min(y * MM, geometry.window.y)
    return geometry.window.y


def _sender(letterhead: Letterhead, suit: Heads) -> list[tuple[str, Pen]]:
    pen = suit.by_logo if letterhead.logo else suit.name
    texts = [(letterhead.name, pen), *((line, suit.lines) for line in letterhead.lines)]
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


def logo_tag(canvas: Canvas, letterhead: Letterhead) -> Tag:
    """Return a tag for the logo, whose words are its own or the sender's name."""
    logo = letterhead.logo
    words = (logo.text if logo else "") or letterhead.name
    return canvas.root.add("Figure", instead(words or "Logo"))


def _logo_at_right(canvas: Canvas, document: Document, geometry: Geometry) -> float:
    """Draw a logo that stands at the right, and return the height under it."""
    if not document.letterhead.logo or document.look.logo_place is not LogoPlace.RIGHT:
        return 0.0
    facts = geometry.at(geometry.custom.facts)
    top = geometry.custom.head_top * MM
    return top + _logo(canvas, document, replace(facts, y=top, height=geometry.height))


def _logo(canvas: Canvas, document: Document, place: Box) -> float:
    """Draw the logo and return the height it takes; one that cannot be read leaves its words."""
    letterhead, look = document.letterhead, document.look
    bitmap = picture(letterhead.logo.content) if letterhead.logo else None
    if bitmap is None:
        return 0.0
    tallest = min(look.logo_mm * MM, max(place.height, LEAST_LOGO_MM * MM))
    widest = min(WIDEST_LOGO * max(1.0, look.logo_mm / TALL_LOGO), place.width)
    scale = min(widest / bitmap.width, tallest / bitmap.height)
    size = (bitmap.width * scale, bitmap.height * scale)
    canvas.tag = logo_tag(canvas, letterhead)
    left = place.right - size[0] if look.logo_place is LogoPlace.RIGHT else place.x
    canvas.image(bitmap, left, place.y, size)
    return size[1] + LOGO_GAP


def address_in(canvas: Canvas, address: Address, geometry: Geometry) -> float:
    """Write the receiver inside the window, smaller if it must be; return the height under it."""
    window, inset = geometry.window, geometry.custom.inset * MM
    x, top, width = window.x + inset, window.y + inset, window.width - 2 * inset
    texts = [(line, ADDRESS) for line in address.lines]
    receiver = canvas.root.add("P")
    if address.sender:
        under = _returned(canvas, address.sender, geometry)
        top = max(window.y + DIN_NOTES + 5 * MM, under + 4)
        canvas.tag = receiver
        _notes(canvas, address, (x, top))
    else:
        texts = [*((note, NOTE) for note in address.notes), *texts]
    lines = fitted(texts, width, window.bottom - top)
    if geometry.custom.is_low:
        top = max(top, window.bottom - sum(pen.leading for _, pen in lines))
    canvas.tag = receiver
    return write(canvas, lines, x, top) + 4 * MM


def _returned(canvas: Canvas, sender: str, geometry: Geometry) -> float:
    """Write where a letter goes back to, for those who carry it; return the height under it."""
    window, inset = geometry.window, geometry.custom.inset * MM
    x, width = window.x + inset, window.width - 2 * inset
    lines = fitted([(sender, SENDER)], width, DIN_NOTES)
    under = window.y + sum(pen.leading for _, pen in lines)
    with canvas.artifact():
        write(canvas, lines, x, window.y)
        canvas.rule(x, under + 1, width, 0.4, HAIRLINE)
    return under


def _notes(canvas: Canvas, address: Address, foot: tuple[float, float]) -> None:
    """Write the notes for the carrier in their own zone, down to the receiver."""
    x, bottom = foot
    lines = [(one_line(note, NOTE.style), NOTE) for note in address.notes[-2:]]
    write(canvas, lines, x, bottom - NOTE.leading * len(lines))


def facts_in(canvas: Canvas, facts: Sequence[Fact], place: Box) -> float:
    """Write facts from the top of a place on and return the height under them."""
    suit = canvas.suit
    column = Place(place.x, place.width, tag=canvas.root.add("Table"), suit=suit)
    label, top = label_width(facts, column), place.y
    made = [fact_piece(fact, column, label) for fact in facts]
    if suit.heads.panel and made:
        side, above = PANEL
        top += above
        height = sum(piece.height for piece in made) + 2 * above
        canvas.fill(place.x - side, place.y, place.width + 2 * side, height, suit.wash)
    for piece in made:
        piece.show(canvas, top)
        top += piece.height
    return top + 5 * MM if facts else 0.0


def _title_top(canvas: Canvas, document: Document, geometry: Geometry) -> float:
    """Return where a title beside the sender begins: on the sender's line, or level with a logo."""
    heads, top = canvas.suit.heads, geometry.custom.head_top * MM
    title = heads.title
    has_logo = document.letterhead.logo and document.look.logo_place is LogoPlace.LEFT
    if has_logo:
        return top + title.size * CAPITAL / 2 - title.leading / 2
    name = heads.name
    return top + (name.leading - title.leading) / 2 + (name.size - title.size) * CAPITAL / 2


def _title(canvas: Canvas, tag: Tag, title: str, place: Box) -> float:
    canvas.tag, pen = tag, canvas.suit.heads.title
    return write(canvas, _titled(title, pen, place.width), place.x, place.y)


def _titled(title: str, pen: Pen, width: float) -> Lined:
    """Return a title on one line if it need not be much smaller for that, else on several."""
    for scale in SMALLER[:3]:
        own = replace(pen, size=round(pen.size * scale, 1))
        lines = wrap(title, own.style, own.em(width))
        if len(lines) < 2:
            return [(line, own.over((line,))) for line in lines]
    return fitted([(title, pen)], width, 2.2 * pen.leading)
