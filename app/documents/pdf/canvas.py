"""One page being drawn: points from the top left corner, downwards, turned into PDF operators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from app.documents.pdf.fonts import FontUse, Style
from app.documents.pdf.lines import Line
from app.documents.pdf.pictures import Images
from app.documents.pdf.shaping import Word
from app.documents.pdf.writer import text_string

FONT_NAMES = {Style.REGULAR: "F1", Style.BOLD: "F2", Style.ITALIC: "F3"}


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour by its parts, 0 to 1."""

    red: float
    green: float
    blue: float

    def fill(self) -> str:
        return f"{self.red:g} {self.green:g} {self.blue:g} rg\n"

    def stroke(self) -> str:
        return f"{self.red:g} {self.green:g} {self.blue:g} RG\n"


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


@dataclass(slots=True)
class Resources:
    """What the pages of one document share."""

    fonts: dict[Style, FontUse] = field(default_factory=dict)
    images: Images = field(default_factory=Images)

    def note(self, style: Style, word: Word) -> None:
        """Remember that the document shows these glyphs."""
        if style not in self.fonts:
            self.fonts[style] = FontUse(style)
        texts = self.fonts[style].texts
        for glyph, text in word.glyphs:
            texts.setdefault(glyph, text)


class Canvas:
    """Draws on one page."""

    def __init__(self, width: float, height: float, resources: Resources) -> None:
        self.width = width
        self.height = height
        self.resources = resources
        self._parts: list[str] = []
        self._colour: Colour | None = None

    def content(self) -> bytes:
        """Return the operators drawn so far."""
        return "".join(self._parts).encode("ascii")

    def text(self, x: float, top: float, line: Line, pen: Pen) -> None:
        """Write a line whose box (one leading high) begins at this place."""
        if not line.words:
            return
        self._use(pen.colour)
        baseline = self.height - top - pen.leading * 0.5 - pen.size * 0.34
        self._parts.append(
            f"BT /{FONT_NAMES[pen.style]} {pen.size:g} Tf {x:.2f} {baseline:.2f} Td\n"
        )
        self._words(line, pen)
        self._parts.append("ET\n")

    def right(self, edge: float, top: float, line: Line, pen: Pen) -> None:
        """Write a line that ends at this edge."""
        self.text(edge - pen.points(line.width), top, line, pen)

    def turned(self, x: float, bottom: float, line: Line, pen: Pen) -> None:
        """Write a line upwards from this place."""
        self._use(pen.colour)
        place = f"0 1 -1 0 {x:.2f} {self.height - bottom:.2f} Tm"
        self._parts.append(f"BT /{FONT_NAMES[pen.style]} {pen.size:g} Tf {place}\n")
        self._words(line, pen)
        self._parts.append("ET\n")

    def rule(self, x: float, y: float, width: float, weight: float, colour: Colour = INK) -> None:
        """Draw a level rule whose middle is at y."""
        self.fill(x, y - weight / 2, width, weight, colour)

    def upright(self, x: float, y: float, height: float, weight: float, colour: Colour) -> None:
        """Draw an upright rule whose middle is at x."""
        self.fill(x - weight / 2, y, weight, height, colour)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a box."""
        self._use(colour)
        bottom = self.height - y - height
        self._parts.append(f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f\n")

    def bars(self, x: float, y: float, height: float, bars: list[tuple[float, float]]) -> None:
        """Fill black bars, each at its distance from x and of its width, as one path."""
        self._use(BLACK)
        bottom = self.height - y - height
        path = "".join(
            f"{x + at:.3f} {bottom:.3f} {wide:.3f} {height:.3f} re\n" for at, wide in bars
        )
        self._parts.append(f"{path}f\n")

    def image(self, key: str, x: float, y: float, size: tuple[float, float]) -> None:
        """Place a picture; one that is only a mask is drawn in black."""
        self._use(BLACK)
        width, height = size
        bottom = self.height - y - height
        self._parts.append(f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {bottom:.3f} cm /{key} Do Q\n")

    def slanted(self, line: Line, pen: Pen, angle: tuple[float, float]) -> None:
        """Write a line through the middle of the page along a direction (cosine, sine)."""
        self._use(pen.colour)
        cos, sin = angle
        half = pen.points(line.width) / 2
        x = self.width / 2 - half * cos + pen.size * 0.34 * sin
        y = self.height / 2 - half * sin - pen.size * 0.34 * cos
        place = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {y:.2f} Tm"
        self._parts.append(f"BT /{FONT_NAMES[pen.style]} {pen.size:g} Tf {place}\n")
        self._words(line, pen)
        self._parts.append("ET\n")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn meanwhile as furniture of the page, not its text."""
        self._parts.append("/Artifact BMC\n")
        yield
        self._parts.append("EMC\n")

    def _use(self, colour: Colour) -> None:
        if colour is not self._colour:
            self._parts.append(colour.fill())
            self._colour = colour

    def _words(self, line: Line, pen: Pen) -> None:
        """Show words; tokens that glyphs alone would misspell stand in a span that says them."""
        for carries, words in _runs(line):
            if carries:
                says = "".join(" " * spaces + (word.actual or word.text) for spaces, word in words)
                self._parts.append(f"/Span <</ActualText {text_string(says)}>> BDC\n")
            self._show(words, pen)
            if carries:
                self._parts.append("EMC\n")

    def _show(self, words: list[tuple[int, Word]], pen: Pen) -> None:
        """Show words as glyph arrays, a new one only where glyphs rise from the line."""
        space = f"<{self._space(pen):04X}>"
        codes: list[str] = []
        for spaces, word in words:
            self.resources.note(pen.style, word)
            codes.append(space * spaces)
            if not word.rises:
                codes.append(word.code)
            for up, code in word.rises:
                if up:
                    self._array(codes)
                    self._parts.append(f"{pen.points(up):.2f} Ts [{code}] TJ 0 Ts\n")
                    codes = []
                else:
                    codes.append(code)
        self._array(codes)

    def _array(self, codes: list[str]) -> None:
        if code := "".join(codes):
            self._parts.append(f"[{code}] TJ\n".replace("><", ""))

    def _space(self, pen: Pen) -> int:
        if pen.style not in self.resources.fonts:
            self.resources.fonts[pen.style] = FontUse(pen.style)
        use = self.resources.fonts[pen.style]
        glyph = use.face.glyphs[" "]
        use.texts.setdefault(glyph, " ")
        return glyph


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
