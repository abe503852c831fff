"""What a document draws, noted while it is printed, so that the bare canvas draws the same."""

from __future__ import annotations

from io import BytesIO

from app.documents.model import Document
from app.documents.pdf import lines, rich, shaping
from app.documents.pdf.book import Book
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.lines import Line
from app.documents.pdf.page import Geometry
from app.documents.pdf.pens import Colour, Pen
from app.documents.pdf.press import Press
from tests.speed import bare
from tests.speed.bare import FACES, Script


class Recorder(Canvas):
    """A canvas that notes what it draws, but for codes and pictures."""

    def __init__(self, press: Press, geometry: Geometry) -> None:
        super().__init__(press, geometry)
        self.pages: list[tuple[tuple[bare.Box, ...], tuple[bare.Text, ...]]] = []
        self._boxes: list[bare.Box] = []
        self._texts: list[bare.Text] = []

    def text(self, x: float, top: float, line: Line, pen: Pen) -> None:
        said = "".join(" " * spaces + (word.actual or word.text) for spaces, word in line.words)
        baseline = self.height - top - pen.leading * 0.5 - pen.size * 0.34
        self._texts.append((FACES[pen.style - 1], pen.size, _rgb(pen.colour), x, baseline, said))
        super().text(x, top, line, pen)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self._boxes.append((_rgb(colour), x, self.height - y - height, width, height))
        super().fill(x, y, width, height, colour)

    def end_page(self) -> None:
        super().end_page()
        self.pages.append((tuple(self._boxes), tuple(self._texts)))
        self._boxes, self._texts = [], []


def script_of(document: Document) -> Script:
    """Return what a document draws."""
    book = Book(document, BytesIO())
    recorder = Recorder(book._press, book._geometry)
    book._canvas = recorder
    book.print()
    return Script((recorder.width, recorder.height), tuple(recorder.pages))


def forget_words() -> None:
    """Forget every shaped word and wrapped line, as if nothing had been printed yet."""
    for known in (
        shaping.shape,
        lines.wrap,
        lines.one_line,
        lines._breakable,
        rich.rich_lines,
    ):
        known.cache_clear()


def _rgb(colour: Colour) -> bare.Colour:
    return colour.red, colour.green, colour.blue
