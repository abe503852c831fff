"""The dialogs of a qualification and of equipment: new ones, and those that are changed."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.employees.belongings import Equipment, Qualification
from app.domain.shared.ids import EmployeeId, EquipmentId, QualificationId
from app.domain.shared.money import money
from app.domain.shared.refusals import OfficeError
from app.services import admin, belongings
from app.ui.employees.telling import refusal_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import DateEdit, MoneyEdit, TextEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class BelongingDialog(Dialog):
    """Writes something that belongs to a person; what is wrong is told in the dialog."""

    def __init__(self, shell: Shell, parent: QWidget, title: str, sign: str) -> None:
        super().__init__(parent, title, _("An empty day is not known, or does not come."), sign)
        self.shell = shell
        self.name = TextEdit()
        self.wrong = plain_label("", "bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()

    @abstractmethod
    def send(self) -> None:
        """Write what stands in the fields."""

    def finish(self) -> None:
        """Add what is told of wrong fields, and the buttons."""
        self.add_field(self.wrong)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Save"), self._take, primary=True)
        self.name.setFocus()

    def _take(self) -> None:
        unread = [one for one in self.findChildren(DateEdit) if not one.is_readable()]
        if unread:
            unread[0].setFocus()
        else:
            self.send()

    def refuse(self, error: OfficeError) -> None:
        """Say what stands in the way."""
        self.wrong.setText(refusal_text(error))
        self.wrong.show()

    def kept(self, _one: object) -> None:
        """Close: it is written."""
        self.accept()


class QualificationDialog(BelongingDialog):
    """Writes a qualification of a person."""

    def __init__(
        self, shell: Shell, parent: QWidget, person: EmployeeId, before: Qualification | None
    ) -> None:
        super().__init__(shell, parent, _("Qualification"), "file-certificate")
        self._before = before or Qualification(QualificationId(0), 1, person, "")
        self.issuer, self.reference = TextEdit(), TextEdit()
        self.issued, self.expires = DateEdit(shell.today), DateEdit(shell.today)
        self.name.put(self._before.name)
        self.issuer.put(self._before.issuer)
        self.reference.put(self._before.reference)
        self.issued.put(self._before.issued_on)
        self.expires.put(self._before.expires_on)
        self.add_labelled(_("Name"), self.name)
        self.add_labelled(_("Issued by"), self.issuer)
        self.add_labelled(_("Reference"), self.reference)
        self.add_labelled(_("Issued"), self.issued)
        self.add_labelled(_("Holds until"), self.expires)
        self.finish()

    def send(self) -> None:
        one = replace(
            self._before,
            name=self.name.value(),
            issuer=self.issuer.value(),
            reference=self.reference.value(),
            issued_on=self.issued.value(),
            expires_on=self.expires.value(),
        )
        self.shell.client.do(self.kept, belongings.qualify, one, refused=self.refuse)


class EquipmentDialog(BelongingDialog):
    """Writes equipment that a person was handed."""

    def __init__(
        self, shell: Shell, parent: QWidget, person: EmployeeId, before: Equipment | None
    ) -> None:
        super().__init__(shell, parent, _("Equipment"), "key")
        new = Equipment(EquipmentId(0), 1, person, "", handed_on=shell.today())
        self._before = before or new
        self._currency = shell.client.office.ask(admin.company).currency
        self.serial, self.worth = TextEdit(), MoneyEdit(self._currency)
        self.handed, self.returned = DateEdit(shell.today), DateEdit(shell.today)
        self.name.put(self._before.name)
        self.serial.put(self._before.serial)
        self.worth.put(self._before.worth.amount if self._before.worth else None)
        self.handed.put(self._before.handed_on)
        self.returned.put(self._before.returned_on)
        self.add_labelled(_("Name"), self.name)
        self.add_labelled(_("Serial number"), self.serial)
        self.add_labelled(_("Worth"), self.worth)
        self.add_labelled(_("Handed out"), self.handed)
        self.add_labelled(_("Came back"), self.returned)
        self.finish()

    def send(self) -> None:
        worth = self.worth.value()
        one = replace(
            self._before,
            name=self.name.value(),
            serial=self.serial.value(),
            worth=None if worth is None else money(worth, self._currency),
            handed_on=self.handed.value(),
            returned_on=self.returned.value(),
        )
        self.shell.client.do(self.kept, belongings.equip, one, refused=self.refuse)
