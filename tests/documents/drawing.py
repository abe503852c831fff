"""Drawing pieces on a page of their own, to read what they say."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader

from app.documents.model import Document, Letterhead
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.flow import Piece
from app.documents.pdf.page import Geometry, geometry
from app.documents.pdf.press import Press
from tests.documents.reading import page_texts

PLAIN = Document("en", "", "", Letterhead(""))
SHEET: Geometry = geometry(PLAIN)


class Drawing:
    """A canvas for one page and the file that comes of it."""

    def __init__(self, document: Document = PLAIN) -> None:
        self._out = BytesIO()
        self.press = Press(document, self._out)
        self.canvas = Canvas(self.press, geometry(document))

    def printed(self) -> bytes:
        """Return the file."""
        self.canvas.end_page()
        self.press.finish()
        return self._out.getvalue()

    def operators(self) -> bytes:
        """Return what the page says to a viewer."""
        return self.operators_of(self.printed())

    @staticmethod
    def operators_of(printed: bytes) -> bytes:
        """Return what the first page of a file says to a viewer."""
        content = PdfReader(BytesIO(printed), strict=True).pages[0].get_contents()
        assert content is not None
        return content.get_data()


def drawn(pieces: Sequence[Piece]) -> bytes:
    """Return a PDF of one page with the pieces one below the other."""
    drawing = Drawing()
    top = 20.0
    for piece in pieces:
        piece.paint(drawing.canvas, top + piece.before)
        top += piece.before + piece.height
    return drawing.printed()


def said_on(pieces: Sequence[Piece]) -> str:
    """Return the text of pieces that fit on one page."""
    return page_texts(drawn(pieces))[0]
