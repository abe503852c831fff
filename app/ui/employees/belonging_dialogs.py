"""The dialogs of a qualification and of equipment: new ones, and those that are changed."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.employees.belongings import Equipment, Qualification
from app.domain.shared.ids import EmployeeId, EquipmentId, QualificationId
from app.domain.shared.money import money
from app.domain.shared.refusals import Conflict, NotFound, OfficeError
from app.services import admin, belongings
from app.services.belongings import Owned
from app.ui.employees.telling import refusal_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import DateEdit, MoneyEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.settling import Writing, settling
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class BelongingDialog(Dialog):
    """Writes something that belongs to a person; what is wrong is told in the dialog."""

    def __init__(
        self, shell: Shell, parent: QWidget, words: tuple[str, str], one: Qualification | Equipment
    ) -> None:
        title, sign = words
        super().__init__(parent, title, _("An empty day is not known, or does not come."), sign)
        self.shell = shell
        self.person = one.employee_id
        self.name = TextEdit()
        self.form = Form()
        kind = "qualification" if isinstance(one, Qualification) else "equipment"
        records = (f"{kind}:{one.id}",) if one.id else ()
        writing = Writing(self.form, self._reread, self._take, records)
        self.standoff = settling(shell, self, writing)
        self.wrong = plain_label("", "bad")
        self.wrong.setWordWrap(True)
        self.wrong.hide()

    @abstractmethod
    def send(self) -> None:
        """Write what stands in the fields."""

    @abstractmethod
    def show_again(self, owned: Owned) -> None:
        """Show what is written now, and say so; it may be gone."""

    def finish(self) -> None:
        """Add the fields, what is told of wrong ones, and the buttons."""
        self.form.chain()
        self.form.submitted.connect(self._take)
        self.add_field(self.standoff.line)
        self.add_field(self.form)
        self.add_field(self.wrong)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Save"), self._take, primary=True)
        self.name.setFocus()

    def _reread(self) -> None:
        asked = self.person
        self.shell.client.ask_or(self.show_again, self.standoff.lost, belongings.of, asked)

    def _take(self) -> None:
        if self.standoff.is_open:
            self.standoff.ask()
            return
        unread = [one for one in self.findChildren(DateEdit) if not one.is_readable()]
        if unread:
            unread[0].setFocus()
        else:
            self.send()

    def refuse(self, error: OfficeError) -> None:
        """Say what stands in the way."""
        if isinstance(error, Conflict | NotFound):
            self.standoff.meet()
            return
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
        self._before = before or Qualification(QualificationId(0), 1, person, "")
        super().__init__(shell, parent, (_("Qualification"), "file-certificate"), self._before)
        self.issuer, self.reference = TextEdit(), TextEdit()
        self.issued, self.expires = DateEdit(shell.today), DateEdit(shell.today)
        self.form.add("name", _("Name"), self.name, columns=12)
        self.form.add("issuer", _("Issued by"), self.issuer, columns=12)
        self.form.add("reference", _("Reference"), self.reference, columns=12)
        self.form.add("issued_on", _("Issued"), self.issued)
        self.form.add("expires_on", _("Holds until"), self.expires)
        self._show(self._before)
        self.finish()

    def show_again(self, owned: Owned) -> None:
        found = next((one for one in owned.qualifications if one.id == self._before.id), None)
        if found is None:
            self.standoff.lost(NotFound())
        else:
            self._show(found)

    def _show(self, one: Qualification) -> None:
        self._before = one
        self.name.put(one.name)
        self.issuer.put(one.issuer)
        self.reference.put(one.reference)
        self.issued.put(one.issued_on)
        self.expires.put(one.expires_on)
        self.form.call_clean()
        self.standoff.opened(one.version if one.id else 0)

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
        new = Equipment(EquipmentId(0), 1, person, "", handed_on=shell.today())
        self._before = before or new
        super().__init__(shell, parent, (_("Equipment"), "key"), self._before)
        self._currency = shell.client.office.ask(admin.company).currency
        self.serial, self.worth = TextEdit(), MoneyEdit(self._currency)
        self.handed, self.returned = DateEdit(shell.today), DateEdit(shell.today)
        self.form.add("name", _("Name"), self.name, columns=12)
        self.form.add("serial", _("Serial number"), self.serial)
        self.form.add("worth", _("Worth"), self.worth)
        self.form.add("handed_on", _("Handed out"), self.handed)
        self.form.add("returned_on", _("Came back"), self.returned)
        self._show(self._before)
        self.finish()

    def show_again(self, owned: Owned) -> None:
        found = next((one for one in owned.equipment if one.id == self._before.id), None)
        if found is None:
            self.standoff.lost(NotFound())
        else:
            self._show(found)

    def _show(self, one: Equipment) -> None:
        self._before = one
        self.name.put(one.name)
        self.serial.put(one.serial)
        self.worth.put(one.worth.amount if one.worth else None)
        self.handed.put(one.handed_on)
        self.returned.put(one.returned_on)
        self.form.call_clean()
        self.standoff.opened(one.version if one.id else 0)

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
