"""The dialog of the last day: when a person leaves, and why."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.employees.employee import Employee
from app.domain.shared.ids import EmployeeId
from app.services import employees
from app.ui.employees.day_dialog import DayDialog
from app.ui.employees.words import LEAVINGS, day_text
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class LeavingDialog(DayDialog):
    """Asks for the last day of a person; what is wrong is told in it."""

    def __init__(self, shell: Shell, parent: QWidget, employee: Employee) -> None:
        title = _("The last day of {number}", number=employee.number)
        text = _("Signed contracts end on that day too. It can be taken back.")
        super().__init__(shell, parent, title, text)
        self._employee = employee
        self.why = ChoiceEdit([(one, _(told)) for one, told in LEAVINGS.items()])
        self.add_labelled(_("Last day"), self.day)
        self.add_labelled(_("Why"), self.why)
        self.finish(_("Write it down"))

    def send(self, day: date) -> None:
        known = (self._employee.id, self._employee.version, day, self.why.value())
        self.shell.client.do(self._left, employees.leave, *known, refused=self.refuse)

    def _left(self, employee: Employee) -> None:
        self.accept()
        day = day_text(employee.ends_on)
        self.shell.say(_("{number} leaves on {day}", number=employee.number, day=day))


def ask_leaving(shell: Shell, parent: QWidget, person: EmployeeId) -> None:
    """Ask for the last day of a person, or whether one who leaves stays after all."""
    shell.client.ask(partial(_show, shell, parent), employees.get, person)


def _show(shell: Shell, parent: QWidget, employee: Employee) -> None:
    if employee.ends_on is None:
        LeavingDialog(shell, parent, employee).open()
        return
    day = day_text(employee.ends_on)
    question = Question(
        _("{number} has a last day: {day}", number=employee.number, day=day),
        _("The day is taken back; a contract that ended with it is to be written anew."),
        _("Take it back"),
    )
    ask(parent, question, partial(_stay, shell, employee))


def _stay(shell: Shell, employee: Employee) -> None:
    told = _("{number} stays", number=employee.number)
    shell.client.do(partial(_said, shell, told), employees.stay, employee.id, employee.version)


def _said(shell: Shell, told: str, _employee: object) -> None:
    shell.say(told)
