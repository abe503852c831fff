"""Forms: labelled fields on twelve columns, problems under them, drafts kept by themselves.

form = Form()
form.heading(_("Address"))
form.add("address.street", _("Street"), TextEdit(), columns=12)
form.add("address.postal_code", _("Postal code"), TextEdit(), columns=4)
form.add("address.city", _("City"), TextEdit(), columns=8)
form.edited.connect(self._check)           # something was typed
form.resting.connect(self._keep_draft)     # 500 ms after the last key, at least every 2 s
form.submitted.connect(self._save)         # Ctrl+Enter, or Enter in the last field
form.left.connect(self._check_field)       # the path of a line that was left
form.show_problems(problems)               # by dotted field; the first one gets the focus
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.domain.shared.problems import Problem
from app.ui.kit.editor import CheckEdit, Editor, Kind, LineEditor, MultiLine
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.messages import problem_text
from app.ui.kit.pause import Pause
from app.ui.kit.sheets import controls
from app.ui.kit.theme import theme

GRID = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Cell(QWidget):
    """A field: label above, editor, and a line below for help or the problem."""

    def __init__(self, label: str, editor: Editor, help_text: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._help = help_text
        self.label = QLabel("" if isinstance(editor, CheckEdit) else label)
        self.label.setProperty("role", "label")
        self.label.setBuddy(editor)
        self.note = plain_label(help_text, "label")
        editor.setAccessibleName(label.replace("&", ""))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme().px(4))
        lines.addWidget(self.label)
        lines.addWidget(editor)
        lines.addWidget(self.note)
        lines.addStretch(1)
        editor.problem_shown.connect(self._show)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._show("", Kind.BAD)

    def explain(self, text: str) -> None:
        """Say something else below the field, while nothing is wrong with it."""
        if self.note.text() == self._help:
            self.note.setText(text)
            self.note.setVisible(bool(text))
        self._help = text

    def _show(self, text: str, kind: Kind) -> None:
        sign = {Kind.BAD: "✕ ", Kind.WARN: "! "}[kind]
        self.note.setText(f"{sign}{text}" if text else self._help)
        show_role(self.note, kind.value if text else "label")
        self.note.setVisible(bool(text or self._help))


class Rows(Protocol):
    """Rows of fields that come and go."""

    title: str

    def put(self, items: Sequence[Mapping[str, Any]]) -> None:
        """Show these items."""

    @property
    def filled(self) -> Sequence[Mapping[str, str]]:
        """Return the paths of the fields of every row that counts, by their names."""


@dataclass(slots=True)
class _Place:
    """Where the next field goes on the grid."""

    row: int = 0
    column: int = 0


class Form(QWidget):
    """A grid of fields; Enter moves on, Ctrl+Enter submits."""

    edited = Signal()
    resting = Signal()
    submitted = Signal()
    submitting = Signal(object)
    dirtied = Signal(object)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[str, Cell] = {}
        self.row_sets: dict[str, Rows] = {}
        self.last_heading = ""
        self._last: Editor | None = None
        self._in_order: list[QWidget] = []
        self._columns: list[int] = []
        self._factor = 1
        self.folds_below = 0
        """The width, at the usual text size, below which fewer fields stand on a line."""
        self._place = _Place()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(16))
        self._grid.setVerticalSpacing(theme().px(12))
        for column in range(GRID):
            self._grid.setColumnStretch(column, 1)
        self._is_dirty = False
        self._pause = Pause(self)
        self._pause.over.connect(self.resting)
        theme().dress(self, controls)

    @property
    def is_dirty(self) -> bool:
        """Say whether something was typed since it was last called clean."""
        return self._is_dirty

    def heading(self, text: str) -> None:
        """Begin a group of fields."""
        self.last_heading = text
        label = plain_label(text, "heading")
        label.setContentsMargins(0, theme().px(12) if self._cells else 0, 0, 0)
        self.place(label)

    def add(
        self, path: str, label: str, editor: Editor, *, columns: int = 6, help_text: str = ""
    ) -> None:
        """Add a field under a dotted path; it goes on the line if it fits, else below."""
        self.place(self.join(path, label, editor, help_text), columns=columns)
        self._last = editor

    def join(self, path: str, label: str, editor: Editor, help_text: str = "") -> Cell:
        """Make a field of this form that stands elsewhere: in a row that comes and goes."""
        cell = Cell(label, editor, help_text)
        self._cells[path] = cell
        editor.edited.connect(self._typed)
        if isinstance(editor, LineEditor):
            editor.editingFinished.connect(partial(self.left.emit, path))
        return cell

    def leave(self, path: str) -> None:
        """Forget a field whose row has gone."""
        self._cells.pop(path, None)

    def place(self, widget: QWidget, *, columns: int = GRID) -> None:
        """Put any widget on the grid, in the order of reading."""
        self._in_order.append(widget)
        self._columns.append(columns)
        self._put(widget, columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        """Give fields twice the columns where there is little room: fewer stand on a line."""
        factor = 1 if self.width() >= theme().px(self.folds_below) else 2
        if factor != self._factor:
            self._factor, self._place = factor, _Place()
            for widget, columns in zip(self._in_order, self._columns, strict=True):
                self._grid.removeWidget(widget)
                self._put(widget, columns)

    def _put(self, widget: QWidget, columns: int) -> None:
        columns = min(columns * self._factor, GRID)
        if self._place.column + columns > GRID:
            self._place = _Place(self._place.row + 1)
        self._last = None
        self._grid.addWidget(widget, self._place.row, self._place.column, 1, columns)
        self._place.column += columns

    def chain(self) -> None:
        """Let Tab and Enter go through the fields in the order of reading, rows among them."""
        stops = [stop for widget in self._in_order for stop in _stops(widget)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def cell(self, path: str) -> Cell:
        return self._cells[path]

    @property
    def paths(self) -> tuple[str, ...]:
        """The path of every field, in the order of reading."""
        return tuple(self._cells)

    def show_problems(self, problems: Iterable[Problem], *, focus: bool = False) -> None:
        """Show each problem under its field and take away those that are mended."""
        by_field: dict[str, Problem] = {}
        for problem in problems:
            held = by_field.get(problem.field)
            if held is None or (held.is_warning and not problem.is_warning):
                by_field[problem.field] = problem
        for path, cell in self._cells.items():
            found = by_field.get(path)
            kind = Kind.WARN if found is not None and found.is_warning else Kind.BAD
            cell.editor.show_problem(problem_text(found) if found else "", kind)
        if focus:
            self._focus_first(by_field)

    def touch(self) -> None:
        """Say that something that stands here is not kept yet."""
        self._mark(dirty=True)
        self._pause.touch()

    def call_clean(self) -> None:
        """Say that what stands here is kept; the mark ``•`` goes."""
        self._pause.stop()
        self._mark(dirty=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._submit()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.focusPreviousChild()
        else:
            self._move_on()

    def _move_on(self) -> None:
        last = self._last
        if last is not None and last.hasFocus() and not isinstance(last, MultiLine):
            self._submit()
        else:
            self.focusNextChild()

    def _submit(self) -> None:
        """Tell that the clerk is done; ``submitting`` brackets it for who keeps what was typed."""
        self.submitting.emit(True)  # noqa: FBT003  a signal's only value
        self.submitted.emit()
        self.submitting.emit(False)  # noqa: FBT003  a signal's only value

    def _focus_first(self, by_field: dict[str, Problem]) -> None:
        for path, cell in self._cells.items():
            if path in by_field and not by_field[path].is_warning:
                cell.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _typed(self) -> None:
        self.touch()
        self.edited.emit()

    def _mark(self, *, dirty: bool) -> None:
        if self._is_dirty != dirty:
            self._is_dirty = dirty
            self.dirtied.emit(dirty)


class Labelled(QWidget):
    """A widget that is no field by itself, under its label as the fields are under theirs."""

    def __init__(self, label: str, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme().px(4))
        told = QLabel(label)
        told.setProperty("role", "label")
        lines.addWidget(told)
        lines.addWidget(inner)

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops."""
        return _stops(self._inner)


@runtime_checkable
class Stopping(Protocol):
    """A widget of several fields, in the order in which Tab visits them."""

    def stops(self) -> Sequence[QWidget]: ...


def _stops(widget: QWidget) -> Sequence[QWidget]:
    if isinstance(widget, Cell):
        return (widget.editor,)
    return widget.stops() if isinstance(widget, Stopping) else ()
