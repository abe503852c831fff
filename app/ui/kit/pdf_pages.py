"""The pages of a PDF, one under the other: scrolled, enlarged, selected and searched.

Pages are drawn in the lane for pages, one at a time and those first that are looked at; until a
sharp picture is there, the one before is shown, so that nothing flickers.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.page_layout import Fit, Layout, Spacing, Zoom, next_step
from app.ui.kit.page_paint import paint_ground, paint_page, paint_ring
from app.ui.kit.page_text import PageText
from app.ui.kit.pdf_file import Left, PdfFile, warm_up
from app.ui.kit.pdf_pictures import Opened, Picture, Sight, cut, drawn, is_huge, looked_at, opened
from app.ui.kit.reading import Reading
from app.ui.kit.sheets import scroll_bar
from app.ui.kit.theme import theme

_KEPT_PIXELS = 24_000_000
_ABOVE = QPointF(-1_000, -1_000)


class PdfPages(QAbstractScrollArea):
    """Shows one document; ``moved()`` after page or zoom, ``was_read()`` after texts or hits."""

    shown = Signal()
    failed = Signal(object)
    moved = Signal()
    was_read = Signal()

    def __init__(self, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = Reading(0)
        self.file: PdfFile | None = None
        self.zoom: Zoom = Fit.WIDTH
        self.is_dimmed = False
        self._lane = lanes.pages
        self._layout = Layout((), 1.0, 0, Spacing(0, 0))
        self._pictures: dict[int, Picture] = {}
        self._turn = 0
        self._is_drawing = False
        self._wanted: set[int] = set()
        self._keeps_place = False
        self._is_left = threading.Event()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        theme().dress(self.verticalScrollBar(), scroll_bar)
        theme().dress(self.horizontalScrollBar(), scroll_bar)
        theme().changed.connect(self.viewport().update)
        self._lane.run(warm_up, Reply(self._warm, self._warm))

    @property
    def page(self) -> int:
        """The page that is looked at: the one a third down the view."""
        return self._layout.page_at(self.corner.y() + self.viewport().height() / 3)

    @property
    def layout_now(self) -> Layout:
        """Where the pages stand."""
        return self._layout

    @property
    def corner(self) -> QPointF:
        """The upper left of what is looked at, on the roll."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def show_pdf(self, pdf: bytes, *, keep_place: bool) -> None:
        """Show a document in place of the one before, once the pages to look at are drawn."""
        self._keeps_place = keep_place
        self._leave()
        work = partial(opened, pdf, self._sight(keep_place=keep_place), self._is_left)
        self._lane.run(work, Reply(self._open, self._broken, ("pdf", id(self))))

    def clear(self) -> None:
        """Show no document."""
        self._leave()
        self._turn += 1
        self.file = None
        self.reading = Reading(0)
        self._pictures.clear()
        self._lay_out()

    def zoom_to(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Enlarge or shrink; what is under ``at`` (of the view), or in its middle, stays there."""
        hold = at or QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        page = self._layout.page_at(self.corner.y() + hold.y()) if self.file else 0
        point = self._layout.point_on(page, self.corner + hold) if self.file else QPointF()
        self.zoom = zoom
        self._lay_out()
        if self.file is not None:
            self._scroll_to(self._layout.place_of(page, point) - hold)

    def zoom_by(self, steps: int, at: QPointF | None = None) -> None:
        """Go to the next step of the zoom."""
        self.zoom_to(next_step(self._layout.scale, steps), at)

    def go_to(self, page: int) -> None:
        """Show the upper edge of a page."""
        if self.file is not None and 0 <= page < len(self.file.sizes):
            top = self._layout.rect(page).top() - self._spacing().margin
            self._scroll_to(QPointF(self.corner.x(), top))

    def show_hit(self) -> None:
        """Bring the hit that is looked at into view."""
        hit = self.reading.finding.hit
        if hit is None or hit.page not in self.reading.texts:
            return
        bands = self.reading.texts[hit.page].bands(hit.first, hit.last)
        if bands:
            place = self._layout.place_of(hit.page, QPointF(bands[0].left, bands[0].top))
            self._reveal(place)
        self.viewport().update()

    def want_texts(self, pages: tuple[int, ...]) -> None:
        """Read the texts of these pages as soon as there is time."""
        self._wanted.update(pages)
        self._go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sight = self._sight(keep_place=True)
        self._lay_out()
        self._scroll_to(sight.corner(self._layout) if self.file else QPointF())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_ground(painter, self.viewport().rect())
        for page in self._seen():
            rect = self._layout.rect(page).translated(-self.corner)
            paint_page(painter, rect, self._pictures.get(page))
            self.paint_marks(painter, page, rect)
        if self.is_dimmed:
            paint_ground(painter, self.viewport().rect(), veil=True)
        if self.hasFocus():
            paint_ring(painter, self.viewport().rect())
        painter.end()
        self._go_on()

    def paint_marks(self, painter: QPainter, page: int, rect: QRectF) -> None:
        """Paint over a page what is selected or found; a reader knows how."""

    def scrollContentsBy(self, across: int, down: int) -> None:
        self.viewport().update()
        self.moved.emit()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(420), theme().px(560))

    def _leave(self) -> None:
        """Wait for nothing of the document before: a page that takes long is not drawn to its end.

        What of it is seen stays until the next document is there.
        """
        self._is_left.set()
        self._is_left = threading.Event()

    def _warm(self, nothing: object) -> None:
        """Take note that a light box runs, or does not: whatever waits in the lane comes next."""

    def _open(self, found: Opened) -> None:
        sight = self._sight(keep_place=self._keeps_place)
        words = self.reading.finding.words
        self._turn += 1
        self._is_drawing = False
        self._wanted.clear()
        self.file, self._pictures = found.file, found.pictures
        self.reading = Reading(len(found.file.sizes))
        self.reading.finding.words = words
        self._lay_out()
        self._scroll_to(sight.corner(self._layout))
        self.shown.emit()
        if words:
            self.want_texts(self._all_pages())

    def _broken(self, error: Exception) -> None:
        if isinstance(error, Left):
            return
        self.clear()
        self.failed.emit(error)

    def _all_pages(self) -> tuple[int, ...]:
        return tuple(range(len(self.file.sizes))) if self.file else ()

    def _spacing(self) -> Spacing:
        return Spacing(theme().px(16), theme().px(12))

    def _sight(self, *, keep_place: bool) -> Sight:
        room = QSizeF(self.viewport().size())
        page, point = 0, _ABOVE
        if keep_place and self.file is not None:
            page = self._layout.page_at(self.corner.y())
            point = self._layout.point_on(page, self.corner)
        ratio = self.devicePixelRatioF()
        return Sight(room, ratio, self.zoom, self._spacing(), page, point)

    def _lay_out(self) -> None:
        sizes = self.file.sizes if self.file else ()
        self._layout = self._sight(keep_place=False).layout(sizes)
        for bar, whole, room in (
            (self.verticalScrollBar(), self._layout.height, self.viewport().height()),
            (self.horizontalScrollBar(), self._layout.width, self.viewport().width()),
        ):
            bar.setRange(0, max(whole - room, 0))
            bar.setPageStep(room)
            bar.setEnabled(whole > room)
            bar.setSingleStep(theme().px(48))
        self.viewport().update()
        self.moved.emit()

    def _scroll_to(self, corner: QPointF) -> None:
        self.verticalScrollBar().setValue(round(corner.y()))
        self.horizontalScrollBar().setValue(round(corner.x()))

    def _reveal(self, place: QPointF) -> None:
        edge = theme().px(48)
        view = QRectF(self.corner, QSizeF(self.viewport().size()))
        if not view.adjusted(edge, edge, -edge, -edge).contains(place):
            self._scroll_to(place - QPointF(view.width() / 3, view.height() / 3))

    def _seen(self) -> range:
        top = self.corner.y()
        return self._layout.pages_in(top, top + self.viewport().height())

    def _go_on(self) -> None:
        """Draw or read the next thing that is missing, if nothing is under way."""
        file = self.file
        if file is None or self._is_drawing or not self.isVisible():
            return
        view = QRectF(self.corner, QSizeF(self.viewport().size()))
        seen = self._seen()
        for page in (*seen, *(one for one in (seen.stop, seen.start - 1) if self._has(one))):
            whole, part = looked_at(self._layout.rect(page), view, self.devicePixelRatioF())
            held = self._pictures.get(page)
            is_needed = page in seen or not is_huge(whole)
            if is_needed and (held is None or not held.fits(whole, part)):
                work = partial(drawn, file, page, whole, cut(whole, part))
                self._run(work, partial(self._drawn, self._turn, page))
                return
        for page in (*seen, *sorted(self._wanted)):
            if page not in self.reading.texts:
                self._run(partial(file.read, page), partial(self._read, self._turn, page))
                return

    def _has(self, page: int) -> bool:
        return self.file is not None and 0 <= page < len(self.file.sizes)

    def _run(self, work: Callable[[], object], answer: Callable[..., object]) -> None:
        self._is_drawing = True
        self._lane.run(work, Reply(answer, partial(self._not_drawn, self._turn)))

    def _drawn(self, turn: int, page: int, picture: Picture) -> None:
        if turn == self._turn:
            self._is_drawing = False
            self._pictures[page] = picture
            self._forget_far(page)
            self.viewport().update()

    def _read(self, turn: int, page: int, text: PageText) -> None:
        if turn == self._turn:
            self._is_drawing = False
            self._wanted.discard(page)
            self.reading.keep(page, text)
            self.viewport().update()
            self.was_read.emit()

    def _not_drawn(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._is_drawing = False
            self._broken(error)

    def _forget_far(self, near: int) -> None:
        """Forget the pictures farthest from a page while all of them take too much room."""
        by_distance = sorted(self._pictures, key=lambda page: abs(page - near))
        room = _KEPT_PIXELS
        for place, page in enumerate(by_distance):
            clip = self._pictures[page].clip
            room -= clip.width() * clip.height()
            if room < 0 and place > len(self._seen()) + 1:
                del self._pictures[page]
