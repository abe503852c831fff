"""The book: a document laid out on pages and drawn, one page after the other."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from app.documents.model import (
    Beside,
    Document,
    Grid,
    Heading,
    Listing,
    Manner,
    PageBreak,
    Paragraph,
    Signed,
    Simple,
    Table,
    Written,
)
from app.documents.pdf.blocks import pieces
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.flow import Flow, Piece, Sheet, closings, headed
from app.documents.pdf.furniture import (
    Foot,
    paint_folds,
    paint_mark,
    paint_number,
    paint_running_head,
)
from app.documents.pdf.heads import paint_head
from app.documents.pdf.letter_heads import paint_letter_head
from app.documents.pdf.page import MM, geometry
from app.documents.pdf.place import Place
from app.documents.pdf.press import Press
from app.documents.pdf.sheeting import Under
from app.documents.pdf.slips import height_of, paint_slip
from app.documents.pdf.tags import Tag
from app.documents.slips import PaymentSlip, SwissSlip

ABOVE_FOOT = 8.0
ABOVE_SLIP = 6.0
SLIPS = (PaymentSlip, SwissSlip)
SHORT_END = 60.0
"""Down to where a last page is nearly empty (millimetres): what it holds calls for company."""


class Book:
    """The pages of one document on their way to the file."""

    def __init__(self, document: Document, out: BinaryIO) -> None:
        self._document = document
        self._geometry = geometry(document)
        self._press = Press(document, out)
        self._canvas = Canvas(self._press, self._geometry)
        self._under = Under(document.sheeting)
        self._foot = Foot(document, self._geometry)
        self._slip = next((x for x in document.blocks if isinstance(x, SLIPS)), None)

    def print(self) -> None:
        """Lay out the body, draw every page and write the file."""
        known = self._counted() if self._under.asks_for_last else 0
        self._under.lay(self._canvas, 0, known)
        flow = self.laid()
        last = len(flow.sheets) - 1
        for at, sheet in enumerate(flow.sheets):
            if at:
                self._begin_later_page(at, last)
            self._paint(sheet)
            if self._slip and at == last:
                paint_slip(self._slip, self._canvas)
            self._finish(at, last)
            self._canvas.end_page()
        self._under.append(self._press, self._geometry)
        self._press.finish()

    def _counted(self) -> int:
        """Return how many pages there will be, asked of another book."""
        return len(Book(self._document, BytesIO()).laid().sheets)

    def laid(self) -> Flow:
        """Draw the head of the first page and return the body, laid on sheets."""
        self._mark(self._canvas.root.add("P"))
        is_letter = self._document.manner is Manner.LETTER
        head = paint_letter_head if is_letter else paint_head
        return self._flow(head(self._canvas, self._document, self._geometry))

    def _mark(self, tag: Tag | None = None) -> None:
        """Write the mark, which the first page says aloud."""
        if self._document.mark:
            self._canvas.tag = tag
            paint_mark(self._canvas, self._document.mark)

    def _begin_later_page(self, at: int, last: int) -> None:
        self._under.lay(self._canvas, at, last + 1)
        self._mark()
        with self._canvas.artifact():
            paint_running_head(self._canvas, self._document, self._geometry)

    def _flow(self, first_top: float) -> Flow:
        """Lay the body on sheets; the last one has room for the payment slip.

        The sums go with a short end of the body, and a short end goes with the slip, so that the
        last page does not hold a line of thanks or the slip alone.
        """
        parts = [_pieces(part, self._place()) for part in _parts(self._document)]
        flow = self._laid(parts, first_top)
        is_whole = self._has_room(flow)
        most = len(flow.sheets) + (not is_whole)
        for piece in self._turns(parts[-1], flow):
            turned = self._laid(parts, first_top, piece)
            if len(turned.sheets) == most and self._has_room(turned):
                return turned
        if not is_whole:
            flow.begin_sheet()
        return flow

    def _place(self) -> Place:
        """Return the column of the body."""
        sheet, custom = self._geometry, self._geometry.custom
        indent = custom.indent * MM
        return Place(
            sheet.left + indent,
            sheet.body_width - indent,
            min(sheet.at(custom.facts).width, sheet.body_width - indent),
            hang=indent,
            closing=custom.closing * MM,
            label=custom.label * MM,
            tall=self._body_bottom(sheet.foot) - self._geometry.later_body - 1,
            size=custom.size,
            tag=self._canvas.root,
            suit=self._canvas.suit,
        )

    def _turns(self, part: list[Piece], flow: Flow) -> list[Piece]:
        """Return the pieces at which it may be better to begin the last page."""
        ends, last = closings(part), flow.sheets[-1]
        tops = {id(piece): top for top, piece in last.placed}
        if not self._has_room(flow):
            room = self._body_bottom(self._slip_foot()) - self._geometry.later_body
            found = (*headed(part), *ends)
            return [one for one in found if last.end - tops.get(id(one), 0.0) <= room]
        is_short = len(flow.sheets) > 1 and last.end <= SHORT_END * MM
        if not is_short or not ends or id(ends[0]) in tops:
            return []
        before = flow.sheets[-2]
        moved = {id(piece): before.end - top for top, piece in before.placed}
        enough = [one for one in ends if last.end + moved.get(id(one), 0.0) > SHORT_END * MM]
        return [(enough or ends)[-1 if enough else 0]]

    def _laid(self, parts: list[list[Piece]], first_top: float, turn: Piece | None = None) -> Flow:
        flow = Flow(first_top, self._geometry.later_body, self._body_bottom(self._geometry.foot))
        for at, part in enumerate(parts):
            if at:
                flow.begin_sheet()
            flow.run(part, turn)
        return flow

    def _has_room(self, flow: Flow) -> bool:
        """Say whether the payment slip, if there is one, fits under the body of the last sheet."""
        return self._slip is None or flow.sheets[-1].end <= self._body_bottom(self._slip_foot())

    def _body_bottom(self, foot: float) -> float:
        return foot - self._foot.height - ABOVE_FOOT

    def _slip_foot(self) -> float:
        assert self._slip is not None
        return self._geometry.height - height_of(self._slip) - ABOVE_SLIP

    def _paint(self, sheet: Sheet) -> None:
        """Draw what was laid on a sheet, and forget it: long papers are large."""
        for top, piece in sheet.placed:
            piece.show(self._canvas, top)
        sheet.placed.clear()

    def _finish(self, at: int, last: int) -> None:
        """Draw what stands on every page: foot, number, fold marks; the last foot is read aloud."""
        has_slip = self._slip is not None and at == last
        foot = self._slip_foot() if has_slip else self._geometry.foot
        part = self._canvas.root.add("Sect") if at == last else None
        self._foot.paint(self._canvas, foot, part)
        with self._canvas.artifact():
            if at == 0:
                paint_folds(self._canvas, self._geometry, foot if has_slip else self._canvas.height)
            if last:
                slots = {"{page}": str(at + 1), "{pages}": str(last + 1)}
                text, bottom = self._numbered(slots), foot - self._foot.height
                paint_number(self._canvas, text, self._geometry, bottom, is_first=at == 0)

    def _numbered(self, slots: dict[str, str]) -> str:
        text = self._document.page_of
        for slot, value in slots.items():
            text = text.replace(slot, value)
        return text


def _pieces(blocks: list[Simple | Beside], place: Place) -> list[Piece]:
    """Return a part of the body as pieces; what belongs together is kept so.

    The end of a letter has two lines of it on its page, and words that announce a listing or a
    table stand above it. What a heading begins is no sum that a table would have to stay with.
    """
    made: list[Piece] = []
    for at, block in enumerate(blocks):
        follower = blocks[at + 1] if at + 1 < len(blocks) else None
        found = pieces(block, place)
        if isinstance(block, Signed):
            made[-2:] = [replace(piece, keep=True) for piece in made[-2:]]
        if found and _keeps(block, follower):
            found[-1] = replace(found[-1], keep=True)
        elif found and isinstance(block, Grid) and isinstance(follower, Heading):
            found[-1] = replace(found[-1], keep=False)
        made += found
    return made


def _keeps(block: Simple | Beside, follower: Simple | Beside | None) -> bool:
    """Say whether a block wants to be on the page of the next one."""
    if isinstance(block, Signed):
        return follower is not None
    if isinstance(block, Paragraph) and isinstance(follower, Grid):
        return True
    is_announced = isinstance(follower, Listing | Table)
    return is_announced and isinstance(block, Written) and _announces(block)


def _announces(block: Written) -> bool:
    return bool(block.runs) and block.runs[-1].text.rstrip().endswith(":")


def _parts(document: Document) -> list[list[Simple | Beside]]:
    """Return the body's blocks, divided at page breaks, without the slip."""
    parts: list[list[Simple | Beside]] = [[]]
    for block in document.blocks:
        if isinstance(block, PageBreak):
            parts.append([])
        elif not isinstance(block, SLIPS):
            parts[-1].append(block)
    return parts
