"""The short table: rows that are all here, sorted at once, with their sums in a line below.

table = ShortTable(_("Accounts"), COLUMNS, {"number": lambda row: row.number})
table.give_room("Name")                  # this column takes the room that is left
table.show_rows(rows)                    # the cursor stays on its record
table.opened.connect(self._open)         # id, by Enter or a double click
sums = SumLine(table)
sums.show_sums({"Debit": "1 234,00"})    # under the columns with these titles
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Generic

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from app.ui.kit.copying import copied
from app.ui.kit.table import Answer, Column, Row, TableModel
from app.ui.kit.table_view import TableView
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_PADDING = 10


class ShortTable(TableView, Generic[Row]):
    """Shows rows that were all read; ``keys`` says how a column's ``sort`` orders them."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        keys: Mapping[str, Callable[[Row], Any]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._keys = keys or {}
        self._rows: dict[int, Row] = {}
        self._order: tuple[str, bool] | None = None
        self.rows: TableModel[Row] = TableModel(columns, self._fetch, self)
        self.use(self.rows)
        self.horizontalHeader().setSectionsMovable(False)
        self.horizontalHeader().setSectionsClickable(bool(keys))
        self.sorted.connect(self._sort_by)

    def give_room(self, title: str) -> None:
        """Let one column take the room that the others leave."""
        titles = [column.title for column in self.rows.columns]
        self.fit.give_room(titles.index(title))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows in place of those before; the cursor stays on its record."""
        kept = self.chosen_id()
        place = self.verticalScrollBar().value()
        self._rows = {row.id: row for row in rows}
        self.rows.show_first(self._ordered())
        if kept is None or not self.choose(kept):
            if rows:
                self.selectRow(0)
        else:
            self.verticalScrollBar().setValue(place)

    def row_of(self, record: int) -> Row | None:
        """Return the row of a record."""
        return self._rows.get(record)

    def copy_rows(self) -> int:
        """Copy the rows that are selected, or all where it is one at most; say how many."""
        chosen = self.selected_ids()
        rows = [self._rows[one] for one in chosen] if len(chosen) > 1 else self._ordered()
        shown = [
            column
            for place, column in enumerate(self.rows.columns)
            if not self.isColumnHidden(place)
        ]
        QGuiApplication.clipboard().setMimeData(copied(shown, rows))
        return len(rows)

    def _ordered(self) -> list[Row]:
        rows = list(self._rows.values())
        if self._order is not None:
            name, is_falling = self._order
            rows.sort(key=self._keys[name], reverse=is_falling)
        return rows

    def _sort_by(self, name: str, is_falling: object) -> None:
        if name in self._keys:
            self._order = (name, bool(is_falling))
            self.show_rows(list(self._rows.values()))

    def _fetch(self, ids: tuple[int, ...], answer: Answer[Row]) -> None:
        """Give rows back that the model let go, once it has done painting."""
        rows = [self._rows[one] for one in ids if one in self._rows]
        QTimer.singleShot(0, self, partial(answer, rows))


class SumLine(QWidget):
    """One line of sums under the columns of a table; it moves as they do."""

    def __init__(self, table: TableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._sums: Mapping[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = table.horizontalHeader()
        line.sectionResized.connect(self._again)
        line.geometriesChanged.connect(self.update)
        table.horizontalScrollBar().valueChanged.connect(self._again)
        theme().changed.connect(self.updateGeometry)

    def show_sums(self, sums: Mapping[str, str]) -> None:
        """Show texts under the columns with these marked titles."""
        self._sums = sums
        told = ", ".join(f"{_(title)} {text}" if text else _(title) for title, text in sums.items())
        self.setAccessibleName(_("Sum: {sums}", sums=told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme().row_height + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, model = theme().tokens, self._table.model()
        assert isinstance(model, TableModel)
        painter = QPainter(self)
        painter.setPen(QColor(tokens.border))
        painter.drawLine(0, 0, self.width(), 0)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        line = self._table.horizontalHeader()
        for place, column in enumerate(model.columns):
            if column.title in self._sums and not self._table.isColumnHidden(place):
                self._paint(painter, self._cell(line, place), column, self._sums[column.title])
        painter.end()

    def _cell(self, line: QHeaderView, place: int) -> QRect:
        left = line.sectionViewportPosition(place)
        cell = QRect(left, 0, line.sectionSize(place), self.height())
        return cell.adjusted(theme().px(_PADDING), 0, -theme().px(_PADDING), 0)

    def _paint(self, painter: QPainter, cell: QRect, column: Column[Any], text: str) -> None:
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        wide = painter.fontMetrics().horizontalAdvance(text)
        spare = min(cell.width() - wide, 0)
        cell = cell.adjusted(spare, 0, 0, 0) if column.right else cell.adjusted(0, 0, -spare, 0)
        painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _again(self, *changes: object) -> None:
        self.update()
