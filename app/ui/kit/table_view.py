"""The table view: quiet rows painted from the model's cells, driven by keys.

Enter or a double click opens (``opened(id)``), arrows choose (``chosen(id)``), Tab leaves the
table, single letters are verbs of the list.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QLine,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from app.ui.kit.column_fit import ColumnFit
from app.ui.kit.header_line import HeaderLine
from app.ui.kit.row_painter import RowPainter, ink
from app.ui.kit.sheets import scroll_bar
from app.ui.kit.table import TableModel
from app.ui.kit.theme import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableView(QTableView):
    """Shows a TableModel; keeps chosen record and place when the list changes."""

    opened = Signal(object)
    chosen = Signal(object)
    sorted = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._painter = RowPainter(self)
        self.setItemDelegate(self._painter)
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
        self.setCornerWidget(QWidget(self))
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

    def paint_with(self, painter: RowPainter) -> None:
        """Let another painter paint the rows, as tall as it needs them."""
        if painter is not self._painter:
            self._painter = painter
            self.setItemDelegate(painter)
            self._look_again()

    def rows_in_sight(self) -> range:
        """Return the rows that are looked at now, without laying anything out."""
        height = max(self.verticalHeader().defaultSectionSize(), 1)
        first = self.verticalScrollBar().value() // height
        last = first + self.viewport().height() // height + 1
        return range(min(first, self._shown().rowCount()), min(last, self._shown().rowCount()))

    def forget(self) -> None:
        """Lay out every text anew when it is painted next."""
        self._painter.renew()

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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._rule(event.rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.forget()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        record = self.chosen_id() if self.model() is not None else None
        if record is not None:
            self.chosen.emit(record)

    def _rule(self, part: QRect) -> None:
        """Draw the hairlines below the rows of a part, all at once."""
        first, last = self.rowAt(part.top()), self.rowAt(part.bottom())
        height = self.verticalHeader().defaultSectionSize()
        if first < 0 or not height:
            return
        low = self.rowViewportPosition(first) + height - 1
        count = (last if last >= 0 else self.model().rowCount() - 1) - first + 1
        painter = QPainter(self.viewport())
        painter.setPen(ink(theme().tokens.line))
        painter.drawLines(
            [
                QLine(part.left(), y, part.right(), y)
                for y in range(low, low + count * height, height)
            ]
        )

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
            if sort and column.sort == sort:
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
        height = theme().row_height + self._painter.under
        self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()
