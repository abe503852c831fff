"""Which field each column of a table fills: its heading, what stands below, and a choice."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.domain.shared.imports import Look
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

MOST_COLUMNS = 100
_SAMPLES = 3


class ColumnChoices(QWidget):
    """A line for each column; ``changed()`` when a choice is another."""

    changed = Signal()

    def __init__(self, fields: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self.choices: list[ChoiceEdit[str]] = []
        self._columns: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(16))
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        theme().dress(self, controls)

    def show_look(self, look: Look) -> None:
        """Show the columns of a table and the fields they were guessed to fill."""
        self._clear()
        self._columns = look.plan.columns
        for place, title in enumerate((_("Column"), _("Contains"), _("Becomes"))):
            caption = _label("label")
            caption.setText(title)
            self._grid.addWidget(caption, 0, place)
        for column in range(min(len(look.header), MOST_COLUMNS)):
            self._add(look, column)

    def columns(self) -> tuple[str, ...]:
        """Return the field of each column, in their order."""
        chosen = tuple(choice.value() for choice in self.choices)
        return (*chosen, *self._columns[len(chosen) :])

    def _add(self, look: Look, column: int) -> None:
        heading, sample = _label("text"), _label("muted")
        title = look.header[column] or _("Column {number}", number=column + 1)
        cells = [row[column].strip() for row in look.sample if row[column].strip()]
        heading.setText(title)
        sample.setText(" · ".join(cells[:_SAMPLES]))
        choice = ChoiceEdit(
            [("", _("(leave out)")), *((name, _(text)) for name, text in self._fields.items())]
        )
        choice.setAccessibleName(_("What the column {title} becomes", title=title))
        choice.put(look.plan.columns[column] if column < len(look.plan.columns) else "")
        choice.edited.connect(self.changed)
        self.choices.append(choice)
        self._grid.addWidget(heading, column + 1, 0)
        self._grid.addWidget(sample, column + 1, 1)
        self._grid.addWidget(choice, column + 1, 2)

    def _clear(self) -> None:
        self.choices = []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _label(role: str) -> QLabel:
    """Return a label on one line that never asks for more room than there is."""
    label = plain_label(role=role)
    label.setWordWrap(False)
    label.setMinimumWidth(1)
    return label
