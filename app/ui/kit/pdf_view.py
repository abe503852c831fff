"""The page view: a document page under page, drawn when seen, with text to select and to find."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.ui.kit.pdf import Pdf, Span
from app.ui.kit.sheets import scroll_bar
from app.ui.kit.theme import theme

SMALLEST, LARGEST, STEP = 0.25, 4.0, 1.25
_DOTS = 96 / 72
_GAP = 16
_KEPT = 12
_HELD = Qt.KeyboardModifier.ControlModifier

Letter = tuple[int, int]


class PdfView(QAbstractScrollArea):
    """Shows a document; fits its width until the clerk zooms."""

    zoomed = Signal(object)
    turned = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.pdf: Pdf | None = None
        self.zoom = 1.0
        self.is_fitting = True
        self.found: tuple[Span, ...] = ()
        self.current = -1
        self._pictures: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._anchor: Letter | None = None
        self._head: Letter | None = None
        theme().dress(self.verticalScrollBar(), scroll_bar)
        theme().dress(self.horizontalScrollBar(), scroll_bar)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pdf(self, pdf: Pdf | None) -> None:
        """Show another document, at the place where the one before was left."""
        place = self.verticalScrollBar().value()
        if self.pdf is not None:
            self.pdf.close()
        self.pdf = pdf
        self.found, self.current = (), -1
        self._anchor = self._head = None
        self._pictures.clear()
        text = pdf.text(Span(0, 0, -1)) if pdf is not None and len(pdf) else ""
        self.setAccessibleDescription(text[:4000])
        self._measure()
        self.verticalScrollBar().setValue(place)
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Show it so large; 1 is the size of paper."""
        self.is_fitting = False
        self._take_zoom(zoom)

    def fit(self) -> None:
        """Show pages as wide as there is room, from now on."""
        self.is_fitting = True
        self._measure()

    def seek(self, words: str) -> int:
        """Mark every place where the words stand and go to the first; returns how many."""
        self.found = self.pdf.find(words) if self.pdf else ()
        self.current = -1
        self.step(1)
        self.viewport().update()
        return len(self.found)

    def step(self, by: int) -> None:
        """Go to the next place that was found, or the one before, around the ends."""
        if self.found and self.pdf is not None:
            self.current = (self.current + by) % len(self.found)
            span = self.found[self.current]
            boxes = self.pdf.boxes(span)
            if boxes:
                self._show_box(span.page, boxes[0])
            self.viewport().update()

    def selected(self) -> str:
        """Return the text that is selected."""
        return "" if self.pdf is None else "\n".join(self.pdf.text(one) for one in self._spans())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme().tokens.window))
        if self.pdf is not None:
            for number in range(len(self.pdf)):
                place = self._place(number)
                if place.intersects(self.viewport().rect()):
                    self._paint_page(painter, self.pdf, number, place)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _HELD:
            self.set_zoom(self.zoom * (STEP if event.angleDelta().y() > 0 else 1 / STEP))
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._anchor = self._head = self._letter(event.position())
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        letter = self._letter(event.position())
        if letter is not None and self._anchor is not None:
            self._head = letter
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def _take_zoom(self, zoom: float) -> None:
        before = self.zoom
        self.zoom = min(max(zoom, SMALLEST), LARGEST)
        share = self.verticalScrollBar().value() / before
        self._range()
        self.verticalScrollBar().setValue(round(share * self.zoom))
        self.viewport().update()
        self.zoomed.emit(self.zoom)

    def _measure(self) -> None:
        if self.is_fitting and self.pdf is not None and len(self.pdf):
            widest = max(size.width() for size in self.pdf.sizes) * _DOTS
            self._take_zoom((self.viewport().width() - 2 * _GAP) / widest)
        self._range()

    def _range(self) -> None:
        sizes = self.pdf.sizes if self.pdf else ()
        scale = self.zoom * _DOTS
        height = sum(size.height() * scale + _GAP for size in sizes) + _GAP
        width = max((size.width() * scale for size in sizes), default=0) + 2 * _GAP
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.verticalScrollBar(), height, room.height()),
            (self.horizontalScrollBar(), width, room.width()),
        ):
            bar.setRange(0, max(0, round(whole - seen)))
            bar.setPageStep(seen)
            bar.setSingleStep(48)

    def _place(self, number: int) -> QRect:
        sizes = self.pdf.sizes if self.pdf else ()
        scale = self.zoom * _DOTS
        top = _GAP + sum(round(size.height() * scale) + _GAP for size in sizes[:number])
        width = round(sizes[number].width() * scale)
        free = max(self.viewport().width() - width, 2 * _GAP) // 2
        left = free - self.horizontalScrollBar().value()
        height = round(sizes[number].height() * scale)
        return QRect(left, top - self.verticalScrollBar().value(), width, height)

    def _paint_page(self, painter: QPainter, pdf: Pdf, number: int, place: QRect) -> None:
        painter.drawImage(place, self._picture(pdf, number))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme().tokens.line), 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        for span in self.found:
            if span.page == number:
                is_current = span is self.found[self.current]
                self._wash(painter, span, QColor(255, 170, 0, 150 if is_current else 80))
        for span in self._spans():
            if span.page == number:
                self._wash(painter, span, QColor(44, 91, 210, 80))

    def _wash(self, painter: QPainter, span: Span, colour: QColor) -> None:
        if self.pdf is not None:
            for box in self.pdf.boxes(span):
                painter.fillRect(self._on_screen(span.page, box), colour)

    def _picture(self, pdf: Pdf, number: int) -> QImage:
        ratio = self.devicePixelRatioF()
        key = (number, self.zoom * ratio)
        if key not in self._pictures:
            picture = pdf.picture(number, self.zoom * _DOTS * ratio)
            picture.setDevicePixelRatio(ratio)
            self._pictures[key] = picture
            while len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        return self._pictures[key]

    def _on_screen(self, number: int, box: QRectF) -> QRectF:
        place, scale = self._place(number), self.zoom * _DOTS
        corner = QPointF(place.left() + box.left() * scale, place.top() + box.top() * scale)
        return QRectF(corner, box.size() * scale)

    def _show_box(self, number: int, box: QRectF) -> None:
        shown = self._on_screen(number, box)
        if not QRectF(self.viewport().rect()).contains(shown):
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + shown.top() - self.viewport().height() / 3))

    def _letter(self, place: QPointF) -> Letter | None:
        for number in range(len(self.pdf) if self.pdf else 0):
            page = self._place(number)
            if self.pdf is not None and page.contains(place.toPoint()):
                inside = (place - QPointF(page.topLeft())) / (self.zoom * _DOTS)
                found = self.pdf.letter_at(number, inside)
                return None if found is None else (number, found)
        return None

    def _spans(self) -> tuple[Span, ...]:
        if self._anchor is None or self._head is None or self.pdf is None:
            return ()
        if self._anchor == self._head:
            return ()
        (first, start), (last, end) = sorted((self._anchor, self._head))
        if first == last:
            return (Span(first, start, end - start + 1),)
        middle = (Span(page, 0, self.pdf.letters(page)) for page in range(first + 1, last))
        head = Span(first, start, self.pdf.letters(first) - start)
        return (head, *middle, Span(last, 0, end + 1))

    def _select_all(self) -> None:
        if self.pdf is not None and len(self.pdf):
            last = len(self.pdf) - 1
            self._anchor, self._head = (0, 0), (last, max(self.pdf.letters(last) - 1, 0))
            self.viewport().update()

    def _scrolled(self, value: int) -> None:
        middle = QPoint(self.viewport().width() // 2, self.viewport().height() // 3)
        for number in range(len(self.pdf) if self.pdf else 0):
            if self._place(number).bottom() >= middle.y():
                self.turned.emit(number)
                return
