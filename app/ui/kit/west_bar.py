"""The west bar: modules as tabs with icon, text and counter, in groups with captions.

A caption is drawn inside the taller first tab of its group, so that screen readers count tabs
and nothing else. Up, Down, Home and End move; narrow shows icons only.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from app.ui.kit.icons import drawing
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

WIDE, NARROW = 208, 56
_ROW, _CAPTION, _GAP = 36, 32, 12
_PLAIN = Qt.AlignmentFlag.AlignVCenter


@dataclass(slots=True)
class _Tab:
    """What is drawn for one module."""

    icon: str
    text: str
    caption: str
    count: int = 0


class WestBar(QTabBar):
    """A vertical bar of modules."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[_Tab] = []
        self._is_narrow = False
        self._under = -1
        self.setShape(QTabBar.Shape.RoundedWest)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        # Qt keeps the height of a bar of tabs fixed, which is right for one that lies.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(_("Modules"))
        theme().changed.connect(self._look_again)

    def add(self, icon: str, text: str, caption: str, tip: str) -> int:
        """Add a module; a caption begins a group."""
        self._tabs.append(_Tab(icon, text, caption))
        place = self.addTab(text)
        self.setTabToolTip(place, tip)
        return place

    def count_at(self, place: int, number: int) -> None:
        """Show a number beside a module; none for nought."""
        tab = self._tabs[place]
        tab.count = number
        self.setAccessibleTabName(place, f"{tab.text}, {number}" if number else tab.text)
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or icons and texts."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._look_again()

    def tabSizeHint(self, index: int) -> QSize:
        px = theme().px
        width = px(NARROW if self._is_narrow else WIDE)
        return QSize(width, px(_ROW) + self._above(index))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.tabSizeHint(0).width(), theme().px(120))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self.count() - 1
        places = {
            Qt.Key.Key_Up.value: max(self.currentIndex() - 1, 0),
            Qt.Key.Key_Down.value: min(self.currentIndex() + 1, last),
            Qt.Key.Key_Home.value: 0,
            Qt.Key.Key_End.value: last,
        }
        if event.key() in places:
            self.setCurrentIndex(places[event.key()])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.tabAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(self.count()):
            self._paint_tab(painter, place)
        painter.end()

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        tokens, px, tab = theme().tokens, theme().px, self._tabs[place]
        whole = self.tabRect(place)
        if tab.caption:
            self._paint_caption(painter, whole, tab.caption, is_first=place == 0)
        row = QRect(whole).adjusted(px(8), self._above(place) + px(1), -px(8), -px(1))
        is_current = place == self.currentIndex()
        if is_current or place == self._under:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected if is_current else tokens.hover))
            painter.drawRoundedRect(row, px(6), px(6))
        if is_current and self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), px(6), px(6))
        colour = tokens.on_selected if is_current else tokens.text
        self._paint_words(painter, row, tab, colour)

    def _paint_words(self, painter: QPainter, row: QRect, tab: _Tab, colour: str) -> None:
        px = theme().px
        size = px(18)
        left = row.left() + ((row.width() - size) // 2 if self._is_narrow else px(10))
        top = row.top() + (row.height() - size) // 2
        pixels = drawing(tab.icon, size, colour, self.devicePixelRatioF())
        painter.drawPixmap(left, top, pixels)
        if self._is_narrow:
            return
        painter.setPen(QColor(colour))
        words = row.adjusted(px(10) + size + px(10), 0, -px(10), 0)
        if tab.count:
            number = str(tab.count)
            painter.drawText(words, _PLAIN | Qt.AlignmentFlag.AlignRight, number)
            words.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(number) - px(6), 0)
        text = painter.fontMetrics().elidedText(
            tab.text, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, _PLAIN | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_caption(
        self, painter: QPainter, whole: QRect, caption: str, *, is_first: bool
    ) -> None:
        tokens, px = theme().tokens, theme().px
        if self._is_narrow:
            if not is_first:
                painter.setPen(QColor(tokens.line))
                middle = whole.top() + px(_GAP) // 2
                painter.drawLine(whole.left() + px(14), middle, whole.right() - px(14), middle)
            return
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.88)
        font.setWeight(QFont.Weight.DemiBold)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        box = QRect(whole.left() + px(18), whole.top(), whole.width() - px(26), px(_CAPTION))
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom, caption)
        painter.restore()

    def _above(self, place: int) -> int:
        if place >= len(self._tabs) or not self._tabs[place].caption:
            return 0
        if self._is_narrow:
            return theme().px(_GAP) if place else 0
        return theme().px(_CAPTION + 4)

    def _hover(self, place: int) -> None:
        if place != self._under:
            self._under = place
            self.update()

    def _look_again(self) -> None:
        # Qt measures tabs again only when one of them is touched.
        for place, tab in enumerate(self._tabs):
            self.setTabText(place, tab.text)
        self.updateGeometry()
        self.update()
