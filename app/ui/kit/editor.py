"""Editors: what fields of forms and cells of grids have in common.

Every editor has ``value()``, ``put(value)``, the signal ``edited()`` for what a clerk typed, and
``show_problem(text, kind)`` / ``show_problem("")``; a form shows the problem under the field.
"""

from __future__ import annotations

import re
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.domain.shared.readings import NO_NUMBER
from app.ui.kit.icons import drawing
from app.ui.kit.labels import wear
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip

TAKES_SNIPPETS = "takes-snippets"
"""A line that is none of the form's takes snippets where it has this property."""
BEGUN = re.compile(r"::([\w.-]*)$")
"""How a line ends in which the shortcut of a snippet is being typed."""


class Kind(Enum):
    """How bad a problem is: it must be mended, or a clerk may accept it."""

    BAD = "bad"
    WARN = "warn"


def note_problem(editor: QWidget, text: str, kind: Kind) -> None:
    """Mark an editor by colour and for screen readers; the sentence is shown by its form."""
    editor.setAccessibleDescription(text)
    editor.setToolTip(plain_tip(text))
    wear(editor, "problem", kind.value if text else "")


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
    """A line that selects all when it is entered: typing replaces the number.

    ``rule`` is what a form says of a text that cannot be read.
    """

    rule = NO_NUMBER

    def is_readable(self) -> bool:
        """Say whether the text is empty or can be read."""
        return True

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

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + theme().px(34), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, px = theme().tokens, theme().px
        side = px(18)
        box = QRect(px(2), (self.height() - side) // 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = tokens.accent if self.isChecked() or self.hasFocus() else tokens.border
        painter.setPen(QPen(QColor(line), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(tokens.accent if self.isChecked() else tokens.surface))
        painter.drawRoundedRect(box, px(4), px(4))
        if self.isChecked():
            sign = drawing("check", side - 4, tokens.on_accent, self.devicePixelRatioF())
            painter.drawPixmap(box.left() + 2, box.top() + 2, sign)
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.disabled))
        words = self.rect().adjusted(side + px(12), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def _typed(self) -> None:
        self.edited.emit()


Editor = LineEditor | MultiLine | ComboEditor | CheckEdit
