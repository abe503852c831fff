"""The dialogs of claims: why one is rejected, and when the bank paid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.expenses.expense import ExpenseClaim
from app.domain.shared.ids import ExpenseClaimId
from app.services import expenses
from app.ui.employees.day_dialog import DayDialog
from app.ui.employees.leave_answer import ReasonDialog
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many


class RejectDialog(ReasonDialog):
    """Asks why a claim is rejected; whoever claims it is told."""

    def __init__(
        self, shell: Shell, parent: QWidget, claim_id: ExpenseClaimId, version: int
    ) -> None:
        text = _("Whoever claims it is told why, and may mend it.")
        super().__init__(shell, parent, _("Reject the claim"), text)
        self._known = (claim_id, version)

    def send(self) -> None:
        if not self.reason.value():
            self.wrong.setText("✕ " + _("Write the reason: it is kept."))
            self.wrong.show()
            return
        asked = (*self._known, self.reason.value())
        self.shell.client.do(self._done, expenses.reject, *asked, refused=self.refused)

    def _done(self, claim: ExpenseClaim) -> None:
        self.accept()
        self.shell.say(_("{number} is rejected", number=claim.number))


class PayDialog(DayDialog):
    """Asks on which day the bank paid claims."""

    def __init__(self, shell: Shell, parent: QWidget, claims: tuple[ExpenseClaimId, ...]) -> None:
        title = many("{n} claim is paid", "{n} claims are paid", len(claims))
        text = _("The bank pays what the firm owes; claims with the payroll are not among them.")
        super().__init__(shell, parent, title, text)
        self._claims = claims
        self.add_labelled(_("Day"), self.day)
        self.finish(_("Write it down"))

    def send(self, day: date) -> None:
        self.shell.client.do(self._paid, expenses.pay, self._claims, day, refused=self.refuse)

    def _paid(self, paid: Sequence[ExpenseClaim]) -> None:
        self.accept()
        gross = sum(one.gross.minor for one in paid)
        amount = formats().money(gross, paid[0].currency)
        text = _("{amount} left the bank for expenses", amount=amount)
        self.shell.say(text)
