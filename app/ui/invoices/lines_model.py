"""The lines of the form as a table: texts as typed, figures as reckoned, and every step undone.

Every change is a splice: some rows give way to others. What undoes it is a splice, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.domain.invoices.invoice import Line, LineTotal
from app.domain.shared.problems import Problem
from app.ui.invoices.choice_words import shown
from app.ui.invoices.rows import PATHS, Field, Reader, ReadRow, RowText, a_row, field_of
from app.ui.invoices.steps import Splice, Steps
from app.ui.invoices.titles import TOTAL, title_of
from app.ui.kit.messages import problem_text
from app.ui.kit.texts import formats
from app.ui.kit.tips import plain_tip

RIGHT = frozenset({Field.QUANTITY, Field.PRICE, Field.DISCOUNT, Field.VAT, TOTAL})
PROBLEM = int(Qt.ItemDataRole.UserRole) + 1
"""The role of the problem at a cell: ``Problem`` or None."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_NAME = int(Qt.ItemDataRole.AccessibleTextRole)
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_AT_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of a row: the line complete with what was left open, and its total."""

    line: Line
    total: LineTotal | None


class LinesModel(QAbstractTableModel):
    """Holds the rows; ``edited()`` after every change by a clerk, undone ones too."""

    edited = Signal()

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reader = reader
        self.steps = Steps(self._apply)
        self._rows: list[RowText] = [a_row()]
        self._read: dict[int, tuple[RowText, ReadRow]] = {}
        self._figures: Mapping[int, Figures] = {}
        self._problems: dict[tuple[int, int], Problem] = {}
        self._marked: dict[int, Problem] = {}

    @property
    def rows(self) -> tuple[RowText, ...]:
        """Every row, from top to bottom."""
        return tuple(self._rows)

    def show(self, rows: Sequence[RowText]) -> None:
        """Show other rows, at least an empty one; nothing of the old ones can be undone."""
        self.beginResetModel()
        self._rows = list(rows) or [a_row()]
        self._read, self._figures, self._problems, self._marked = {}, {}, {}, {}
        self.steps.clear()
        self.endResetModel()

    def read(self) -> tuple[ReadRow, ...]:
        """Return what could be read of every row, and what could not."""
        return tuple(self._read_row(row) for row in self._rows)

    def show_figures(
        self, keys: Sequence[int], figures: Mapping[int, Figures], problems: Sequence[Problem]
    ) -> None:
        """Show what was reckoned of the rows with these keys, and the problems at their cells."""
        self._figures = figures
        self._problems, self._marked = {}, {}
        for problem in problems:
            place, cell = _place_of(problem.field)
            if place is not None and place < len(keys):
                self._note(keys[place], cell, problem)
        self._tell(0, len(self._rows) - 1)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)

    def write(self, place: int, field: Field, text: str) -> None:
        """Take what is being typed in a cell, key by key; one step to undo for each visit."""
        row = self._rows[place]
        if row.texts[field] != text:
            self.steps.do(Splice(place, 1, (row.typed(field, text),), (row.key, field)))

    def tidy(self, place: int, field: Field) -> None:
        """Write a cell as the language does, once the clerk leaves it."""
        self.write(place, field, self.reader.tidied(field, self._rows[place].texts[field]))
        self.steps.end()

    def splice(
        self,
        place: int,
        count: int,
        rows: Sequence[RowText],
        read: Mapping[int, tuple[RowText, ReadRow]] | None = None,
    ) -> None:
        """Put rows in the place of others; ``read`` holds those that were read elsewhere."""
        self._read.update(read or {})
        self.steps.do(Splice(place, count, tuple(rows)))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else TOTAL + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if index.column() == TOTAL else usual | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        place, column = index.row(), index.column()
        if role in {_DISPLAY, _EDIT}:
            return self.text(place, column)
        if role == _ALIGNMENT:
            return _AT_RIGHT if column in RIGHT else _AT_LEFT
        if role == PROBLEM:
            return self.problem_at(place, column)
        if role in {_TOOL_TIP, _DESCRIPTION}:
            return _said(self.problem_at(place, column), is_tip=role == _TOOL_TIP)
        if role == _NAME:
            return f"{title_of(column)}: {self.text(place, column)}"
        return None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        if role != _EDIT or index.column() == TOTAL:
            return False
        field = Field(index.column())
        self.write(index.row(), field, str(value))
        self.tidy(index.row(), field)
        return True

    def headerData(self, section: int, across: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if across == Qt.Orientation.Vertical:
            return self._header_of_row(section, role)
        if role == _DISPLAY:
            return title_of(section)
        if role == _ALIGNMENT:
            return _AT_RIGHT if section in RIGHT else _AT_LEFT
        return None

    def text(self, place: int, column: int) -> str:
        """Return what a cell shows: what was typed, else what came of it."""
        row = self._rows[place]
        if column == TOTAL:
            return self._total(row)
        field = Field(column)
        typed = row.texts[field]
        if field is Field.VAT and typed in self.reader.vat.codes:
            found = self._figures.get(row.key)
            is_same = found is not None and found.line.vat == typed
            return self.reader.vat.text(typed, found.line.rate if found and is_same else None)
        if field is Field.CHOICE:
            return shown(typed)
        return typed or ("" if row.is_blank else self._usual(row, field))

    def problem_at(self, place: int, column: int) -> Problem | None:
        """Return the problem of a cell, or none."""
        return self._problems.get((self._rows[place].key, column))

    def _usual(self, row: RowText, field: Field) -> str:
        """Return what a cell means that was left empty."""
        if field is Field.QUANTITY:
            return self.reader.number(self._read_row(row).line.quantity)
        found = self._figures.get(row.key)
        if found is None:
            is_name = field is Field.DESCRIPTION and row.product is not None
            return (
                row.product.name_in(self.reader.formats.language) if is_name and row.product else ""
            )
        return self._reckoned(row, field, found.line)

    def _reckoned(self, row: RowText, field: Field, line: Line) -> str:
        match field:
            case Field.DESCRIPTION:
                return line.description
            case Field.UNIT:
                return line.unit
            case Field.PRICE:
                return self.reader.price(line.price) if row.product is not None else ""
            case Field.VAT:
                return "" if line.is_heading else self.reader.vat.text(line.vat, line.rate)
        return ""

    def _total(self, row: RowText) -> str:
        found = self._figures.get(row.key)
        if found is None or found.total is None or found.line.is_heading:
            return ""
        return formats().amount(found.total.net.minor, found.total.net.currency)

    def _read_row(self, row: RowText) -> ReadRow:
        held = self._read.get(row.key)
        if held is None or held[0] is not row:
            held = (row, self.reader.read(row))
            self._read[row.key] = held
        return held[1]

    def _note(self, key: int, cell: str, problem: Problem) -> None:
        at = (key, field_of(cell))
        known = self._problems.get(at)
        if known is None or (known.is_warning and not problem.is_warning):
            self._problems[at] = problem
        worst = self._marked.get(key)
        if worst is None or (worst.is_warning and not problem.is_warning):
            self._marked[key] = problem

    def _header_of_row(self, section: int, role: int) -> Any:
        problem = self._marked.get(self._rows[section].key)
        if role == _DISPLAY:
            sign = "" if problem is None else "! " if problem.is_warning else "✕ "
            return f"{sign}{section + 1}"
        if role in {_TOOL_TIP, _DESCRIPTION}:
            return _said(problem, is_tip=role == _TOOL_TIP)
        return _AT_RIGHT if role == _ALIGNMENT else None

    def _apply(self, splice: Splice) -> Splice:
        """Put the rows in place and return what undoes it; an empty row is always left."""
        place, count = splice.place, splice.count
        rows = splice.rows
        if not rows and count == len(self._rows):
            rows = (a_row(),)
        back = Splice(place, len(rows), tuple(self._rows[place : place + count]), splice.cell)
        same = min(count, len(rows))
        self._rows[place : place + same] = rows[:same]
        if same:
            self._tell(place, place + same - 1)
        if len(rows) > same:
            self.beginInsertRows(QModelIndex(), place + same, place + len(rows) - 1)
            self._rows[place + same : place + same] = rows[same:]
            self.endInsertRows()
        elif count > same:
            self.beginRemoveRows(QModelIndex(), place + same, place + count - 1)
            del self._rows[place + same : place + count]
            self.endRemoveRows()
        self.edited.emit()
        return back

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, TOTAL))


def _said(problem: Problem | None, *, is_tip: bool) -> str | None:
    """Return a problem in words, which name what was typed; a tip obeys no mark in them."""
    said = problem_text(problem) if problem else None
    return plain_tip(said) if said and is_tip else said


def _place_of(path: str) -> tuple[int | None, str]:
    """Return the row and the cell of a problem's path: ``lines.2.quantity``."""
    parts = path.split(".", maxsplit=2)
    if parts[0] != "lines" or len(parts) < 2:
        return None, ""
    return int(parts[1]), parts[2] if len(parts) > 2 else PATHS[Field.DESCRIPTION]
