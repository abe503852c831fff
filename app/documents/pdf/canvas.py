"""The canvas: what every paper is drawn with, in points from the top left corner downwards.

Boxes, bars and pictures are drawn by reportlab's canvas; words are shown by operators of ours, for
the reason that ``press`` gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from app.documents.pdf.font_objects import FONT_NAMES
from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import Line
from app.documents.pdf.objects import text_string
from app.documents.pdf.page import Geometry
from app.documents.pdf.pictures import Bitmap
from app.documents.pdf.press import Press
from app.documents.pdf.shaping import Word
from app.documents.pdf.underlays import Leaf


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour by its parts, 0 to 1."""

    red: float
    green: float
    blue: float


INK = Colour(0.11, 0.14, 0.18)
BLACK = Colour(0, 0, 0)
QUIET = Colour(0.38, 0.42, 0.47)
ACCENT = Colour(0.09, 0.29, 0.4)
HAIRLINE = Colour(0.82, 0.85, 0.88)
PALE = Colour(0.92, 0.93, 0.945)


TALL = 1.62


@dataclass(frozen=True, slots=True)
class Pen:
    """How a text is written: face, size in points, colour, distance of its lines in sizes."""

    style: Style = Style.REGULAR
    size: float = 9.5
    colour: Colour = INK
    spacing: float = 1.36

    @property
    def leading(self) -> float:
        return self.size * self.spacing

    def over(self, lines: Iterable[Line]) -> Pen:
        """Return the pen that these lines need: tall ones stand further apart."""
        if self.spacing < TALL and any(line.is_tall for line in lines):
            return replace(self, spacing=TALL)
        return self

    def em(self, points: float) -> float:
        """Return a length in thousandths of this size, as lines measure themselves."""
        return points * 1000 / self.size

    def points(self, em: float) -> float:
        """Return thousandths of this size in points."""
        return em * self.size / 1000


class Canvas:
    """Draws the pages of one document, one after the other."""

    def __init__(self, press: Press, geometry: Geometry) -> None:
        self.width = geometry.width
        self.height = geometry.height
        self._press = press
        self._sheets = press.sheets
        self._sheets.setPageSize((self.width, self.height))
        self._put = press.sheets.addLiteral
        self._colour: Colour | None = None

    def end_page(self) -> None:
        """Go on at the top of the next page."""
        self._press.end_page()
        self._colour = None

    def text(self, x: float, top: float, line: Line, pen: Pen) -> None:
        """Write a line whose box (one leading high) begins at this place."""
        baseline = self.height - top - pen.leading * 0.5 - pen.size * 0.34
        self._line(line, pen, f"{x:.2f} {baseline:.2f} Td")

    def right(self, edge: float, top: float, line: Line, pen: Pen) -> None:
        """Write a line that ends at this edge."""
        self.text(edge - pen.points(line.width), top, line, pen)

    def turned(self, x: float, bottom: float, line: Line, pen: Pen) -> None:
        """Write a line upwards from this place."""
        self._line(line, pen, f"0 1 -1 0 {x:.2f} {self.height - bottom:.2f} Tm")

    def slanted(self, line: Line, pen: Pen, angle: tuple[float, float]) -> None:
        """Write a line through the middle of the page along a direction (cosine, sine)."""
        cos, sin = angle
        half = pen.points(line.width) / 2
        x = self.width / 2 - half * cos + pen.size * 0.34 * sin
        y = self.height / 2 - half * sin - pen.size * 0.34 * cos
        self._line(line, pen, f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {y:.2f} Tm")

    def rule(self, x: float, y: float, width: float, weight: float, colour: Colour = INK) -> None:
        """Draw a level rule whose middle is at y."""
        self.fill(x, y - weight / 2, width, weight, colour)

    def upright(self, x: float, y: float, height: float, weight: float, colour: Colour) -> None:
        """Draw an upright rule whose middle is at x."""
        self.fill(x - weight / 2, y, weight, height, colour)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a box."""
        self._use(colour)
        self._sheets.rect(x, self.height - y - height, width, height, stroke=0, fill=1)

    def bars(self, x: float, y: float, height: float, bars: list[tuple[float, float]]) -> None:
        """Fill black bars, each at its distance from x and of its width, as one path."""
        self._use(BLACK)
        path = self._sheets.beginPath()
        for at, wide in bars:
            path.rect(x + at, self.height - y - height, wide, height)
        self._sheets.drawPath(path, stroke=0, fill=1)

    def image(self, picture: Bitmap | Leaf, x: float, y: float, size: tuple[float, float]) -> None:
        """Place a picture or a page of another file; a picture that is a mask is drawn in black."""
        self._use(BLACK)
        (width, height), left, bottom = size, 0.0, 0.0
        if isinstance(picture, Leaf):
            left, bottom = picture.box[:2]
            width, height = width / picture.size[0], height / picture.size[1]
        self._sheets.saveState()
        low = self.height - y - size[1]
        self._sheets.transform(width, 0, 0, height, x - left * width, low - bottom * height)
        self._sheets.doForm(self._press.picture(picture))
        self._sheets.restoreState()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn meanwhile as furniture of the page, not its text."""
        self._put("/Artifact BMC")
        yield
        self._put("EMC")

    def _use(self, colour: Colour) -> None:
        if colour is not self._colour:
            self._sheets.setFillColorRGB(colour.red, colour.green, colour.blue)
            self._colour = colour

    def _line(self, line: Line, pen: Pen, place: str) -> None:
        """Show a line of words at a place, which is an operator that moves there."""
        if not line.words:
            return
        self._use(pen.colour)
        parts = [f"BT /{FONT_NAMES[pen.style]} {pen.size:g} Tf {place}"]
        parts += self._words(line, pen)
        parts.append("ET")
        self._put("\n".join(parts))

    def _words(self, line: Line, pen: Pen) -> Iterator[str]:
        """Yield what shows words; what its glyphs would misspell stands in a span that says it."""
        use = self._press.font(pen.style)
        space = use.note_space()
        for carries, words in _runs(line):
            if carries:
                says = "".join(" " * spaces + (word.actual or word.text) for spaces, word in words)
                yield f"/Span <</ActualText {text_string(says)}>> BDC"
            for _, word in words:
                use.note(word.glyphs)
            yield from _arrays(words, f"<{space:04X}>", pen)
            if carries:
                yield "EMC"


def _arrays(words: list[tuple[int, Word]], space: str, pen: Pen) -> Iterator[str]:
    """Yield words as glyph arrays, a new one only where glyphs rise from the line."""
    codes: list[str] = []
    for spaces, word in words:
        codes.append(space * spaces)
        for up, code in word.rises or ((0, word.code),):
            if up:
                yield from _array(codes)
                yield f"{pen.points(up):.2f} Ts [{code}] TJ 0 Ts"
                codes = []
            else:
                codes.append(code)
    yield from _array(codes)


def _array(codes: list[str]) -> Iterator[str]:
    if code := "".join(codes):
        yield f"[{code}] TJ".replace("><", "")


def _runs(line: Line) -> list[tuple[bool, list[tuple[int, Word]]]]:
    """Return the words in runs of tokens that do, or do not, carry their text.

    A whole token carries it if one of its words does, and neighbours share one span: readers guess
    spaces from gaps, and between two spans they guess wrong.
    """
    if not any(word.actual for _, word in line.words):
        return [(False, list(line.words))]
    runs: list[tuple[bool, list[tuple[int, Word]]]] = []
    for token in _tokens(line):
        carries = any(word.actual for _, word in token)
        if runs and runs[-1][0] == carries:
            runs[-1][1].extend(token)
        else:
            runs.append((carries, token))
    return runs


def _tokens(line: Line) -> list[list[tuple[int, Word]]]:
    """Return the words of a line by what stands between spaces."""
    tokens: list[list[tuple[int, Word]]] = []
    for spaces, word in line.words:
        if spaces or not tokens:
            tokens.append([])
        tokens[-1].append((spaces, word))
    return tokens
