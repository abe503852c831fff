"""Where the pages of a document stand: one under the other, each in the middle."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSizeF

USUAL = 96 / 72
"""How many pixels a point is wide at 100 %."""

STEPS = (25, 33, 50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 600, 800)
"""The percentages that the zoom keys stop at."""

WIDEST_FIT = 1.5
"""How far a page that fits the width is enlarged at most."""


class Fit(Enum):
    """How a page follows the room there is."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | float
"""A fit, or the scale itself (1.0 is 100 %)."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """The ground around and between pages, in pixels."""

    margin: int
    gap: int


class Layout:
    """Pages at one scale; everything is in pixels of the whole roll, from its upper left."""

    def __init__(
        self, sizes: Sequence[QSizeF], scale: float, room: float, spacing: Spacing
    ) -> None:
        self.sizes = tuple(sizes)
        self.scale = scale
        heights = [round(size.height() * scale) for size in self.sizes]
        steps = (height + spacing.gap for height in heights)
        self._tops = list(accumulate(steps, initial=spacing.margin))
        self.height = (self._tops[-1] - spacing.gap + spacing.margin) if self.sizes else 0
        widest = max((size.width() for size in self.sizes), default=0.0) * scale
        self.width = max(round(widest) + 2 * spacing.margin, 0)
        self._middle = max(room, self.width) / 2

    def rect(self, page: int) -> QRectF:
        """Return where a page stands."""
        size = self.sizes[page]
        width, height = round(size.width() * self.scale), round(size.height() * self.scale)
        return QRectF(round(self._middle - width / 2), self._tops[page], width, height)

    def pages_in(self, top: float, bottom: float) -> range:
        """Return the pages that are seen between two heights."""
        first = max(bisect_right(self._tops, top, hi=len(self.sizes)) - 1, 0)
        last = bisect_right(self._tops, bottom, hi=len(self.sizes))
        return range(first, max(last, first)) if self.sizes else range(0)

    def page_at(self, y: float) -> int:
        """Return the page at a height, or the nearest above it."""
        return max(bisect_right(self._tops, y, hi=len(self.sizes)) - 1, 0)

    def point_on(self, page: int, place: QPointF) -> QPointF:
        """Return a place of the roll in points from the upper left of a page."""
        return (place - self.rect(page).topLeft()) / self.scale

    def place_of(self, page: int, point: QPointF) -> QPointF:
        """Return where a point of a page stands on the roll."""
        return self.rect(page).topLeft() + point * self.scale


def scale_of(zoom: Zoom, sizes: Sequence[QSizeF], room: QSizeF, spacing: Spacing) -> float:
    """Return how many pixels a point is wide."""
    if not isinstance(zoom, Fit):
        return zoom * USUAL
    across = max(room.width() - 2 * spacing.margin, 40)
    widest = max((size.width() for size in sizes), default=1.0)
    fitting = min(across / widest, WIDEST_FIT * USUAL)
    if zoom is Fit.WIDTH:
        return fitting
    down = max(room.height() - 2 * spacing.margin, 40)
    tallest = max((size.height() for size in sizes), default=1.0)
    return min(fitting, down / tallest)


def next_step(scale: float, by: int) -> float:
    """Return the next zoom step above or below a scale, as a zoom."""
    now = scale / USUAL * 100
    if by > 0:
        return min((step for step in STEPS if step > now * 1.01), default=STEPS[-1]) / 100
    return max((step for step in STEPS if step < now * 0.99), default=STEPS[0]) / 100
