"""Settling leave by hand: days more or fewer with a reason, and what is left paid out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.leave.leave import LeaveEntry
from app.domain.leave.proof import Settling
from app.domain.shared.ids import EmployeeId, LeaveTypeId
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import leave
from app.ui.employees.leave_words import days_text, signed
from app.ui.kit.dialogs import Dialog, Question, ask
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import DateEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

PLACES = 2


class SettleDialog(Dialog):
    """Asks for days with a reason; what is wrong is told at its field."""

    def __init__(
        self, shell: Shell, parent: QWidget, person: EmployeeId, type_id: LeaveTypeId
    ) -> None:
        text = _("The ledger keeps who wrote it and why; nothing in it is ever changed.")
        super().__init__(parent, _("Settle days of leave"), text, "scale")
        self.drafted_of = person
        self._shell = shell
        self._about = (person, type_id)
        self.form = Form()
        self.day = DateEdit(shell.today)
        self.days = NumberEdit(PLACES)
        self.reason = TextEdit()
        self.expires_on = DateEdit(shell.today)
        self.opening = CheckEdit(_("Open the ledger with it: earn nothing before this day"))
        self.day.put(shell.today())
        self._put_fields()
        self.form.submitted.connect(self.keep)
        self.add_field(self.form)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Write it down"), self.keep, primary=True)
        self.days.setFocus()

    def keep(self) -> None:
        """Write the row."""
        asked = (*self._about, self.written())
        self._shell.client.do(self._kept, leave.settle_by_hand, *asked, refused=self._refused)

    def written(self) -> Settling:
        """Return what is written; what cannot be read is nothing."""
        return Settling(
            self.day.value() or self._shell.today(),
            self.days.value() or Decimal(0),
            self.reason.value(),
            self._expiry(),
            is_opening=self.opening.value(),
        )

    def _expiry(self) -> date | None:
        return self.expires_on.value()

    def _put_fields(self) -> None:
        self.form.add("days", _("Days, fewer with a minus"), self.days, columns=6)
        self.form.add("day", _("From"), self.day, columns=6)
        self.form.add("reason", _("Reason"), self.reason, columns=12)
        help_text = _("Empty: they do not expire")
        label = _("Can be taken until")
        self.form.add("expires_on", label, self.expires_on, columns=6, help_text=help_text)
        self.form.add("is_opening", "", self.opening, columns=12)
        self.form.chain()

    def _kept(self, entry: LeaveEntry) -> None:
        self.accept()
        self._shell.say(_("{days} days written", days=signed(entry.days)))

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems)
        else:
            self.reject()
            self._shell.refuse(error)


def settle_leave(shell: Shell, parent: QWidget, person: EmployeeId, type_id: LeaveTypeId) -> None:
    """Ask for days to settle by hand."""
    SettleDialog(shell, parent, person, type_id).open()


def pay_out(shell: Shell, parent: QWidget, person: EmployeeId, type_id: LeaveTypeId) -> None:
    """Ask whether what is left at the end of the employment is paid, and write it down."""
    question = Question(
        _("Pay out what is left?"),
        _("What is left on the last day is written as paid out; payroll pays it."),
        _("Pay out"),
    )
    ask(parent, question, partial(_pay_out, shell, person, type_id))


def _pay_out(shell: Shell, person: EmployeeId, type_id: LeaveTypeId) -> None:
    shell.client.do(partial(_paid, shell), leave.pay_out, person, type_id)


def _paid(shell: Shell, entry: LeaveEntry) -> None:
    shell.say(_("{days} days paid out", days=days_text(-entry.days)))
