"""Stationery as firms have it: PDFs of other programs, with what archived paper may not hold."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from app.documents.model import Document, Layout, Letterhead, Paragraph
from app.documents.pdf.render import render


def bare(pages: int = 1) -> bytes:
    """Return pages in Helvetica, which every reader has and no file embeds."""
    return _drawn(lambda canvas, at: canvas.drawString(72, 800, f"STATIONERY {at + 1}"), pages)


def in_press_colours() -> bytes:
    """Return a page in the four inks of a press."""

    def draw(canvas: Any, at: int) -> None:
        canvas.setFillColorCMYK(1, 0, 0, 0)
        canvas.rect(0, 780, 595, 62, stroke=0, fill=1)

    return _drawn(draw, 1)


def _drawn(draw: Any, pages: int) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    for at in range(pages):
        draw(canvas, at)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def embedded(text: str = "Our letterhead", lines: int = 1) -> bytes:
    """Return pages whose fonts are embedded."""
    blocks = tuple(Paragraph(text) for _ in range(lines))
    return render(Document("en", "", "", Letterhead("Oak"), Layout.REPORT, blocks=blocks))


def turned(content: bytes) -> bytes:
    """Return the same pages turned by a quarter."""
    writer = _writer(content)
    for page in writer.pages:
        page.rotate(90)
    return _written(writer)


def locked(content: bytes) -> bytes:
    """Return the same pages behind a password."""
    writer = _writer(content)
    writer.encrypt("secret", algorithm="AES-256")
    return _written(writer)


def _writer(content: bytes) -> PdfWriter:
    return PdfWriter(clone_from=PdfReader(BytesIO(content)))


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
