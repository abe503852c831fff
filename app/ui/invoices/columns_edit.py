"""The columns of the lines: which are shown, in which order, under which titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.invoices.layout import ColumnChoice, ColumnTitle, LineColumn
from app.ui.invoices.layout_words import COLUMNS
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import TextEdit
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip


class ColumnRow(QWidget):
    """One column: shown or not, its own title, and two buttons that move it."""

    edited = Signal()
    moved = Signal(object)

    def __init__(self, column: LineColumn) -> None:
        super().__init__()
        name = _(COLUMNS[column])
        self.column = column
        self.titles: dict[str, str] = {}
        self.is_shown = CheckEdit(name)
        self.title = TextEdit()
        self.title.setPlaceholderText(_("Usual title"))
        self.title.setAccessibleName(_("{column}: title", column=name))
        self.up, self.down = QPushButton(), QPushButton()
        self.up.setIcon(icon("chevron-up"))
        self.down.setIcon(icon("chevron-down"))
        self.up.setAccessibleName(_("{column}: to the left", column=name))
        self.down.setAccessibleName(_("{column}: to the right", column=name))
        for button, step in ((self.up, -1), (self.down, 1)):
            button.setToolTip(plain_tip(button.accessibleName()))
            button.clicked.connect(partial(self._move, step))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(8))
        line.addWidget(self.is_shown, 3)
        line.addWidget(self.title, 3)
        line.addWidget(self.up)
        line.addWidget(self.down)
        self.is_shown.edited.connect(self.edited)
        self.title.edited.connect(self.edited)

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops."""
        return (self.is_shown, self.title, self.up, self.down)

    def has_keyboard(self) -> bool:
        """Say whether the keyboard is on this column."""
        return any(stop.hasFocus() for stop in self.stops())

    def _move(self, step: int, _is_checked: object = None) -> None:
        self.moved.emit(step)


class ColumnsEdit(QWidget):
    """All columns from left to right; the one with the keyboard can be moved."""

    edited = Signal()
    reordered = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.rows = [ColumnRow(column) for column in LineColumn]
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme().px(4))
        self.note = plain_label("", "bad")
        self.note.setWordWrap(True)
        self.note.hide()
        self._lines.addWidget(self.note)
        for row in self.rows:
            self._lines.addWidget(row)
            row.edited.connect(self.edited)
            row.moved.connect(partial(self._move, row))

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops."""
        return [stop for row in self.rows for stop in row.stops()]

    def show_problem(self, text: str) -> None:
        """Say under the columns what is wrong with them."""
        self.note.setText(f"✕ {text}" if text else "")
        self.note.setVisible(bool(text))

    def put(self, columns: Sequence[ColumnChoice]) -> None:
        """Show which columns there are and in which order; the others stand below."""
        chosen = [one.column for one in columns]
        order = [*chosen, *(one for one in LineColumn if one not in chosen)]
        self.rows.sort(key=lambda row: order.index(row.column))
        titles: Mapping[LineColumn, ColumnChoice] = {one.column: one for one in columns}
        for row in self.rows:
            found = titles.get(row.column)
            row.is_shown.put(found is not None)
            row.titles = {one.language: one.text for one in found.titles} if found else {}
            row.title.put(row.titles.get(self._language, ""))
        self._stand()

    def value(self) -> tuple[ColumnChoice, ...]:
        """Return the columns that are shown, in their order."""
        self._take()
        return tuple(
            ColumnChoice(
                row.column,
                tuple(ColumnTitle(code, text) for code, text in sorted(row.titles.items())),
            )
            for row in self.rows
            if row.is_shown.value()
        )

    def turn(self, language: str) -> None:
        """Show the titles of another language."""
        self._take()
        self._language = language
        for row in self.rows:
            row.title.put(row.titles.get(language, ""))

    def move_up(self) -> None:
        """Move the column with the keyboard to the left."""
        self._move_chosen(-1)

    def move_down(self) -> None:
        """Move the column with the keyboard to the right."""
        self._move_chosen(1)

    def _move_chosen(self, step: int) -> None:
        row = next((one for one in self.rows if one.has_keyboard()), None)
        if row is not None:
            self._move(row, step)

    def _take(self) -> None:
        for row in self.rows:
            row.titles[self._language] = row.title.value()
            row.titles = {code: text for code, text in row.titles.items() if text}

    def _move(self, row: ColumnRow, step: int) -> None:
        """Move a column; the keyboard stays on it."""
        at = self.rows.index(row)
        if 0 <= at + step < len(self.rows):
            had = self.focusWidget()
            self.rows.insert(at + step, self.rows.pop(at))
            self._stand()
            if had is not None:
                had.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reordered.emit()
            self.edited.emit()

    def _stand(self) -> None:
        """Stand in the order of the columns."""
        for at, row in enumerate(self.rows):
            self._lines.removeWidget(row)
            self._lines.insertWidget(at, row)
            row.up.setEnabled(at > 0)
            row.down.setEnabled(at + 1 < len(self.rows))
