"""What has less room than its words need: labels, buttons, boxes, tabs and headings of a window.

Words that wrap, or end in … and tell the whole when the pointer rests on them, are not cut.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from app.ui.kit.labels import LineLabel
from app.ui.kit.west_bar import WestBar

_TALL = 100_000
_FRAME_OF_A_BOX = 36
"""A box's edge, the blank before its words, and its arrow."""


def clipped(window: QWidget) -> list[str]:
    """Return what is cut, each with its kind and its words."""
    return [
        f"{type(widget).__name__} {words!r}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and not widget.visibleRegion().isEmpty()
        for words in _cut_in(widget)
    ]


def _cut_in(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QPushButton | QToolButton | QCheckBox):
        yield from _button(widget)
    elif isinstance(widget, QComboBox):
        room = widget.width() - _FRAME_OF_A_BOX
        if widget.fontMetrics().horizontalAdvance(widget.currentText()) > room:
            yield widget.currentText()
    elif isinstance(widget, QTabBar) and not isinstance(widget, WestBar):
        yield from _tabs(widget)
    elif isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        yield from _headings(widget)


def _label(label: QLabel) -> Iterator[str]:
    text, metrics = label.text(), label.fontMetrics()
    if not text or isinstance(label, LineLabel) or label.textFormat() == Qt.TextFormat.RichText:
        return
    room = label.contentsRect()
    if label.wordWrap():
        need = metrics.boundingRect(
            QRect(0, 0, room.width(), _TALL), Qt.TextFlag.TextWordWrap | label.alignment(), text
        )
        is_cut = need.width() > room.width() + 1 or need.height() > room.height() + 1
    else:
        need = metrics.boundingRect(QRect(0, 0, _TALL, _TALL), 0, text)
        is_cut = need.width() > room.width() + 1 or _is_low(metrics, text, room.height())
    if is_cut:
        yield text


def _is_low(metrics: QFontMetrics, text: str, height: int) -> bool:
    return metrics.height() * (text.count("\n") + 1) > height + 1


def _button(button: QAbstractButton) -> Iterator[str]:
    need = button.sizeHint()
    is_cut = need.width() > button.width() + 1 or need.height() > button.height() + 1
    if button.text() and is_cut:
        yield button.text()


def _tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        words = bar.fontMetrics().horizontalAdvance(bar.tabText(place))
        is_whole = words <= bar.tabRect(place).width()
        if not is_whole and bar.elideMode() == Qt.TextElideMode.ElideNone:
            yield bar.tabText(place)


def _headings(line: QHeaderView) -> Iterator[str]:
    for place in range(line.count()):
        width = line.sectionSize(place)
        if not line.isSectionHidden(place) and width < line.sectionSizeHint(place):
            yield str(line.model().headerData(place, Qt.Orientation.Horizontal))
