"""A reader of PDFs: mouse and keys select, copy, find, scroll and enlarge.

Within the reader ``+ − 0`` zoom, ``Ctrl+A`` and ``Ctrl+C`` select and copy, ``F3`` goes to the
next hit; ``Ctrl+F`` asks the view around it for its search line (``find_asked()``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.lane import Lanes
from app.ui.kit.page_layout import Fit
from app.ui.kit.page_paint import FOUND, LOOKED_AT, SELECTED, paint_bands, paint_frame
from app.ui.kit.pdf_pages import PdfPages
from app.ui.kit.reading import Spot

_NOTCH = 120
_KEY = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


class PdfReader(PdfPages):
    """Pages whose text can be selected, copied and searched; ``copied()`` after a copy."""

    find_asked = Signal()
    copied = Signal()
    selected = Signal()

    def __init__(self, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(lanes, parent)
        self._is_selecting = False
        self._is_copying = False
        self._pressed_at = QPoint()
        self._to_reveal: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = {
            (_KEY.Key_Plus, _PLAIN): partial(self.zoom_by, 1),
            (_KEY.Key_Equal, _PLAIN): partial(self.zoom_by, 1),
            (_KEY.Key_Minus, _PLAIN): partial(self.zoom_by, -1),
            (_KEY.Key_0, _PLAIN): partial(self.zoom_to, Fit.WIDTH),
            (_KEY.Key_A, _CONTROL): self.select_all,
            (_KEY.Key_C, _CONTROL): self.copy,
            (_KEY.Key_F, _CONTROL): self.find_asked.emit,
            (_KEY.Key_F3, _PLAIN): partial(self.step, 1),
            (_KEY.Key_F3, _SHIFT): partial(self.step, -1),
            (_KEY.Key_Home, _PLAIN): partial(self._move, -1_000_000),
            (_KEY.Key_End, _PLAIN): partial(self._move, 1_000_000),
            (_KEY.Key_Space, _PLAIN): partial(self._turn_over, 1),
            (_KEY.Key_Space, _SHIFT): partial(self._turn_over, -1),
            (_KEY.Key_PageDown, _PLAIN): partial(self._turn_over, 1),
            (_KEY.Key_PageUp, _PLAIN): partial(self._turn_over, -1),
        }
        self.was_read.connect(self._copy_when_read)
        self.was_read.connect(self._reveal_mark)

    def seek(self, words: str) -> None:
        """Look for words from the page that is looked at."""
        self.reading.finding.find(words, self.reading.texts, near=self.page)
        if words:
            self.want_texts(self._all_pages())
        self.show_hit()
        self.was_read.emit()

    def mark(self, words: str, page: int) -> None:
        """Show a page with words marked on it, and on others as they are looked at."""
        self.reading.finding.find(words, self.reading.texts, near=page)
        self._to_reveal = page if words else None
        self.go_to(page)
        self.want_texts((page,))
        self.was_read.emit()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before."""
        self.reading.finding.step(by)
        self.show_hit()
        self.was_read.emit()

    def select_all(self) -> None:
        """Select the text of every page."""
        self.reading.select_all()
        self._told_selection()

    def copy(self) -> None:
        """Copy what is selected, once all of it was read."""
        if self.reading.has_selection:
            self._is_copying = True
            self.want_texts(self.reading.unread())
            self._copy_when_read()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._meant(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = self._meant(event)
        if meant is not None:
            meant()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CONTROL:
            turned = event.angleDelta().y()
            if turned:
                self.zoom_by(1 if turned > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot(event.position())
        if event.button() != _LEFT or spot is None:
            return
        if event.modifiers() & _SHIFT:
            self.reading.reach(spot)
        else:
            self.reading.start(spot)
        self._is_selecting = True
        self._told_selection()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._is_selecting:
            self._show_cursor(event.position())
            return
        spot = self._spot(event.position())
        if spot is not None:
            self.reading.reach(spot)
        self._follow(event.position())
        self._told_selection()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_selecting = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot(event.position())
        if spot is not None:
            self.reading.select(spot.page, *self.reading.texts[spot.page].word_at(spot.place))
            self._told_selection()

    def paint_marks(self, painter: QPainter, page: int, rect: QRectF) -> None:
        scale = self.layout_now.scale
        paint_bands(painter, rect, scale, self.reading.marked(page), SELECTED)
        for is_looked_at, bands in self.reading.found_on(page):
            paint_bands(painter, rect, scale, bands, LOOKED_AT if is_looked_at else FOUND)
            if is_looked_at:
                paint_frame(painter, rect, scale, bands)

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key == _KEY.Key_Plus:
            held &= ~_SHIFT
        return self._keys.get((key, held))

    def _move(self, by: int) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)

    def _turn_over(self, by: int) -> None:
        self._move(by * max(self.viewport().height() - 60, 60))

    def _spot(self, at: QPointF) -> Spot | None:
        """Return the place in the text nearest to a place of the view."""
        if self.file is None:
            return None
        place = self.corner + at
        page = self.layout_now.page_at(place.y())
        text = self.reading.texts.get(page)
        if text is None:
            return None
        point = self.layout_now.point_on(page, place)
        return Spot(page, text.place_at(point.x(), point.y()))

    def _show_cursor(self, at: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self.file is not None:
            place = self.corner + at
            page = self.layout_now.page_at(place.y())
            point = self.layout_now.point_on(page, place)
            text = self.reading.texts.get(page)
            if text is not None and text.is_on_text(point.x(), point.y()):
                shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _follow(self, at: QPointF) -> None:
        """Scroll on while the mouse selects beyond the view."""
        height = self.viewport().height()
        if at.y() < 0 or at.y() > height:
            self._move(round(at.y() if at.y() < 0 else at.y() - height))

    def _told_selection(self) -> None:
        self.viewport().update()
        self.selected.emit()

    def _reveal_mark(self) -> None:
        """Bring what is marked into view once the text of its page is known."""
        page = self._to_reveal
        if page is not None and page in self.reading.texts:
            self._to_reveal = None
            finding = self.reading.finding
            finding.find(finding.words, self.reading.texts, near=page)
            self.show_hit()

    def _copy_when_read(self) -> None:
        if self._is_copying and not self.reading.unread():
            self._is_copying = False
            QGuiApplication.clipboard().setText(self.reading.selected())
            self.copied.emit()
