"""The table view: quiet rows painted from the model's cells, driven by keys.

Enter or a double click opens (``opened(id)``), arrows choose (``chosen(id)``), Tab leaves the
table, single letters are verbs of the list.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.kit.column_fit import PADDING, ColumnFit
from app.ui.kit.header_line import HeaderLine
from app.ui.kit.icons import drawing
from app.ui.kit.sheets import scroll_bar
from app.ui.kit.table import Cell, TableModel
from app.ui.kit.theme import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


@lru_cache(maxsize=64)
def ink(colour: str) -> QColor:
    """Return a colour of the theme, read from its text once."""
    return QColor(colour)


class RowPainter(QStyledItemDelegate):
    """Paints one cell: ground, icon, text or badge, and the hairline below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, TableModel)
        column = model.columns[index.column()]
        cell = model.cell(index.row(), index.column())
        rect: QRect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = theme().tokens
        if is_selected:
            painter.fillRect(rect, QColor(tokens.selected))
            self._mark_cursor(painter, rect, index)
        painter.setPen(ink(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if not (cell.text or cell.icon):
            return
        inside = rect.adjusted(theme().px(PADDING), 0, -theme().px(PADDING), -1)
        if cell.icon:
            inside = self._icon(painter, inside, cell, is_selected=is_selected)
        if column.is_pill and cell.text:
            self._pill(painter, inside, cell)
            return
        painter.setPen(ink(tokens.on_selected if is_selected else tokens.tone(cell.tone)))
        text = painter.fontMetrics().elidedText(
            cell.text, Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, _RIGHT if column.right else _LEFT, text)

    def _mark_cursor(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw a bar before the row that the keys move, while the table has the keyboard."""
        table = self.parent()
        if isinstance(table, TableView) and table.hasFocus():
            is_first = table.horizontalHeader().visualIndex(index.column()) == 0
            if is_first and table.currentIndex().row() == index.row():
                bar = QRect(rect.left(), rect.top(), theme().px(3), rect.height())
                painter.fillRect(bar, QColor(theme().tokens.accent))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, TableModel)
        cell = model.cell(index.row(), index.column())
        width = option.fontMetrics.horizontalAdvance(cell.text)
        extra = 24 if cell.icon or model.columns[index.column()].is_pill else 0
        return QSize(width + theme().px(2 * PADDING + extra) + 2, theme().row_height)

    def _icon(self, painter: QPainter, inside: QRect, cell: Cell, *, is_selected: bool) -> QRect:
        size = theme().px(16)
        tokens = theme().tokens
        colour = tokens.on_selected if is_selected else tokens.tone(cell.tone or "muted")
        ratio = painter.device().devicePixelRatioF()
        top = inside.top() + (inside.height() - size) // 2
        painter.drawPixmap(inside.left(), top, drawing(cell.icon, size, colour, ratio))
        return inside.adjusted(size + theme().px(6), 0, 0, 0)

    def _pill(self, painter: QPainter, inside: QRect, cell: Cell) -> None:
        tokens, px = theme().tokens, theme().px
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(cell.text) + px(16), inside.width())
        height = min(metrics.height() + px(4), inside.height() - px(2))
        badge = QRect(0, 0, width, height)
        badge.moveTop(inside.top() + (inside.height() - height) // 2)
        badge.moveLeft(inside.left())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ink(tokens.wash(cell.tone)))
        painter.setPen(QPen(ink(tokens.line), 1))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.restore()
        painter.setPen(ink(tokens.tone(cell.tone)))
        text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, width - px(12))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)


class TableView(QTableView):
    """Shows a TableModel; keeps chosen record and place when the list changes."""

    opened = Signal(object)
    chosen = Signal(object)
    sorted = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(RowPainter(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(HeaderLine(self))
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.fit = ColumnFit(self)
        theme().dress(self.verticalScrollBar(), scroll_bar)
        theme().dress(self.horizontalScrollBar(), scroll_bar)
        theme().changed.connect(self._look_again)
        self.doubleClicked.connect(self._open)
        self._look_again()

    def use(self, model: TableModel[Any]) -> None:
        """Show a model, its columns as wide as they have to be."""
        self.setModel(model)
        for place, column in enumerate(model.columns):
            self.setColumnHidden(place, column.is_hidden)
        self.fit.follow(model)

    def rows_in_sight(self) -> range:
        """Return the rows that are looked at now, without laying anything out."""
        height = theme().row_height
        first = self.verticalScrollBar().value() // height
        last = first + self.viewport().height() // height + 1
        return range(min(first, self._shown().rowCount()), min(last, self._shown().rowCount()))

    def chosen_id(self) -> int | None:
        """Return the record that the cursor stands on."""
        index = self.currentIndex()
        return self._shown().id_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> tuple[int, ...]:
        """Return the records that are selected, in the order of the list."""
        model = self._shown()
        rows: set[int] = set()
        selection = self.selectionModel().selection()
        for place in range(selection.count()):
            chosen = selection.at(place)
            rows.update(range(chosen.top(), chosen.bottom() + 1))
        return tuple(model.id_at(row) for row in sorted(rows))

    def choose(self, record: int) -> bool:
        """Put the cursor on a record; says whether it is in the list."""
        row = self._shown().row_of(record)
        if row >= 0:
            self.choose_row(row)
            self.scrollTo(self._shown().index(row, 0))
        return row >= 0

    def choose_row(self, row: int) -> None:
        """Put the cursor on a row and select nothing else."""
        # selectRow() would do what the keys that are held down say.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self._shown().index(row, 0), flags.ClearAndSelect | flags.Rows
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open(self.currentIndex())
        elif event.text().isprintable() and event.text().strip() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        record = self.chosen_id() if self.model() is not None else None
        if record is not None:
            self.chosen.emit(record)

    def _shown(self) -> TableModel[Any]:
        model = self.model()
        assert isinstance(model, TableModel)
        return model

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._shown().id_at(index.row()))

    def _sort(self, section: int) -> None:
        column = self._shown().columns[section]
        line = self.horizontalHeader()
        if not column.sort:
            return
        was = line.isSortIndicatorShown() and line.sortIndicatorSection() == section
        falling = was and line.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        self.show_sort(column.sort, falling=falling)
        self.sorted.emit(column.sort, falling)

    def show_sort(self, sort: str, *, falling: bool) -> None:
        """Show by which column the list is sorted."""
        line, order = self.horizontalHeader(), Qt.SortOrder
        for place, column in enumerate(self._shown().columns):
            if column.sort == sort:
                line.setSortIndicator(
                    place, order.DescendingOrder if falling else order.AscendingOrder
                )
                line.setSortIndicatorShown(True)
                return
        line.setSortIndicatorShown(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit.fit()

    def _look_again(self) -> None:
        self.fit.rescale()
        self.verticalHeader().setDefaultSectionSize(theme().row_height)
        self.viewport().update()
