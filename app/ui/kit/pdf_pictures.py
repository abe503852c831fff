"""Pictures of pages: how large they are drawn, and which part where the whole would be too much."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage

from app.ui.kit.page_layout import Layout, Spacing, Zoom, scale_of
from app.ui.kit.pdf_file import PdfFile

MOST_PIXELS = 12_000_000
"""What is drawn at once: a page of A4 at 300 %, on a screen of two pixels to the point."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn part of a page that is ``whole`` pixels of the screen large."""

    whole: QSize
    clip: QRect
    image: QImage

    def fits(self, whole: QSize, seen: QRect) -> bool:
        """Say whether this is sharp, and shows all that is looked at."""
        return self.whole == whole and (seen.isEmpty() or self.clip.contains(seen))

    def place_in(self, page: QRectF) -> QRectF:
        """Return where this part stands in a page."""
        across, down = page.width() / self.whole.width(), page.height() / self.whole.height()
        corner = QPointF(self.clip.x() * across, self.clip.y() * down)
        size = QSizeF(self.clip.width() * across, self.clip.height() * down)
        return QRectF(page.topLeft() + corner, size)


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody looks at: the room on the screen, the zoom, and the upper edge of a page."""

    room: QSizeF
    ratio: float
    zoom: Zoom
    spacing: Spacing
    page: int = 0
    point: QPointF = field(default_factory=QPointF)

    def layout(self, sizes: tuple[QSizeF, ...]) -> Layout:
        """Return where the pages stand."""
        scale = scale_of(self.zoom, sizes, self.room, self.spacing)
        return Layout(sizes, scale, self.room.width(), self.spacing)

    def corner(self, layout: Layout) -> QPointF:
        """Return the upper left of what is looked at, on the roll."""
        if self.page >= len(layout.sizes):
            return QPointF(0, max(layout.height - self.room.height(), 0))
        lowest = max(layout.height - self.room.height(), 0)
        place = layout.place_of(self.page, self.point)
        return QPointF(max(place.x(), 0), min(max(place.y(), 0), lowest))


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, with pictures of the pages that are looked at."""

    file: PdfFile
    pictures: dict[int, Picture]


def opened(pdf: bytes, sight: Sight, is_left: threading.Event | None = None) -> Opened:
    """Open a document and draw what is seen of it; raises Unreadable, Left."""
    file = PdfFile(pdf, is_left)
    layout = sight.layout(file.sizes)
    corner = sight.corner(layout)
    view = QRectF(corner, sight.room)
    pictures = {}
    for page in layout.pages_in(view.top(), view.bottom()):
        whole, seen = looked_at(layout.rect(page), view, sight.ratio)
        pictures[page] = drawn(file, page, whole, cut(whole, seen))
    return Opened(file, pictures)


def is_huge(whole: QSize) -> bool:
    """Say whether only a part of such a page is drawn at once."""
    return whole.width() * whole.height() > MOST_PIXELS


def drawn(file: PdfFile, page: int, whole: QSize, clip: QRect) -> Picture:
    """Return a picture of a part of a page."""
    return Picture(whole, clip, file.draw(page, whole, clip))


def looked_at(page: QRectF, view: QRectF, ratio: float) -> tuple[QSize, QRect]:
    """Return how many pixels of the screen a page has, and which of them are seen, if any."""
    whole = QSize(max(round(page.width() * ratio), 1), max(round(page.height() * ratio), 1))
    if not page.intersects(view):
        return whole, QRect()
    seen = page.intersected(view).translated(-page.topLeft())
    corner = (int(seen.x() * ratio), int(seen.y() * ratio))
    size = (round(seen.width() * ratio), round(seen.height() * ratio))
    return whole, QRect(*corner, *size).intersected(QRect(0, 0, whole.width(), whole.height()))


def cut(whole: QSize, seen: QRect) -> QRect:
    """Return what to draw: the whole page, or of a huge one what is seen and some around it."""
    all_of_it = QRect(0, 0, whole.width(), whole.height())
    if not is_huge(whole):
        return all_of_it
    around = QRect(seen).adjusted(
        -seen.width() // 4, -seen.height() // 2, seen.width() // 4, seen.height() // 2
    )
    return around.intersected(all_of_it)
