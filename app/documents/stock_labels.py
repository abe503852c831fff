"""Labels of goods and of places: words for people, a code for scanners, on sheets and on rolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from app.documents.model import Align, Paper
from app.documents.sheets import (
    BarKind,
    Bars,
    Code,
    Frame,
    Item,
    Matrix,
    Punched,
    Sheets,
    Text,
    on_labels,
    punched,
)
from app.domain.archive.serials import Feed
from app.domain.shared.check_digits import gtin as check_digit
from app.domain.stock.gs1 import Elements, written
from app.lang.texts import Say

PAD = 1.5
WORDS = 11.0
SMALL = 8.0
"""Points of the largest and the smaller words."""
NARROWEST = 0.19
"""Bars whose modules would be narrower (millimetres) are not read: a square code stands there."""
NARROWEST_EAN = 0.264
"""EAN and UPC may shrink to 80 % of their size."""
MODULES = {BarKind.EAN_13: 95, BarKind.UPC_A: 95, BarKind.EAN_8: 67, BarKind.ITF_14: 135}
LENGTHS = {13: BarKind.EAN_13, 12: BarKind.UPC_A, 8: BarKind.EAN_8, 14: BarKind.ITF_14}


class Symbol(Enum):
    """Which code a label bears: what suits it, bars, a QR code, or a GS1 DataMatrix."""

    SUITING = "suiting"
    BARS = "bars"
    QR = "qr"
    MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class Roll:
    """Labels of a label printer, one after the other: their code, name, and size in mm."""

    code: str
    name: str
    size: tuple[float, float]


ROLLS = (
    Roll("dk11209", "Brother DK-11209, 62 × 29 mm", (62.0, 29.0)),
    Roll("d11354", "Dymo 11354, 57 × 32 mm", (57.0, 32.0)),
    Roll("d99012", "Dymo 99012, 89 × 36 mm", (89.0, 36.0)),
    Roll("z50x25", "Zebra, 50 × 25 mm", (50.0, 25.0)),
    Roll("z100x50", "Zebra, 100 × 50 mm", (100.0, 50.0)),
)


NO_ELEMENTS = Elements()


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its title, the lines under it, what its code says, and that in readable signs.

    ``elements`` are said where there is a GTIN or a lot, else ``code`` is.
    """

    title: str
    lines: tuple[str, ...]
    code: str
    elements: Elements = NO_ELEMENTS
    symbol: Symbol = Symbol.SUITING


def media(code: str) -> Punched | Roll | None:
    """Return the sheets or the roll of a code, or none."""
    return punched(code) or next((one for one in ROLLS if one.code == code), None)


def describe(
    labels: Sequence[Label], on: Punched | Roll, feed: Feed, imprint: tuple[Say, str]
) -> Sheets:
    """Return labels one after the other; ``imprint`` is in which words and of which company."""
    say, company = imprint
    name = say.many("{n} label", "{n} labels", len(labels))
    if isinstance(on, Punched):
        return Sheets(say.language, name, company, on.paper, on_labels(labels, on, feed, _drawn))
    whole = Frame(feed.right, feed.down, *on.size)
    pages = tuple(_drawn(one, whole) for one in labels)
    return Sheets(say.language, name, company, Paper.A4, pages, on.size)


def _drawn(label: Label, at: Frame) -> tuple[Item, ...]:
    """Return words above and a code below, or beside each other where the code is a square."""
    room = Frame(at.x + PAD, at.y + PAD, at.width - 2 * PAD, at.height - 2 * PAD)
    kind = _bar_kind(label, room.width)
    if kind is None:
        return _beside(label, room)
    return _stacked(label, room, kind)


def _stacked(label: Label, room: Frame, kind: BarKind) -> tuple[Item, ...]:
    says = _bars_say(label)
    rows = (label.title, *label.lines)
    height = min(4.6, room.height * 0.44 / max(len(rows), 1))
    words = [
        Text(
            Frame(room.x, room.y + place * height, room.width, height),
            row,
            SMALL if place else WORDS,
            is_strong=place == 0,
        )
        for place, row in enumerate(rows)
    ]
    top = room.y + height * len(rows) + 0.5
    under = 3.2
    tall = room.y + room.height - under - top
    width = min(room.width, _widest(kind, says))
    left = room.x + (room.width - width) / 2
    return (
        *words,
        Bars(Frame(left, top, width, tall), kind, says),
        Text(Frame(left, top + tall, width, under), says, SMALL, align=Align.CENTRE),
    )


def _beside(label: Label, room: Frame) -> tuple[Item, ...]:
    side = min(room.height, room.width * 0.45, 30.0)
    square = Frame(room.x, room.y + (room.height - side) / 2, side, side)
    left = room.x + side + 1
    width = room.x + room.width - left
    is_matrix = label.symbol is not Symbol.QR and bool(label.elements.gtin)
    says = written(label.elements) if is_matrix else label.code
    rows = (label.title, *label.lines, says)
    height = min(5.0, room.height / len(rows))
    top = room.y + (room.height - height * len(rows)) / 2
    words = (
        Text(
            Frame(left, top + place * height, width, height),
            row,
            SMALL if place else WORDS,
            is_strong=place == 0,
        )
        for place, row in enumerate(rows)
    )
    code: Item = Matrix(square, says) if is_matrix else Code(square, says)
    return (code, *words)


def _bar_kind(label: Label, width: float) -> BarKind | None:
    """Return the bars of a label; none where a square code says it, or bars were too fine."""
    said = label.elements
    if label.symbol in {Symbol.QR, Symbol.MATRIX} and (said.gtin or label.symbol is Symbol.QR):
        return None
    if label.symbol is Symbol.SUITING and (said.lot or said.serial or said.expires_on):
        return None if said.gtin else _code_128(label.code, width)
    kind = LENGTHS.get(len(said.gtin))
    if kind is None:
        return _code_128(label.code, width)
    return kind if width / (MODULES[kind] + 22) >= NARROWEST_EAN else None


def _code_128(code: str, width: float) -> BarKind | None:
    modules = 11 * (len(code) + 3) + 2 + 22
    fits = code.isascii() and code.isprintable() and width / modules >= NARROWEST
    return BarKind.CODE_128 if fits else None


def _bars_say(label: Label) -> str:
    gtin = label.elements.gtin
    return gtin if len(gtin) in LENGTHS and check_digit(gtin[:-1]) == gtin[-1] else label.code


def _widest(kind: BarKind, says: str) -> float:
    """Return how wide bars become at most, in millimetres: at a third of one to the module."""
    modules = MODULES.get(kind, 11 * (len(says) + 3) + 2) + 22
    return modules * 0.4
