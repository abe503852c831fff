"""Sheets on which everything has its place in millimetres: labels, separators, spines of binders.

``Sheets`` is what a renderer draws; labels are laid out as their makers punch them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import TypeVar

from app.documents.model import Align, Paper
from app.domain.archive.codes import SEPARATOR, serial_code
from app.domain.archive.serials import Binder, Feed
from app.lang.texts import Say

T = TypeVar("T")
SIZES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}


@dataclass(frozen=True, slots=True)
class Frame:
    """A place on a sheet: left, top, width and height in millimetres."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code that fills a square, its quiet zone inside."""

    at: Frame
    content: str


class BarKind(Enum):
    """The languages of bar codes that goods and places bear."""

    EAN_13 = "EAN13"
    EAN_8 = "EAN8"
    UPC_A = "UPCA"
    ITF_14 = "ITF"
    CODE_128 = "Code128"


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar code as wide as its frame, its quiet zones inside; what it says stands elsewhere."""

    at: Frame
    kind: BarKind
    content: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """A GS1 DataMatrix that fills a square, its quiet zone inside: elements in brackets."""

    at: Frame
    content: str


@dataclass(frozen=True, slots=True)
class Text:
    """Words in a frame: as large as ``size`` (points) allows, smaller where they do not fit."""

    at: Frame
    text: str
    size: float
    is_strong: bool = False
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one size below each other: ``size`` (points), smaller where one does not fit.

    They begin at the top of their frame, or stand in its middle.
    """

    at: Frame
    lines: tuple[str, ...]
    size: float
    is_middle: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A fine line around a frame, to cut along."""

    at: Frame


@dataclass(frozen=True, slots=True)
class Bar:
    """A black box, to measure from."""

    at: Frame


Item = Code | Bars | Matrix | Text | Lines | Outline | Bar


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages of things in their places; ``size`` is that of sheets which are no ``paper``."""

    language: str
    name: str
    author: str
    paper: Paper
    pages: tuple[tuple[Item, ...], ...]
    size: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Punched:
    """How labels lie on a sheet, in millimetres; ``step`` is from one label to the next."""

    code: str
    name: str
    paper: Paper
    across: int
    down: int
    size: tuple[float, float]
    corner: tuple[float, float]
    step: tuple[float, float]

    @property
    def count(self) -> int:
        """How many labels a sheet has."""
        return self.across * self.down

    def frame(self, place: int) -> Frame:
        """Return where a label is; the first is 0, the next one is to its right."""
        row, column = divmod(place, self.across)
        x = self.corner[0] + column * self.step[0]
        y = self.corner[1] + row * self.step[1]
        return Frame(x, y, *self.size)


PUNCHED = (
    Punched("l4731", "Avery L4731", Paper.A4, 7, 27, (25.4, 10), (8.6, 13.5), (27.9, 10)),
    Punched("l4732", "Avery L4732", Paper.A4, 5, 16, (35.6, 16.9), (11, 13.3), (38.1, 16.9)),
    Punched("l7651", "Avery L7651", Paper.A4, 5, 13, (38.1, 21.2), (4.75, 10.7), (40.6, 21.2)),
    Punched("l7160", "Avery L7160", Paper.A4, 3, 7, (63.5, 38.1), (7.2, 15.15), (66.05, 38.1)),
    Punched("l7162", "Avery L7162", Paper.A4, 2, 8, (99.1, 33.9), (4.65, 12.9), (101.6, 33.9)),
    Punched("l7163", "Avery L7163", Paper.A4, 2, 7, (99.1, 38.1), (4.65, 15.15), (101.6, 38.1)),
    Punched("5160", "Avery 5160", Paper.LETTER, 3, 10, (66.7, 25.4), (4.75, 12.7), (69.85, 25.4)),
)
PAD = 0.6
LARGEST_CODE = 26.0
QUIET_MODULES = 11
"""So many modules of nothing stand at each side of a bar code: EAN-13 asks for most."""
QUIET = 0.14
"""The part of a code's side that its quiet zone takes at each edge; words keep within the rest."""


def punched(code: str) -> Punched | None:
    """Return the labels of a code, or none."""
    return next((one for one in PUNCHED if one.code == code), None)


def label_sheets(
    numbers: Sequence[int], labels: Punched, feed: Feed, imprint: tuple[Say, str]
) -> Sheets:
    """Return labels of serial numbers; ``imprint`` is in which words and of which company."""
    say, company = imprint
    pages = on_labels(numbers, labels, feed, lambda number, at: _label(number, at, company))
    name = say("Labels {first}–{last}", first=numbers[0], last=numbers[-1])
    return Sheets(say.language, name, company, labels.paper, pages)


def on_labels(
    things: Iterable[T], labels: Punched, feed: Feed, draw: Callable[[T, Frame], tuple[Item, ...]]
) -> tuple[tuple[Item, ...], ...]:
    """Return pages on which each thing is drawn on a label, after those that are peeled off."""
    pages: list[tuple[Item, ...]] = []
    rest, skipped = iter(things), feed.skip % labels.count
    while some := list(islice(rest, labels.count - skipped)):
        frames = (moved(labels.frame(place), feed) for place in range(skipped, labels.count))
        pairs = zip(some, frames, strict=False)
        pages.append(tuple(item for thing, at in pairs for item in draw(thing, at)))
        skipped = 0
    return tuple(pages)


def moved(frame: Frame, feed: Feed) -> Frame:
    """Return a place where a printer that is off by so much must draw it."""
    return Frame(frame.x + feed.right, frame.y + feed.down, frame.width, frame.height)


def _label(number: int, at: Frame, company: str) -> tuple[Item, ...]:
    """Return the code at the left of a label, the number beside it, the company under it."""
    side = min(at.height - 2 * PAD, LARGEST_CODE)
    code = Frame(at.x + PAD, at.y + (at.height - side) / 2, side, side)
    left = code.x + side
    width = at.x + at.width - 2 * PAD - left
    top, inner = code.y + side * QUIET, side * (1 - 2 * QUIET)
    half = inner * 0.62
    return (
        Code(code, serial_code(number)),
        Text(Frame(left, top - half * 0.15, width, half), str(number), 32, is_strong=True),
        Text(Frame(left, top + half, width, inner - half), company, 9),
    )


def separator_sheets(count: int, paper: Paper, imprint: tuple[Say, str]) -> Sheets:
    """Return sheets to lay between documents: the stack is split there, the sheet goes away.

    The code stands at the head and at the foot, so that it is read either way up.
    """
    say, company = imprint
    width, height = SIZES[paper]
    side = 60.0
    left = (width - side) / 2
    wide = width - 40
    words = say("Lay this sheet between two documents before you scan them.")
    more = say("Backdesk begins a new document here and leaves this sheet out. Use it again.")
    page: tuple[Item, ...] = (
        Code(Frame(left, 20, side, side), SEPARATOR),
        Text(Frame(20, 100, wide, 20), say("New document"), 40, is_strong=True, align=Align.CENTRE),
        Text(Frame(20, 126, wide, 10), words, 12, align=Align.CENTRE),
        Text(Frame(20, 136, wide, 10), more, 12, align=Align.CENTRE),
        Code(Frame(left, height - 20 - side, side, side), SEPARATOR),
    )
    return Sheets(say.language, say("Separator sheet"), company, paper, (page,) * count)


SPINES = {"wide": (60.0, 190.0), "narrow": (36.0, 190.0)}
"""The labels of a binder's back that is 80 or 50 mm wide, in millimetres."""


def spine(binder: Binder, width: str, paper: Paper, imprint: tuple[Say, str]) -> Sheets:
    """Return the label for the back of a binder, with its outline to cut along."""
    say, company = imprint
    across, tall = SPINES[width]
    x, y = 20.0, 20.0
    inner = across - 6
    holds = say("{first}–{last}", first=binder.first, last=binder.last)
    page: tuple[Item, ...] = (
        Outline(Frame(x, y, across, tall)),
        Text(Frame(x + 3, y + 6, inner, 12), company, 12, align=Align.CENTRE),
        Text(Frame(x + 3, y + 30, inner, 30), binder.name, 60, is_strong=True, align=Align.CENTRE),
        Text(Frame(x + 3, y + 66, inner, 14), holds, 24, align=Align.CENTRE),
        Text(Frame(x + 3, y + 86, inner, 12), binder.note, 14, align=Align.CENTRE),
        Code(Frame(x + (across - 30) / 2, y + tall - 36, 30, 30), serial_code(binder.first)),
    )
    name = say("Binder {name}", name=binder.name)
    return Sheets(say.language, name, company, paper, (page,))
