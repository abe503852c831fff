"""What can be done with rows as a whole: removed, moved, emptied, copied and pasted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.ui.invoices.lines_model import LinesModel
from app.ui.invoices.pasting import Pasted, as_text, pasted_rows
from app.ui.invoices.rows import Field, RowText, a_row
from app.ui.invoices.titles import TOTAL
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Reply

if TYPE_CHECKING:
    # The grid owns its verbs; each knows the other.
    from app.ui.invoices.lines_view import LinesView


class RowVerbs(QObject):
    """Works on the rows that are selected in the grid; every verb is one step to undo."""

    def __init__(self, view: LinesView, client: OfficeClient) -> None:
        super().__init__(view)
        self._view = view
        self._client = client

    def remove(self) -> int:
        """Remove the rows that are selected, and return how many these were."""
        first, last = self._chosen_rows()
        column = self._view.currentIndex().column()
        self._view.settle()
        self._lines().splice(first, last - first + 1, ())
        self._view.go(min(first, self._lines().rowCount() - 1), max(column, 0))
        return last - first + 1

    def insert(self) -> None:
        """Make an empty row above the cursor."""
        self._view.settle()
        place = max(self._view.currentIndex().row(), 0)
        self._lines().splice(place, 0, (a_row(),))
        self._view.go(place, Field.DESCRIPTION)

    def shift(self, by: int) -> None:
        """Move the selected rows up or down by one."""
        self._view.settle()
        first, last = self._chosen_rows()
        rows, column = self._lines().rows, self._view.currentIndex().column()
        if first + by < 0 or last + by >= len(rows):
            return
        moved = rows[first : last + 1]
        passed = rows[first + by] if by < 0 else rows[last + by]
        order = (*moved, passed) if by < 0 else (passed, *moved)
        self._lines().splice(min(first, first + by), len(order), order)
        self._view.go(first + by, max(column, 0))

    def copy_above(self) -> None:
        """Write into the cell what the cell above says."""
        index = self._view.currentIndex()
        if index.row() < 1 or index.column() == TOTAL:
            return
        self._view.settle()
        lines, field = self._lines(), Field(index.column())
        above = lines.rows[index.row() - 1]
        if field is Field.DESCRIPTION and above.product is not None:
            row = lines.rows[index.row()].picked(above.product)
            lines.splice(index.row(), 1, (row.typed(field, above.texts[field]),))
        else:
            lines.setData(index, above.texts[field] or lines.text(index.row() - 1, field))

    def paste(self) -> None:
        """Take rows of a spreadsheet in, reading them away from the window."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            return
        work = partial(
            pasted_rows, text, max(self._view.currentIndex().column(), 0), self._lines().reader
        )
        self._client.lanes.questions.run(work, Reply(self._take_in))

    def copy(self) -> None:
        """Copy the selected cells for a spreadsheet."""
        QGuiApplication.clipboard().setText(as_text(self._lines(), self._view.selectionModel()))

    def empty(self) -> bool:
        """Empty the selected cells, in one step."""
        first, last = self._chosen_rows()
        parts = self._parts()
        columns = [field for field in Field if any(a <= field <= b for _x, _y, a, b in parts)]
        rows = [_emptied(row, columns) for row in self._lines().rows[first : last + 1]]
        if rows:
            self._lines().splice(first, len(rows), rows)
        return True

    def _parts(self) -> list[tuple[int, int, int, int]]:
        """Return what is selected: rows and columns from and to; without any, the cursor."""
        chosen, cursor = self._view.selectionModel().selection(), self._view.currentIndex()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        found = [(one.top(), one.bottom(), one.left(), one.right()) for one in ranges]
        return found or [(cursor.row(), cursor.row(), cursor.column(), cursor.column())]

    def _chosen_rows(self) -> tuple[int, int]:
        parts = self._parts()
        return max(min(part[0] for part in parts), 0), max(0, *(part[1] for part in parts))

    def _take_in(self, pasted: Pasted) -> None:
        rows = [row for row, _read in pasted.rows.values()]
        if not rows:
            return
        lines = self._lines()
        place = max(self._view.currentIndex().row(), 0)
        count = 1 if lines.rows[place].is_blank else 0
        lines.splice(place if count else place + 1, count, rows, pasted.rows)
        self._view.go(place + len(rows) - count, Field.DESCRIPTION)
        self._view.pasted.emit(pasted)

    def _lines(self) -> LinesModel:
        return self._view.lines()


def _emptied(row: RowText, columns: list[Field]) -> RowText:
    """Return a row with empty cells; without its description it is no product any more."""
    for field in columns:
        row = row.typed(field, "")
    return RowText(row.key, row.texts) if Field.DESCRIPTION in columns else row
