"""Rows of fields inside a form: a new one comes when the last is begun, an emptied one counts not.

points = PartRows(form, "points", (
PartField("kind", _("Way"), partial(ChoiceEdit, KINDS), columns=3),
PartField("value", _("Address or number"), TextEdit, columns=5, is_main=True),
PartField("label", _("Whose"), TextEdit, columns=4),
))
points.put([{"kind": PointKind.EMAIL, "value": "maija@…", "label": ""}])
points.values()                            # of the rows whose main field is filled
points.place_of("points.0.value")          # the form's path of the first filled row
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.kit.form import GRID, Cell, Form
from app.ui.kit.theme import theme


@dataclass(frozen=True, slots=True)
class PartField:
    """One field of every row; a row counts when a main field is filled."""

    name: str
    label: str
    make: Callable[[], Any]
    columns: int = 6
    is_main: bool = False


@dataclass(slots=True)
class _Row:
    """A row that stands in the form."""

    key: str
    widget: QWidget
    editors: dict[str, Any] = field(default_factory=dict)


class PartRows(QWidget):
    """Rows of the same fields; ``added(row)`` when a new one stands there."""

    added = Signal(object)

    def __init__(self, form: Form, path: str, fields: Sequence[PartField], more: str = "") -> None:
        super().__init__()
        self._form = form
        self._path = path
        self._fields = tuple(fields)
        self._rows: list[_Row] = []
        self._made = 0
        self.title = form.last_heading
        form.row_sets[path] = self
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))
        self._more = QPushButton(more) if more else None
        if self._more is not None:
            self._more.setProperty("plain", "true")
            self._more.clicked.connect(self._add_and_enter)
            self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.put(())

    def put(self, items: Sequence[Mapping[str, Any]]) -> None:
        """Show these items, and an empty row after them."""
        for row in self._rows:
            self._drop(row)
        self._rows = []
        for item in items:
            self._fill(self._add(), item)
        if not items or self._more is None:
            self._add()

    def values(self) -> list[dict[str, Any]]:
        """Return what the filled rows hold."""
        return [
            {name: editor.value() for name, editor in row.editors.items()} for row in self._filled()
        ]

    @property
    def filled(self) -> Sequence[Mapping[str, str]]:
        """Return the form's paths of the fields of every filled row, by their names."""
        return [{name: f"{row.key}.{name}" for name in row.editors} for row in self._filled()]

    def add_item(self, item: Mapping[str, Any]) -> int:
        """Add a row at the end that holds an item; return its place."""
        self._fill(self._add(), item)
        return len(self._rows) - 1

    def take_out(self, place: int) -> None:
        """Take a row out; another empty one comes where it was the only one."""
        row = self._rows.pop(place)
        row.widget.hide()
        self._drop(row)
        if not self._rows:
            self._add()
        self._form.chain()

    def editor(self, place: int, name: str) -> Any:
        """Return a field of a row, counted from the top."""
        return self._rows[place].editors[name]

    @property
    def rows(self) -> Sequence[Mapping[str, Any]]:
        """The fields of every row by their names, from the top, those of empty rows too."""
        return [row.editors for row in self._rows]

    def count(self) -> int:
        """Return how many rows stand there, empty ones among them."""
        return len(self._rows)

    def first_of(self, name: str) -> str:
        """Return the form's path of a field in the first row."""
        return f"{self._rows[0].key}.{name}"

    def path(self, place: int, name: str) -> str:
        """Return the form's path of a field in a row, counted from the top, empty ones too."""
        return f"{self._rows[place].key}.{name}"

    def stops(self) -> Sequence[QWidget]:
        """Return the fields from the top, in the order in which Tab visits them."""
        more = () if self._more is None else (self._more,)
        return (*(editor for row in self._rows for editor in row.editors.values()), *more)

    def place_of(self, problem_field: str) -> str:
        """Return the form's path of a dotted field that counts the filled rows."""
        part, _, rest = problem_field.partition(".")
        number, _, name = rest.partition(".")
        filled = self._filled()
        if part != self._path or not number.isdigit() or int(number) >= len(filled):
            return problem_field
        return f"{filled[int(number)].key}.{name}"

    def _filled(self) -> list[_Row]:
        return [row for row in self._rows if self._is_filled(row)]

    def _is_filled(self, row: _Row) -> bool:
        return any(row.editors[one.name].value() for one in self._fields if one.is_main)

    def _add(self) -> _Row:
        row = _Row(f"{self._path}#{self._made}", QWidget())
        self._made += 1
        grid = QGridLayout(row.widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(8))
        line = column = 0
        for one in self._fields:
            if column + one.columns > GRID:
                line, column = line + 1, 0
            cell = self._cell(row, one)
            grid.addWidget(cell, line, column, 1, one.columns)
            column += one.columns
        for place in range(GRID):
            grid.setColumnStretch(place, 1)
        self._column.insertWidget(len(self._rows), row.widget)
        row.widget.show()
        self._rows.append(row)
        self._form.chain()
        self.added.emit(row.editors)
        return row

    def _cell(self, row: _Row, one: PartField) -> Cell:
        editor = one.make()
        cell = self._form.join(f"{row.key}.{one.name}", one.label, editor)
        cell.label.setVisible(self._more is not None or not self._rows)
        if one.is_main:
            editor.edited.connect(self._grow)
        row.editors[one.name] = editor
        return cell

    def _fill(self, row: _Row, item: Mapping[str, Any]) -> None:
        for name, value in item.items():
            row.editors[name].put(value)

    def _grow(self) -> None:
        if self._more is None and self._is_filled(self._rows[-1]):
            self._add()

    def _add_and_enter(self) -> None:
        row = self._add()
        next(iter(row.editors.values())).setFocus()

    def _drop(self, row: _Row) -> None:
        for name in row.editors:
            self._form.leave(f"{row.key}.{name}")
        self._column.removeWidget(row.widget)
        row.widget.hide()
        row.widget.deleteLater()
