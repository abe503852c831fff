"""The days of a week as they are typed: each its times of the clock, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.hours.measuring import Stretch
from app.domain.hours.sheet import SheetDay
from app.domain.hours.writing import read_hours, stretch_of, written_of
from app.services.hours import BEGINS, OpenedSheet
from app.ui.employees.hours_words import day_name, minutes_text, why_not_due
from app.ui.kit.editor import LineEditor
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_TYPED = 220


class DayEdit(LineEditor):
    """The hours of one day as one types them: 8:15, 8,25 or 8-16.30."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        self.kept = ""
        self.setPlaceholderText("8-16.30")
        self.setMinimumWidth(theme().px(_TYPED))

    def keep(self, text: str) -> None:
        """Show what is kept; what is being typed stays."""
        if self.text() == self.kept or not self.hasFocus():
            self.setText(text)
        self.kept = text


class WeekGrid(QWidget):
    """Shows the days of a week; what is typed in one is written when the cursor leaves it."""

    written = Signal(object, object)
    """A day and its times of the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.edits = [DayEdit(place) for place in range(7)]
        self._names = [plain_label() for _one in self.edits]
        for name in self._names:
            name.setWordWrap(False)
        self._sums = [plain_label() for _one in self.edits]
        self._dues = [plain_label("", "muted") for _one in self.edits]
        self._notes = [plain_label("", "muted") for _one in self.edits]
        self._days: Sequence[date] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme().px(8))
        for column, title in enumerate((_("Day"), _("Hours"), _("Worked"), _("Hours due"))):
            grid.addWidget(plain_label(title, "muted"), 0, column)
        for row, edit in enumerate(self.edits, 1):
            place = edit.place
            line = (self._names, self.edits, self._sums, self._dues, self._notes)
            parts: list[QWidget] = [some[place] for some in line]
            for column, part in enumerate(parts):
                grid.addWidget(part, row, column)
            edit.editingFinished.connect(self._finished)
        grid.setColumnStretch(4, 1)
        theme().dress(self, controls)

    def show_sheet(self, opened: OpenedSheet) -> None:
        """Show a week; days that are not open cannot be typed in."""
        sheet = opened.sheet
        self._days = [one.day for one in sheet.days]
        for place, day in enumerate(sheet.days):
            edit = self.edits[place]
            edit.setReadOnly(not sheet.is_open or _runs(day))
            edit.setAccessibleName(_("Hours of {day}", day=day_name(day.day)))
            edit.show_problem("")
            edit.keep(written_of(opened.times[place]))
            self._names[place].setText(day_name(day.day))
            self._sums[place].setText(minutes_text(day.worked) if day.entries else "")
            self._dues[place].setText(minutes_text(day.due.due) if day.due.due else "")
            self._notes[place].setText(_("the clock runs") if _runs(day) else why_not_due(day.due))

    def _finished(self) -> None:
        edit = self.sender()
        if not isinstance(edit, DayEdit) or edit.text() == edit.kept or edit.isReadOnly():
            return
        found = read_hours(edit.text(), formats().decimal_mark)
        if found is None:
            edit.show_problem(_("Write hours as 8:15, or times as 8-16.30."))
            return
        times = found.stretches
        if found.minutes:
            times = (stretch_of(found.minutes, BEGINS),)
        edit.show_problem("")
        self.written.emit(self._days[edit.place], tuple[Stretch, ...](times))


def _runs(day: SheetDay) -> bool:
    return any(one.ended_at is None for one in day.entries)
