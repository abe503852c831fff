"""The dialog that locks weeks: until which day payroll has taken the hours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.hours.hours import TimeWeek
from app.services import time_weeks
from app.ui.employees.day_dialog import DayDialog
from app.ui.employees.pay_run_dialogs import month_of
from app.ui.kit.fields import DateEdit
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many


class LockDialog(DayDialog):
    """Asks for the days; weeks that were approved and end between them are locked."""

    def __init__(self, shell: Shell, parent: QWidget, day: date) -> None:
        text = _("Approved weeks that end between these days are never changed again.")
        super().__init__(shell, parent, _("Lock weeks"), text)
        self.first = DateEdit(shell.today)
        first, last = month_of(day)
        self.first.put(first)
        self.day.put(last)
        self.add_labelled(_("From the day"), self.first)
        self.add_labelled(_("Until the day"), self.day)
        self.finish(_("Lock them"))
        self.first.setFocus()

    def send(self, day: date) -> None:
        first = self.first.value()
        if first is None:
            self.wrong.setText("✕ " + _("Write the day."))
            self.wrong.show()
            return
        self.shell.client.do(self._locked, time_weeks.lock, first, day, refused=self.refuse)

    def _locked(self, weeks: Sequence[TimeWeek]) -> None:
        self.accept()
        self.shell.say(many("{n} week is locked", "{n} weeks are locked", len(weeks)))
