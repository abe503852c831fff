"""Where things stand on a sheet, by each country's letter custom; the numbers are millimetres."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.model import Document, Layout, Paper

MM = 72 / 25.4
SHEETS = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page in points: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Custom:
    """One custom in millimetres.

    ``window`` is what the envelope shows; the address is written ``inset`` inside its left edge.
    ``folds`` are the heights of the marks at the left edge of the sheet.
    """

    left: float
    right: float
    head_top: float
    window: tuple[float, float, float, float]
    inset: float
    title: tuple[float, float]
    facts: tuple[float, float]
    body_top: float
    folds: tuple[float, ...] = ()


CUSTOMS = {
    # SFS 2487: margin 20, columns every 23 mm, facts from the fourth column on; C5 window 90 x 35.
    Layout.SFS2487: Custom(20, 20, 13, (18, 47, 90, 35), 2, (112, 12.5), (112, 25), 90),
    # DIN 5008 form B: field 85 x 45 from 45 mm, text 5 mm inside, facts from 125, folds 105 / 210.
    Layout.DIN5008: Custom(
        25, 20, 13, (20, 45, 85, 45), 5, (25, 98.5), (125, 50), 98, (105, 148.5, 210)
    ),
    # No. 10 window envelope, letter folded in three: seen in every position from 2.12 in down.
    Layout.US: Custom(22.9, 19.1, 13, (20.3, 53, 100, 29), 2.6, (126, 12.5), (126, 25), 90),
    # Reports stay in the house: no window, the title under the head, the whole width for figures.
    Layout.REPORT: Custom(20, 15, 13, (20, 30, 85, 20), 0, (20, 22), (118, 13), 50),
    Layout.TH: Custom(20, 20, 13, (18, 52, 90, 35), 2, (112, 12.5), (112, 25), 95),
}
FOOT = 10.0
LATER_TOP = 12.0
LATER_BODY = 24.0


@dataclass(frozen=True, slots=True)
class Geometry:
    """One document's sheet in points."""

    width: float
    height: float
    custom: Custom

    @property
    def left(self) -> float:
        return self.custom.left * MM

    @property
    def right(self) -> float:
        return self.width - self.custom.right * MM

    @property
    def body_width(self) -> float:
        return self.right - self.left

    @property
    def window(self) -> Box:
        return Box(*(part * MM for part in self.custom.window))

    def at(self, corner: tuple[float, float]) -> Box:
        """Return the place from a corner in millimetres to the right margin."""
        x, y = (part * MM for part in corner)
        return Box(x, y, self.right - x, 0.0)

    @property
    def foot(self) -> float:
        return self.height - FOOT * MM


def geometry(document: Document) -> Geometry:
    """Return where things stand in this document."""
    width, height = SHEETS[document.paper]
    return Geometry(width * MM, height * MM, CUSTOMS[document.layout])
