"""The canvas: what every paper is drawn with, in points from the top left corner downwards.

Boxes, bars and pictures are drawn by reportlab's canvas; words are shown by operators of ours, for
the reason that ``press`` gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.documents.pdf.font_objects import FONT_NAMES
from app.documents.pdf.lines import Line
from app.documents.pdf.marks import Marks
from app.documents.pdf.page import Geometry
from app.documents.pdf.pens import BLACK, INK, Colour, Pen
from app.documents.pdf.pictures import Bitmap
from app.documents.pdf.press import Press
from app.documents.pdf.tags import Tag
from app.documents.pdf.underlays import Leaf
from app.documents.pdf.writing import written


class Canvas:
    """Draws the pages of one document, one after the other."""

    def __init__(self, press: Press, geometry: Geometry) -> None:
        self.width = geometry.width
        self.height = geometry.height
        self._press = press
        self._sheets = press.sheets
        self._sheets.setPageSize((self.width, self.height))
        self._put = press.sheets.addLiteral
        self.root = press.tree.root
        self.suit = press.suit
        self.marks = Marks(press)
        self.tag: Tag | None = None

    def end_page(self) -> None:
        """Go on at the top of the next page."""
        self.marks.end_page()
        self.tag = None

    def text(self, x: float, top: float, line: Line, pen: Pen) -> None:
        """Write a line whose box (one leading high) begins at this place."""
        baseline = self.height - top - pen.leading * 0.5 - pen.size * 0.34
        end = self.tag.end if self.tag is not None else None
        lead = self.marks.part(end, baseline, pen.style) if end else ""
        self._line(line, pen, f"{x:.2f} {baseline:.2f} Td{lead}")
        if self.tag is not None and line.words:
            at = len(self._press.code) - 1
            page = self._press.tree.page
            self.tag.end = None if line.goes_on else (baseline, page, at, pen.style)

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
        """Draw a level rule whose middle is at y; rules and boxes are furniture."""
        self.fill(x, y - weight / 2, width, weight, colour)

    def upright(self, x: float, y: float, height: float, weight: float, colour: Colour) -> None:
        """Draw an upright rule whose middle is at x."""
        self.fill(x - weight / 2, y, weight, height, colour)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a box."""
        self.marks.enter(None)
        self._use(colour)
        self._put(f"n {_box(x, self.height - y - height, width, height)} f")

    def bars(self, x: float, y: float, height: float, bars: list[tuple[float, float]]) -> None:
        """Fill black bars, each at its distance from x and of its width, as one path."""
        self.marks.enter(self.tag)
        self._bound(x, y, (bars[-1][0] + bars[-1][1] if bars else 0.0, height))
        self._use(BLACK)
        low, high = round(self.height - y - height, 3), round(height, 3)
        tall = f"{high:g} re"
        boxes = [f"{round(x + at, 3):g} {low:g} {round(wide, 3):g} {tall}" for at, wide in bars]
        self._put(" ".join(("n", *boxes, "f*")))

    def image(self, picture: Bitmap | Leaf, x: float, y: float, size: tuple[float, float]) -> None:
        """Place a picture or a page of another file; a picture that is a mask is drawn in black."""
        self.marks.enter(self.tag)
        self._bound(x, y, size)
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
        before, self.tag = self.tag, None
        yield
        self.tag = before

    def _bound(self, x: float, y: float, size: tuple[float, float]) -> None:
        """Tell a figure where it stands."""
        if self.tag is not None and self.tag.role == "Figure":
            low = self.height - y - size[1]
            box = f"{x:.2f} {low:.2f} {x + size[0]:.2f} {low + size[1]:.2f}"
            self.tag.more += f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"

    def _use(self, colour: Colour) -> None:
        if colour is not self.marks.colour:
            self._put(colour.operator)
            self.marks.colour = colour

    def _line(self, line: Line, pen: Pen, place: str) -> None:
        """Show a line of words at a place, which is an operator that moves there."""
        if not line.words:
            return
        runs = written(line, pen, self._press)
        begun = f"BT /{FONT_NAMES[pen.style]} {pen.size:g} Tf {place}"
        if len(runs) == 1 and not runs[0].span:
            self.marks.enter(self.tag)
            self._use(pen.colour)
            self._put(f"{begun}\n{runs[0].operators}\nET")
            return
        self.marks.close()
        self._use(pen.colour)
        parts = [begun]
        for span, operators in runs:
            parts += [self.marks.begin(self.tag, span), operators, "EMC"]
        self._put("\n".join([*parts, "ET"]))


def _box(x: float, low: float, width: float, height: float) -> str:
    """Return what adds a box to the path, in thousandths of a point."""
    return f"{round(x, 3):g} {round(low, 3):g} {round(width, 3):g} {round(height, 3):g} re"
