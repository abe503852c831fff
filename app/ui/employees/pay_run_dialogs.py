"""The dialogs of pay runs: of which days, and when the money left the bank."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.payroll.payroll import KIND, PayrollRun
from app.domain.shared.ids import PayrollRunId
from app.services import payroll
from app.services.payroll import RunForm
from app.ui.employees.day_dialog import DayDialog
from app.ui.kit.fields import DateEdit, TextEdit
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class RunDialog(DayDialog):
    """Asks which days are paid for, and on which day."""

    drafted_of = 0

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        text = _("Everybody under contract is paid for these days, and nobody twice.")
        super().__init__(shell, parent, _("New pay run"), text)
        self.first, self.last = DateEdit(shell.today), DateEdit(shell.today)
        first, last = month_of(shell.today())
        for edit, day in ((self.first, first), (self.last, last), (self.day, last)):
            edit.put(day)
        self.add_labelled(_("First day"), self.first)
        self.add_labelled(_("Last day"), self.last)
        self.add_labelled(_("Pay day"), self.day)
        self.finish(_("Begin"))
        self.first.setFocus()

    def send(self, day: date) -> None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            self.wrong.setText("✕ " + _("Write the day."))
            self.wrong.show()
            return
        form = RunForm(first, last, day)
        self.shell.client.do(self._begun, payroll.begin, form, refused=self.refuse)

    def _begun(self, run: PayrollRun) -> None:
        self.accept()
        opened(self.shell, run)


class PaidDialog(DayDialog):
    """Asks on which day the money left the bank."""

    def __init__(self, shell: Shell, parent: QWidget, run: PayrollRun) -> None:
        text = _("The net pay is booked against the bank.")
        super().__init__(shell, parent, _("The pay of {run}", run=run.number), text)
        self.drafted_of = run.id
        self._run = run
        self.day.put(min(run.pay_on, shell.today()))
        self.add_labelled(_("Day"), self.day)
        self.finish(_("Write it down"))

    def send(self, day: date) -> None:
        self.shell.client.do(self._paid, payroll.pay, self._run.id, day, refused=self.refuse)

    def _paid(self, run: PayrollRun) -> None:
        self.accept()
        self.shell.say(_("{run} is paid", run=run.number))


class CorrectDialog(DayDialog):
    """Asks when a correction is paid, and why there is one."""

    def __init__(self, shell: Shell, parent: QWidget, run_id: PayrollRunId) -> None:
        text = _("A new run pays what differs from what was paid.")
        super().__init__(shell, parent, _("Correct the pay run"), text)
        self.drafted_of = run_id
        self._run_id = run_id
        self.reason = TextEdit()
        self.add_labelled(_("Pay day"), self.day)
        self.add_labelled(_("Reason"), self.reason)
        self.finish(_("Begin"))

    def send(self, day: date) -> None:
        asked = (self._run_id, day, self.reason.value())
        self.shell.client.do(self._begun, payroll.correct, *asked, refused=self.refuse)

    def _begun(self, run: PayrollRun) -> None:
        self.accept()
        opened(self.shell, run)


def opened(shell: Shell, run: PayrollRun) -> None:
    """Open a run that was begun."""
    shell.open(KIND, run.id)


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
