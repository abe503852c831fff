"""Where things stand on a sheet, by each country's letter custom; the numbers are millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.documents.model import Document, Layout, Manner, Paper

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


class Numbered(Enum):
    """Where the page number stands: head or foot at the right, or the middle of later heads."""

    HEAD = "head"
    FOOT = "foot"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Custom:
    """One custom in millimetres.

    ``window`` is what the envelope shows; the address is written ``inset`` inside its left edge.
    ``folds`` are the heights of the marks at the left edge of the sheet. In letters the text
    stands ``indent`` in from the margin, the end of the letter ``closing`` in from the text,
    ``label`` is how wide the words before notes are, and ``day`` is where the day stands.
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
    indent: float = 0.0
    closing: float = 0.0
    label: float = 0.0
    day: tuple[float, float] = (0.0, 0.0)
    size: float = 10.5
    numbered: Numbered = Numbered.HEAD
    is_low: bool = False


CUSTOMS = {
    # SFS 2487: margin 20, columns every 23 mm, facts from the fourth column on; C5 window 90 x 35.
    Layout.SFS2487: Custom(20, 20, 13, (18, 47, 90, 35), 2, (112, 12.5), (112, 25), 90),
    # DIN 5008 form B: field 85 x 45 from 45 mm, text 5 mm inside, facts from 125, folds 105 / 210.
    Layout.DIN5008: Custom(
        25, 20, 13, (20, 45, 85, 45), 5, (25, 98.5), (125, 50), 98, (105, 148.5, 210)
    ),
    # Form A: field from 27 mm, folds 87 / 192.
    Layout.DIN5008_A: Custom(
        25, 20, 10, (20, 27, 85, 45), 5, (25, 80.5), (125, 32), 80, (87, 148.5, 192)
    ),
    # No. 10 window envelope, letter folded in three: seen in every position from 2.12 in down.
    Layout.US: Custom(22.9, 19.1, 13, (20.3, 53, 100, 29), 2.6, (126, 12.5), (126, 25), 90),
    # Reports stay in the house: no window, the title under the head, the whole width for figures.
    Layout.REPORT: Custom(20, 15, 13, (20, 30, 85, 20), 0, (20, 22), (118, 13), 50),
    Layout.TH: Custom(20, 20, 13, (18, 52, 90, 35), 2, (112, 12.5), (112, 25), 95),
}
LETTERS = {
    # SFS 2487: called, number and day from the fourth column on, text at the second (46 mm).
    Layout.SFS2487: Custom(
        20, 20, 12, (18, 47, 90, 35), 2, (112, 12), (112, 30), 90, indent=46, day=(112, 17)
    ),
    # DIN 5008: subject from 98.46 mm (form B) or 80.46 (A), information block from 125, 5 in.
    Layout.DIN5008: Custom(
        25,
        20,
        10,
        (20, 45, 85, 45),
        5,
        (25, 98.46),
        (125, 50),
        98.46,
        (105, 148.5, 210),
        numbered=Numbered.FOOT,
    ),
    Layout.DIN5008_A: Custom(
        25,
        20,
        8,
        (20, 27, 85, 45),
        5,
        (25, 80.46),
        (125, 32),
        80.46,
        (87, 148.5, 192),
        numbered=Numbered.FOOT,
    ),
    # Margins of an inch; what a No. 10 window shows of a sheet folded in three that lies at the
    # bottom is 51.8 to 80.4 mm, and 63.5 to 80.4 however it slips: addresses stand low in it.
    Layout.US: Custom(
        25.4,
        25.4,
        12.7,
        (22.2, 52, 88.9, 28.2),
        3.2,
        (126, 13),
        (126, 13),
        90,
        day=(25.4, 44),
        is_low=True,
    ),
    # An outside letter (หนังสือภายนอก): no window, day from the middle, end in the right half.
    Layout.TH: Custom(
        30,
        20,
        15,
        (30, 50, 85, 0),
        0,
        (30, 45),
        (112, 45),
        60,
        closing=70,
        label=26,
        day=(105, 62),
        size=11,
        numbered=Numbered.CENTRE,
    ),
    Layout.REPORT: CUSTOMS[Layout.REPORT],
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
    top_mm: float = LATER_TOP
    foot_mm: float = FOOT

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
        return self.height - self.foot_mm * MM

    @property
    def later_top(self) -> float:
        """The height of the running head of later pages."""
        return self.top_mm * MM

    @property
    def later_body(self) -> float:
        """The height at which the body of later pages begins."""
        return (self.top_mm + LATER_BODY - LATER_TOP) * MM


def geometry(document: Document) -> Geometry:
    """Return where things stand in this document."""
    width, height = SHEETS[document.paper]
    customs = LETTERS if document.manner is Manner.LETTER else CUSTOMS
    top, foot = max(LATER_TOP, document.sheeting.top), max(FOOT, document.sheeting.foot)
    return Geometry(width * MM, height * MM, customs[document.layout], top, foot)
