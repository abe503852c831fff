"""Rendering: a document becomes a PDF; equal documents become equal bytes."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

from app.documents.model import Beside, Document, PageBreak, PaymentSlip, Simple
from app.documents.pdf.blocks import Place, pieces
from app.documents.pdf.canvas import Canvas, Resources
from app.documents.pdf.file import put_file
from app.documents.pdf.flow import Flow, Sheet
from app.documents.pdf.furniture import (
    Foot,
    paint_folds,
    paint_mark,
    paint_number,
    paint_running_head,
)
from app.documents.pdf.heads import paint_head
from app.documents.pdf.page import LATER_BODY, MM, geometry
from app.documents.pdf.payment_slips import HEIGHT, Slip
from app.documents.pdf.writer import Writer

ABOVE_FOOT = 8.0
ABOVE_SLIP = 6.0


def render(document: Document) -> bytes:
    """Return the document as a PDF."""
    out = BytesIO()
    render_to(document, out)
    return out.getvalue()


def render_to(document: Document, out: BinaryIO) -> None:
    """Write the document as a PDF."""
    Book(document).write(Writer(out))


class Book:
    """The pages of one document on their way to the file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._geometry = geometry(document)
        self._resources = Resources()
        self._foot = Foot(document, self._geometry)
        self._slip = next((x for x in document.blocks if isinstance(x, PaymentSlip)), None)

    def write(self, writer: Writer) -> None:
        """Lay out the body, draw every page and write the file."""
        first = self._new_page()
        flow = self._flow(paint_head(first, self._document, self._geometry))
        contents: list[int] = []
        for at, sheet in enumerate(flow.sheets):
            canvas = first if at == 0 else self._later_page()
            self._paint(canvas, sheet)
            if self._slip and at == len(flow.sheets) - 1:
                Slip(self._slip, canvas).paint()
            self._finish(canvas, at, len(flow.sheets))
            contents.append(writer.stream(canvas.content()))
        put_file(writer, self._document, self._resources, contents)

    def _new_page(self) -> Canvas:
        canvas = Canvas(self._geometry.width, self._geometry.height, self._resources)
        if self._document.mark:
            with canvas.artifact():
                paint_mark(canvas, self._document.mark)
        return canvas

    def _later_page(self) -> Canvas:
        canvas = self._new_page()
        with canvas.artifact():
            paint_running_head(canvas, self._document, self._geometry)
        return canvas

    def _flow(self, first_top: float) -> Flow:
        """Lay the body on sheets; the last one has room for the payment slip."""
        place = Place(self._geometry.left, self._geometry.body_width)
        flow = Flow(first_top, LATER_BODY * MM, self._body_bottom(self._geometry.foot))
        for at, part in enumerate(_parts(self._document)):
            if at:
                flow.begin_sheet()
            flow.run([piece for block in part for piece in pieces(block, place)])
        if self._slip and flow.sheets[-1].end > self._body_bottom(self._slip_foot()):
            flow.begin_sheet()
        return flow

    def _body_bottom(self, foot: float) -> float:
        return foot - self._foot.height - ABOVE_FOOT

    def _slip_foot(self) -> float:
        return self._geometry.height - HEIGHT - ABOVE_SLIP

    def _paint(self, canvas: Canvas, sheet: Sheet) -> None:
        for top, piece in sheet.placed:
            piece.paint(canvas, top)

    def _finish(self, canvas: Canvas, at: int, count: int) -> None:
        """Draw what stands on every page: foot, number, fold marks."""
        has_slip = self._slip is not None and at == count - 1
        with canvas.artifact():
            self._foot.paint(canvas, self._slip_foot() if has_slip else self._geometry.foot)
            if at == 0:
                paint_folds(canvas, self._geometry)
            if count > 1:
                slots = {"{page}": str(at + 1), "{pages}": str(count)}
                paint_number(canvas, self._numbered(slots), self._geometry, is_first=at == 0)

    def _numbered(self, slots: dict[str, str]) -> str:
        text = self._document.page_of
        for slot, value in slots.items():
            text = text.replace(slot, value)
        return text


def _parts(document: Document) -> list[list[Simple | Beside]]:
    """Return the body's blocks, divided at page breaks, without the slip."""
    parts: list[list[Simple | Beside]] = [[]]
    for block in document.blocks:
        if isinstance(block, PageBreak):
            parts.append([])
        elif not isinstance(block, PaymentSlip):
            parts[-1].append(block)
    return parts
