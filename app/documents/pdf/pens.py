"""Pens: how texts are written and boxes are filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.documents.pdf.fonts import Style
from app.documents.pdf.lines import Line


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour by its parts, 0 to 1."""

    red: float
    green: float
    blue: float

    @property
    def operator(self) -> str:
        """What sets it."""
        return f"{self.red:g} {self.green:g} {self.blue:g} rg"


INK = Colour(0.11, 0.14, 0.18)
BLACK = Colour(0, 0, 0)
WHITE = Colour(1, 1, 1)
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
