"""The period bar: from which day to which, a step back or forth, this month, this year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.accounting.periods import Period
from app.ui.kit.editor import Kind, note_problem
from app.ui.kit.fields import DateEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.preview_bars import tool
from app.ui.kit.sheets import chips
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_REST = 150


class PeriodBar(QWidget):
    """Two days and the ways to change both; ``changed()`` when there is another period."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = DateEdit(today)
        self.last = DateEdit(today)
        self.problem = plain_label(role="bad")
        self.problem.setWordWrap(False)
        self._told: Period | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST)
        self._pause.timeout.connect(self._look)
        self._line = QHBoxLayout(self)
        self._lay_out()
        for field in (self.first, self.last):
            field.edited.connect(self._pause.start)
            field.editingFinished.connect(self._pause.start)
        theme().dress(self, chips)

    def period(self) -> Period | None:
        """Return the period that is written, or none while it cannot be read."""
        first, last = self.first.value(), self.last.value()
        return Period(first, last) if first and last and first <= last else None

    def put(self, period: Period) -> None:
        """Show another period and tell of it."""
        self.first.put(period.first)
        self.last.put(period.last)
        self._look()

    def offer(self, name: str, period: Period) -> None:
        """Add a button that puts a period."""
        button = QPushButton(name)
        button.setProperty("chip", "true")
        button.clicked.connect(partial(self.put, period))
        self._line.insertWidget(self._line.count() - 2, button)

    def step(self, by: int) -> None:
        """Show the period before or after."""
        period = self.period()
        if period is not None:
            self.put(period.moved(by))

    def _lay_out(self) -> None:
        px = theme().px
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(4))
        for text, field in ((_("From"), self.first), (_("to"), self.last)):
            label = plain_label(text, "label")
            label.setWordWrap(False)
            label.setBuddy(field)
            field.setFixedWidth(px(112))
            self._line.addWidget(label)
            self._line.addWidget(field)
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))
        self.before = tool("chevron-left", _("Period before"), "Alt+PgUp")
        self.after = tool("chevron-right", _("Period after"), "Alt+PgDown")
        self.before.clicked.connect(partial(self.step, -1))
        self.after.clicked.connect(partial(self.step, 1))
        for button in (self.before, self.after):
            self._line.addWidget(button)
        self._line.addWidget(self.problem)
        self._line.addStretch(1)

    def _look(self) -> None:
        self._pause.stop()
        period = self.period()
        unread = [one for one in (self.first, self.last) if one.value() is None]
        text = ""
        if period is None:
            text = (
                _("Write a day, such as 31.12. or t for today.")
                if unread
                else _("The last day lies before the first.")
            )
        self.problem.setText(text)
        for field in (self.first, self.last):
            note_problem(field, text if field in (unread or [self.last]) else "", Kind.BAD)
        if period is not None and period != self._told:
            self._told = period
            self.changed.emit()
