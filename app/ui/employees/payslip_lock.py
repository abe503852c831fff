"""The dialogs of a payslip that leaves the office: locked with a password."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.domain.correspondence.mail import Mail
from app.domain.shared.ids import PayslipId
from app.services import payslip_mails, payslips
from app.ui.employees.form_dialog import FormDialog
from app.ui.kit.fields import TextEdit
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class LockDialog(FormDialog):
    """Asks for a password twice; tell it the person by another way than the mail."""

    keeps_typed = False
    """Passwords and codes are typed here: nothing of them is ever kept."""

    def __init__(self, shell: Shell, parent: QWidget, title: str, payslip_id: PayslipId) -> None:
        text = _("Tell the person the password by another way: it is kept nowhere.")
        super().__init__(shell, parent, (title, text), "lock")
        self._payslip = payslip_id
        self.password, self.again = TextEdit(), TextEdit()
        for field in (self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)

    def is_same(self) -> bool:
        """Say whether both passwords are one; else it is told."""
        if self.password.text() == self.again.text():
            return True
        self.wrong.setText("✕ " + _("The two passwords are not the same."))
        self.wrong.show()
        self.again.setFocus()
        return False

    def put_passwords(self) -> None:
        """Add the two fields of the password."""
        self.form.add("password", _("Password"), self.password, columns=6)
        self.form.add("again", _("Password again"), self.again, columns=6)


class MailPayslip(LockDialog):
    """Writes the mail of a locked payslip, and shows it to be read and sent."""

    def __init__(self, shell: Shell, parent: QWidget, payslip_id: PayslipId) -> None:
        super().__init__(shell, parent, _("Payslip by e-mail"), payslip_id)
        self.to = TextEdit()
        self.form.add("to", _("E-mail address"), self.to, columns=12)
        self.put_passwords()
        self.finish(_("Write the mail"))
        self.password.setFocus()
        shell.client.ask(self.to.put, payslip_mails.address, payslip_id)

    def send(self) -> None:
        if self.is_same():
            asked = (self._payslip, self.password.text(), self.to.value())
            self.shell.client.do(self._written, payslip_mails.write, *asked, refused=self.refused)

    def _written(self, mail: Mail) -> None:
        self.accept()
        self.shell.open("mail", mail.id)
        self.shell.say(_("Read it; Ctrl+Enter sends it"))


class SavePayslip(LockDialog):
    """Writes a locked payslip to a file."""

    def __init__(
        self, shell: Shell, parent: QWidget, payslip_id: PayslipId, name: str = "payslip.pdf"
    ) -> None:
        super().__init__(shell, parent, _("Payslip with a password"), payslip_id)
        self._name = name
        self.put_passwords()
        self.finish(_("Save…"))
        self.password.setFocus()

    def send(self) -> None:
        if self.is_same():
            asked = (self._payslip, self.password.text())
            self.shell.client.ask_or(self._save, self.refused, payslips.locked, *asked)

    def _save(self, content: bytes) -> None:
        title = _("Save the file")
        target, _kind = QFileDialog.getSaveFileName(self, title, self._name)
        if not target:
            return
        try:
            Path(target).write_bytes(content)
        except OSError as wrong:
            self.shell.say(_("It could not be written: {why}", why=str(wrong)))
            return
        self.shell.say(_("{file} written", file=Path(target).name))
        self.accept()
