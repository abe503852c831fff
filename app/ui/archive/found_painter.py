"""The painter of what was found: the cells of a row, and under them the passage that answers.

The passage runs under all columns. Qt paints one cell at a time, and not always all of a row, so
every cell paints its own slice of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from app.domain.archive.found import Spot
from app.ui.archive.marks import Marks
from app.ui.kit.column_fit import PADDING
from app.ui.kit.page_paint import FOUND
from app.ui.kit.row_painter import RowPainter, ink
from app.ui.kit.table import TableModel
from app.ui.kit.table_view import TableView
from app.ui.kit.theme import theme

LINES = 2
_INDENT = 22
_MOST_KEPT = 400
_SELECTED = QStyle.StateFlag.State_Selected

Index = QModelIndex | QPersistentModelIndex


class FoundPainter(RowPainter):
    """Paints rows of documents with the words that were found marked in title and passage."""

    def __init__(self, table: TableView, marks: Marks, titled: int) -> None:
        super().__init__(table)
        self._table = table
        self._marks = marks
        self._titled = titled
        self._spots: Sequence[Spot] = ()
        self._kept: dict[tuple[str, tuple[Spot, ...], int, bool], QTextLayout] = {}

    @property
    def under(self) -> int:
        """How tall the passage is."""
        return LINES * QFontMetrics(QApplication.font()).lineSpacing() + theme().px(6)

    def renew(self) -> None:
        super().renew()
        self._kept = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole: QRect = option.rect
        upper = QStyleOptionViewItem(option)
        upper.rect = whole.adjusted(0, 0, 0, -self.under)
        lower = whole.adjusted(0, whole.height() - self.under, 0, 0)
        is_selected = _SELECTED in option.state
        model = index.model()
        assert isinstance(model, TableModel)
        found = self._marks.of(model.id_at(index.row()))
        if is_selected:
            painter.fillRect(lower, ink(theme().tokens.selected))
            self._mark_cursor(painter, lower, index)
        is_title = index.column() == self._titled
        self._spots = found.spots if found is not None and is_title else ()
        super().paint(painter, upper, index)
        self._spots = ()
        if found is not None and found.snippet.text:
            passage = (found.snippet.text, found.snippet.spots)
            self._passage(painter, lower, passage, is_selected=is_selected)

    def _text(
        self, painter: QPainter, room: QRect, text: str, colour: str, *, is_right: bool
    ) -> None:
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        seen = len(text) if shown == text else len(shown) - 1
        for spot in self._spots:
            if spot.start >= seen:
                continue
            left = min(metrics.horizontalAdvance(text[: spot.start]), room.width())
            right = min(metrics.horizontalAdvance(text[: spot.end]), room.width())
            top = room.top() + (room.height() - metrics.height()) // 2
            band = QRect(room.left() + left, top, right - left, metrics.height())
            painter.fillRect(band, _marker())
        super()._text(painter, room, text, colour, is_right=is_right)

    def _passage(
        self,
        painter: QPainter,
        slice_: QRect,
        passage: tuple[str, tuple[Spot, ...]],
        *,
        is_selected: bool,
    ) -> None:
        line, px = self._table.horizontalHeader(), theme().px
        left = px(PADDING + _INDENT)
        width = min(self._table.viewport().width(), line.length()) - left - px(PADDING)
        layout = self._laid_out(passage, max(width, px(80)), is_selected=is_selected)
        tokens = theme().tokens
        painter.save()
        painter.setClipRect(slice_, Qt.ClipOperation.IntersectClip)
        painter.setPen(ink(tokens.on_selected if is_selected else tokens.muted))
        layout.draw(painter, QPointF(left - line.offset(), slice_.top()))
        painter.restore()

    def _laid_out(
        self, passage: tuple[str, tuple[Spot, ...]], width: int, *, is_selected: bool
    ) -> QTextLayout:
        key = (*passage, width, is_selected)
        layout = self._kept.get(key)
        if layout is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept = {}
            layout = self._kept[key] = _layout(*passage, width, self._table.font())
        return layout


def _layout(text: str, spots: Sequence[Spot], width: int, font: QFont) -> QTextLayout:
    """Return a passage broken into its lines, the last one shortened where there are more."""
    layout = _broken(text, spots, width, font)
    if layout.lineCount() <= LINES:
        return layout
    last = layout.lineAt(LINES - 1)
    rest, metrics = text[last.textStart() :], QFontMetrics(font)
    # The words that are marked are set in bold, which is a little wider.
    room = width - metrics.horizontalAdvance("…m")
    kept = text[: last.textStart()]
    kept += metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
    inside = [spot for spot in spots if spot.end < len(kept)]
    return _broken(kept, inside, width, font)


def _broken(text: str, spots: Sequence[Spot], width: int, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_format(spot) for spot in spots])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _format(spot: Spot) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = spot.start, spot.end - spot.start
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setBackground(QBrush(_marker()))
    look.setForeground(QBrush(QColor(theme().tokens.text)))
    found.format = look
    return found


def _marker() -> QColor:
    """Return the ground of a word that was found: as with a marker, dimmed on dark ground."""
    colour = QColor(FOUND)
    if theme().tokens.is_dark:
        colour = QColor("#6b5500")
    return colour
