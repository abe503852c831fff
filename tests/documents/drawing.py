"""Drawing pieces on a page of their own, to read what they say."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from app.documents.model import Document, Letterhead
from app.documents.pdf.canvas import Canvas, Resources
from app.documents.pdf.file import put_file
from app.documents.pdf.flow import Piece
from app.documents.pdf.writer import Writer
from tests.documents.reading import page_texts

PLAIN = Document("en", "", "", Letterhead(""))


def drawn(pieces: Sequence[Piece]) -> bytes:
    """Return a PDF of one very tall page with the pieces one below the other."""
    resources = Resources()
    canvas = Canvas(595, 842, resources)
    top = 20.0
    for piece in pieces:
        piece.paint(canvas, top + piece.before)
        top += piece.before + piece.height
    out = BytesIO()
    writer = Writer(out)
    put_file(writer, PLAIN, resources, [writer.stream(canvas.content())])
    return out.getvalue()


def said_on(pieces: Sequence[Piece]) -> str:
    """Return the text of pieces that fit on one page."""
    return page_texts(drawn(pieces))[0]
