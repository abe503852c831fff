"""The grid of lines: Enter goes on, the last cell makes a row, and no key needs a mouse."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from app.domain.products.row import ProductRow
from app.services import products
from app.ui.invoices.cell_edits import is_scanned, meant
from app.ui.invoices.lines_delegate import LinesDelegate
from app.ui.invoices.lines_model import LinesModel
from app.ui.invoices.row_verbs import RowVerbs
from app.ui.invoices.rows import Field, RowText, a_row
from app.ui.invoices.sheets import line_header
from app.ui.invoices.titles import TOTAL
from app.ui.kit.client import OfficeClient
from app.ui.kit.sheets import scroll_bar
from app.ui.kit.theme import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTHS = {
    Field.QUANTITY: 74,
    Field.UNIT: 56,
    Field.PRICE: 74,
    Field.DISCOUNT: 70,
    Field.VAT: 58,
    Field.DELIVERED: 92,
    Field.CHOICE: 104,
    TOTAL: 82,
}
_MOST = {Field.QUANTITY: 110, Field.PRICE: 130, Field.DISCOUNT: 110, Field.VAT: 84, TOTAL: 150}
"""How wide columns become whose cells must not be cut."""
_FITTED = tuple(_MOST)
_NUMBERS, _NARROWEST, _AROUND, _LOOKED_AT = 36, 100, 24, 50
Index = QModelIndex | QPersistentModelIndex


class LinesView(QTableView):
    """Edits lines; ``left(by)`` when the keys go on beyond the last or before the first cell."""

    left = Signal(object)
    picked = Signal(object)
    looked = Signal()
    pasted = Signal(object)

    def __init__(self, client: OfficeClient, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self.setAccessibleName(name)
        self._cells = LinesDelegate(client, self)
        self._cells.moved.connect(self.step)
        self._cells.climbed.connect(self._climb)
        self._cells.picked.connect(self._picked)
        self._cells.unsure.connect(self._look_up)
        self.setItemDelegate(self._cells)
        self.rows = RowVerbs(self, client)
        self._dress()
        theme().changed.connect(self._look_again)

    def use(self, model: LinesModel, hidden: Collection[Field] = ()) -> None:
        """Show a model without these columns, the others as wide as they have to be."""
        self.setModel(model)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._make_room)
        model.dataChanged.connect(self._grow)
        self._make_room()
        for field in hidden:
            self.hideColumn(field)
        self.go(0, Field.DESCRIPTION)

    def lines(self) -> LinesModel:
        """Return the model that is shown."""
        model = self.model()
        assert isinstance(model, LinesModel)
        return model

    def go(self, place: int, field: int) -> None:
        """Put the cursor on a cell."""
        index = self.lines().index(place, field)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def settle(self) -> None:
        """Take what stands in an open cell: something is about to be done with the whole."""
        if self.state() == QAbstractItemView.State.EditingState:
            editor = self.indexWidget(self.currentIndex()) or QGuiApplication.focusObject()
            if isinstance(editor, QWidget):
                self.commitData(editor)
                self.closeEditor(editor, LinesDelegate.EndEditHint.NoHint)

    def step(self, by: object) -> None:
        """Go on by a cell, to the next row at its end; beyond the last one a row is made."""
        lines, index = self.lines(), self.currentIndex()
        columns = [field for field in Field if not self.isColumnHidden(field)]
        here = max(index.row(), 0) * len(columns) + _nearest(columns, index.column())
        there = here + (by if isinstance(by, int) else 1)
        is_done = index.column() == Field.DESCRIPTION and lines.rows[max(index.row(), 0)].is_blank
        if there < 0 or (there > here and is_done and index.row() == lines.rowCount() - 1):
            self.left.emit(by)
            return
        place, column = divmod(there, len(columns))
        if place == lines.rowCount():
            lines.splice(place, 0, (a_row(),))
        self.go(place, columns[column])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = held == Qt.KeyboardModifier.ShiftModifier
        verb = self._verbs().get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Paste):
            self.rows.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.rows.copy()
        elif event.key() in _ENTER and (shift or not held):
            self.step(-1 if shift else 1)
        elif verb is not None and not held and verb():
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  Qt's own signature
        """Tab goes from cell to cell; after the empty last row it leaves the grid."""
        self.step(1 if forward else -1)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.looked.emit()

    def _verbs(self) -> Mapping[Qt.Key, Callable[[], bool]]:
        return {
            Qt.Key.Key_Down: partial(self._climb, 1),
            Qt.Key.Key_Up: partial(self._climb, -1),
            Qt.Key.Key_Delete: self.rows.empty,
            Qt.Key.Key_Backspace: self.rows.empty,
        }

    def _climb(self, by: object) -> bool:
        """Go up or down by a row; below the last one that is written in, a row is made."""
        lines, index = self.lines(), self.currentIndex()
        place = index.row() + (by if isinstance(by, int) else 1)
        if place < 0:
            self.left.emit(-1)
        elif place < lines.rowCount():
            self.go(place, index.column())
        elif lines.rows[-1].is_blank:
            self.left.emit(1)
        else:
            lines.splice(place, 0, (a_row(),))
            self.go(place, Field.DESCRIPTION)
        return True

    def _picked(self, index: QPersistentModelIndex, choice: tuple[ProductRow, str]) -> None:
        product, words = choice
        if index.isValid():
            row = self.lines().rows[index.row()]
            self._put_product(index.row(), row.picked(product), is_scanned(words, product))

    def _look_up(self, index: QPersistentModelIndex, words: str) -> None:
        row = self.lines().rows[index.row()]
        answer = partial(self._looked_up, row.key, words)
        self._client.ask_each(answer, products.find, words)

    def _looked_up(self, key: int, words: str, rows: tuple[ProductRow, ...]) -> None:
        """Take the product that words meant, unless something else was typed meanwhile."""
        lines, product = self.lines(), meant(words, rows)
        place = next((no for no, row in enumerate(lines.rows) if row.key == key), -1)
        if product is None or place < 0 or lines.rows[place].texts[Field.DESCRIPTION] != words:
            return
        row = replace(lines.rows[place], product=product).typed(Field.DESCRIPTION, "")
        self._put_product(place, row, is_scanned(words, product))

    def _put_product(self, place: int, row: RowText, was_scanned: object) -> None:
        """Put a product into a row; one that was scanned once more is counted in the row above."""
        lines = self.lines()
        above = lines.rows[place - 1] if place else None
        if was_scanned and above is not None and above.product == row.product:
            quantity = lines.reader.number(lines.read()[place - 1].line.quantity + 1)
            lines.splice(place - 1, 2, (above.typed(Field.QUANTITY, quantity), a_row()))
            self.go(place, Field.DESCRIPTION)
            return
        lines.splice(place, 1, (row,))
        self.picked.emit(row.key)
        if was_scanned and self.currentIndex().row() == place:
            if place == lines.rowCount() - 1:
                lines.splice(place + 1, 0, (a_row(),))
            self.go(place + 1, Field.DESCRIPTION)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        line = self.horizontalHeader()
        line.setHighlightSections(False)
        line.sectionResized.connect(self._spread)
        line.setMinimumSectionSize(theme().px(44))
        numbers = self.verticalHeader()
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        numbers.setHighlightSections(False)
        numbers.setFixedWidth(theme().px(_NUMBERS))
        for bar in (line, numbers, *self.findChildren(QAbstractButton)):
            theme().dress(bar, line_header)
        for slide in (self.verticalScrollBar(), self.horizontalScrollBar()):
            theme().dress(slide, scroll_bar)
        self._look_again()

    def _make_room(self, *_rows: object) -> None:
        """Make each column as wide as its cells are, and at least as usual and as its heading."""
        rows, px = self.lines().rowCount(), theme().px
        number = self.fontMetrics().horizontalAdvance(f"✕ {rows}") + px(_AROUND)
        self.verticalHeader().setFixedWidth(max(px(_NUMBERS), number))
        for column, width in _WIDTHS.items():
            self._widen(column, max(px(width), self._needed(column, range(rows))))

    def _grow(self, first: Index, last: Index, _roles: object = None) -> None:
        """Make columns wider where what came of changed rows needs it; none becomes narrower."""
        for column in _FITTED:
            needed = self._needed(column, range(first.row(), last.row() + 1))
            self._widen(column, max(self.columnWidth(column), needed))

    def _widen(self, column: int, width: int) -> None:
        line = self.horizontalHeader()
        wanted = max(width, line.sectionSizeHint(column))
        if not line.isSectionHidden(column) and wanted != line.sectionSize(column):
            line.resizeSection(column, wanted)

    def _needed(self, column: int, places: range) -> int:
        """Return the room that cells need; of a rate that has a name some of it is shown."""
        if column not in _FITTED:
            return 0
        texts = (self.lines().text(place, column) for place in places[:_LOOKED_AT])
        needed = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
        return min(needed + theme().px(_AROUND), theme().px(_MOST[column]))

    def _spread(self) -> None:
        """Give the description all that is left, and never less than it needs to be read."""
        if self.model() is not None:
            line = self.horizontalHeader()
            others = line.length() - line.sectionSize(Field.DESCRIPTION)
            least = max(theme().px(_NARROWEST), line.sectionSizeHint(Field.DESCRIPTION))
            room = max(self.viewport().width() - others, least)
            if room != line.sectionSize(Field.DESCRIPTION):
                line.resizeSection(Field.DESCRIPTION, room)

    def _look_again(self) -> None:
        if self.model() is not None:
            self._make_room()
        self.verticalHeader().setDefaultSectionSize(theme().row_height)
        self.setMinimumHeight(theme().row_height * 3 + theme().px(36))
        self.viewport().update()


def _nearest(columns: list[Field], column: int) -> int:
    """Return where a column stands among those that are shown."""
    return max((place for place, field in enumerate(columns) if field <= column), default=0)
