"""Editors: what fields of forms and cells of grids have in common.

Every editor has ``value()``, ``put(value)``, the signal ``edited()`` for what a clerk typed, and
``show_problem(text, kind)`` / ``show_problem("")``; a form shows the problem under the field.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget


class Kind(Enum):
    """How bad a problem is: it must be mended, or a clerk may accept it."""

    BAD = "bad"
    WARN = "warn"


def note_problem(editor: QWidget, text: str, kind: Kind) -> None:
    """Mark an editor by colour and for screen readers; the sentence is shown by its form."""
    editor.setProperty("problem", kind.value if text else "")
    editor.setAccessibleDescription(text)
    editor.setToolTip(text)
    editor.style().unpolish(editor)
    editor.style().polish(editor)


class LineEditor(QLineEdit):
    """One line to type in; ``value()`` is told by each kind."""

    edited = Signal()
    problem_shown = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(2000)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self.tidy)

    def show_problem(self, text: str, kind: Kind = Kind.BAD) -> None:
        note_problem(self, text, kind)
        self.problem_shown.emit(text, kind)

    def tidy(self) -> None:
        """Write the value as the language does; called when the clerk leaves the field."""

    def _typed(self, text: str) -> None:
        self.edited.emit()


class NumberEditor(LineEditor):
    """A line that selects all when it is entered: typing replaces the number."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


class MultiLine(QPlainTextEdit):
    """Several lines of plain text; Tab leaves it."""

    edited = Signal()
    problem_shown = Signal(str, object)

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._is_put = False
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._typed)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)

    def value(self) -> str:
        return self.toPlainText().strip()

    def put(self, text: str) -> None:
        if text != self.toPlainText():
            self._is_put = True
            self.setPlainText(text)
            self._is_put = False

    def show_problem(self, text: str, kind: Kind = Kind.BAD) -> None:
        note_problem(self, text, kind)
        self.problem_shown.emit(text, kind)

    def _typed(self) -> None:
        if not self._is_put:
            self.edited.emit()


class ComboEditor(QComboBox):
    """A choice from a list; the wheel scrolls the page, it does not change the choice."""

    edited = Signal()
    problem_shown = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.activated.connect(self._typed)

    def show_problem(self, text: str, kind: Kind = Kind.BAD) -> None:
        note_problem(self, text, kind)
        self.problem_shown.emit(text, kind)

    def _typed(self, place: int) -> None:
        self.edited.emit()


class CheckEdit(QCheckBox):
    """Yes or no."""

    edited = Signal()
    problem_shown = Signal(str, object)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(self._typed)

    def value(self) -> bool:
        return self.isChecked()

    def put(self, value: object) -> None:
        self.setChecked(bool(value))

    def show_problem(self, text: str, kind: Kind = Kind.BAD) -> None:
        note_problem(self, text, kind)
        self.problem_shown.emit(text, kind)

    def _typed(self) -> None:
        self.edited.emit()


Editor = LineEditor | MultiLine | ComboEditor | CheckEdit
