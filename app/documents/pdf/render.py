"""Rendering: a document becomes a PDF; equal documents become equal bytes."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

from app.documents.model import Block, Document, PageBreak, PaymentSlip
from app.documents.pdf.blocks import Place, pieces
from app.documents.pdf.canvas import FONT_NAMES, Canvas, Resources
from app.documents.pdf.flow import Flow
from app.documents.pdf.furniture import (
    Foot,
    paint_folds,
    paint_mark,
    paint_number,
    paint_running_head,
)
from app.documents.pdf.heads import paint_head
from app.documents.pdf.page import LATER_BODY, MM, Geometry, geometry
from app.documents.pdf.payment_slips import HEIGHT, Slip
from app.documents.pdf.writer import Writer, reference, text_string

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
        with first.artifact():
            self._paint_ground(first)
        flow = self._flow(_on_first(first, self._document, self._geometry))
        count = len(flow.sheets)
        packed: list[int] = []
        for at, sheet in enumerate(flow.sheets):
            canvas = first if at == 0 else self._later_page()
            for top, piece in sheet.placed:
                piece.paint(canvas, top)
            self._finish_page(canvas, at, count)
            packed.append(writer.stream(canvas.content()))
        self._put(writer, packed)

    def _new_page(self) -> Canvas:
        return Canvas(self._geometry.width, self._geometry.height, self._resources)

    def _later_page(self) -> Canvas:
        canvas = self._new_page()
        with canvas.artifact():
            self._paint_ground(canvas)
            paint_running_head(canvas, self._document, self._geometry)
        return canvas

    def _paint_ground(self, canvas: Canvas) -> None:
        if self._document.mark:
            paint_mark(canvas, self._document.mark)

    def _flow(self, first_top: float) -> Flow:
        """Lay the body on sheets; the last one has room for the payment slip."""
        place = Place(self._geometry.left, self._geometry.body_width)
        bottom = self._geometry.foot - self._foot.height - ABOVE_FOOT
        flow = Flow(first_top, LATER_BODY * MM, bottom)
        for part in _parts(self._document.blocks):
            if flow.sheets[-1].placed and part is not _parts(self._document.blocks)[0]:
                flow.begin_sheet()
            flow.run([piece for block in part for piece in pieces(block, place)])
        if self._slip and flow.sheets[-1].end > self._slip_foot() - self._foot.height - ABOVE_FOOT:
            flow.begin_sheet()
        return flow

    def _slip_foot(self) -> float:
        return self._geometry.height - HEIGHT - ABOVE_SLIP

    def _finish_page(self, canvas: Canvas, at: int, count: int) -> None:
        """Draw what stands on every page."""
        has_slip = self._slip is not None and at == count - 1
        if has_slip and self._slip:
            Slip(self._slip, canvas).paint()
        with canvas.artifact():
            self._foot.paint(canvas, self._slip_foot() if has_slip else self._geometry.foot)
            if at == 0:
                paint_folds(canvas, self._geometry)
            if count > 1:
                slots = {"{page}": str(at + 1), "{pages}": str(count)}
                text = self._document.page_of
                for slot, value in slots.items():
                    text = text.replace(slot, value)
                paint_number(canvas, text, self._geometry, is_first=at == 0)

    def _put(self, writer: Writer, contents: list[int]) -> None:
        """Write fonts, pictures, pages and the catalogue."""
        fonts = " ".join(
            f"/{FONT_NAMES[style]} {reference(use.put(writer))}"
            for style, use in sorted(self._resources.fonts.items(), key=lambda font: font[0].name)
        )
        images = " ".join(
            f"/{key} {reference(number)}"
            for key, number in self._resources.images.put(writer).items()
        )
        shared = writer.add(f"<< /Font << {fonts} >> /XObject << {images} >> >>".encode("ascii"))
        tree = writer.reserve()
        box = f"[0 0 {self._geometry.width:.3f} {self._geometry.height:.3f}]"
        pages = [
            writer.add(
                f"<< /Type /Page /Parent {reference(tree)} /MediaBox {box} "
                f"/Resources {reference(shared)} /Contents {reference(content)} >>".encode("ascii")
            )
            for content in contents
        ]
        kids = " ".join(map(reference, pages))
        writer.put(tree, f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode("ascii"))
        writer.finish(self._catalogue(writer, tree), self._facts(writer))

    def _catalogue(self, writer: Writer, tree: int) -> int:
        language = text_string(self._document.language)
        return writer.add(
            f"<< /Type /Catalog /Pages {reference(tree)} /Lang {language} "
            "/ViewerPreferences << /DisplayDocTitle true >> >>".encode("ascii")
        )

    def _facts(self, writer: Writer) -> int:
        title, author = self._document.name, self._document.letterhead.name
        return writer.add(
            f"<< /Title {text_string(title)} /Author {text_string(author)} "
            f"/Producer {text_string('Backdesk')} >>".encode("ascii")
        )


def _on_first(canvas: Canvas, document: Document, layout: Geometry) -> float:
    return paint_head(canvas, document, layout)


def _parts(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """Return the body's blocks, divided at page breaks, without the slip."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, PageBreak):
            parts.append([])
        elif not isinstance(block, PaymentSlip):
            parts[-1].append(block)
    return parts
