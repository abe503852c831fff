"""The dialogs of a contract: signed on which day, ended on which day and why."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.employees.contract import Contract
from app.services import contracts
from app.ui.employees.day_dialog import DayDialog
from app.ui.employees.words import day_text
from app.ui.kit.fields import TextEdit
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class SignDialog(DayDialog):
    """Signs a draft: it holds on its days from then on."""

    def __init__(self, shell: Shell, parent: QWidget, contract: Contract) -> None:
        text = _("What was signed does not change any more; a later version takes its place.")
        super().__init__(shell, parent, _("Was the contract signed?"), text)
        self.drafted_of = contract.id
        self._contract = contract
        self.add_labelled(_("Signed on"), self.day)
        self.finish(_("It was signed"))

    def send(self, day: date) -> None:
        known = (self._contract.id, self._contract.version, day)
        self.shell.client.do(self._signed, contracts.sign_draft, *known, refused=self.refuse)

    def _signed(self, contract: Contract) -> None:
        self.accept()
        self.shell.say(_("Contract in force from {day}", day=day_text(contract.starts_on)))


class EndDialog(DayDialog):
    """Ends a signed contract on a day."""

    def __init__(self, shell: Shell, parent: QWidget, contract: Contract) -> None:
        text = _("The day is the last one on which the contract holds.")
        super().__init__(shell, parent, _("End the contract"), text)
        self.drafted_of = contract.id
        self._contract = contract
        self.reason = TextEdit()
        self.add_labelled(_("Last day"), self.day)
        self.add_labelled(_("Reason"), self.reason)
        self.finish(_("End it"))

    def send(self, day: date) -> None:
        known = (self._contract.id, self._contract.version, day, self.reason.value())
        self.shell.client.do(self._ended, contracts.end_on, *known, refused=self.refuse)

    def _ended(self, contract: Contract) -> None:
        self.accept()
        self.shell.say(_("Contract ends on {day}", day=day_text(contract.ends_on)))
