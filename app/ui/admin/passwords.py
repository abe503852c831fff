"""Passwords and the recovery code: changed, shown once, printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.domain.shared.refusals import Invalid, OfficeError
from app.services import users
from app.ui.kit.dialogs import Dialog, tell
from app.ui.kit.fields import TextEdit
from app.ui.kit.messages import error_sentence
from app.ui.kit.printing import print_pdf
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language
from app.ui.kit.twice import compare


def password_line() -> TextEdit:
    """Return a line in which nobody reads what is typed."""
    line = TextEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


class PasswordDialog(Dialog):
    """Asks for the own password as it is and, twice, as it shall be."""

    keeps_typed = False
    """Passwords and codes are typed here: nothing of them is ever kept."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        text = _("At least eight characters. Nobody can look it up, not even an owner.")
        super().__init__(parent, _("Change my password"), text, "key")
        self._shell = shell
        self.former, self.password, self.again = (password_line() for _one in range(3))
        self.add_labelled(_("Password now"), self.former)
        self.add_labelled(_("New password"), self.password)
        self.add_labelled(_("New password again"), self.again)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self._go = self.add_button(_("Change password"), self.send, primary=True)
        for line in (self.former, self.password, self.again):
            line.textChanged.connect(self._look)
        compare(self.password, self.again)
        self._look()

    def send(self) -> None:
        """Change it; what was wrong is told and the dialog stays."""
        told = (self.former.text(), self.password.text())
        client = self._shell.client
        client.errand(self._changed, users.change_password, *told, refused=self._refused)

    def _look(self) -> None:
        is_same = bool(self.password.text()) and self.password.text() == self.again.text()
        self._go.setEnabled(bool(self.former.text()) and is_same)

    def _changed(self, _nothing: object) -> None:
        self.accept()
        self._shell.say(_("Your password is changed."))

    def _refused(self, error: OfficeError) -> None:
        field = self.password if isinstance(error, Invalid) else self.former
        field.show_problem(str(error_sentence(error)))
        field.setFocus()


class CodeDialog(Dialog):
    """Shows a recovery code once; it is printed or saved, and its last group typed as proof."""

    keeps_typed = False
    """Passwords and codes are typed here: nothing of them is ever kept."""

    def __init__(self, shell: Shell, parent: QWidget, code: str) -> None:
        text = _(
            "Whoever has it gets in as an owner when nobody can log in. Print it and lock it "
            "away; it is shown only now. Then type its last group."
        )
        super().__init__(parent, _("Recovery code"), text, "key")
        self._shell = shell
        self._code = code
        self.code = TextEdit()
        self.code.put(code)
        self.code.setReadOnly(True)
        self.proof = TextEdit()
        self.add_labelled(_("Recovery code"), self.code)
        self.add_labelled(_("Its last four characters"), self.proof)
        self.print_button = self.add_button(_("Print…"), self.print, primary=False)
        self.save_button = self.add_button(_("Save as PDF…"), self.save, primary=False)
        self.go = self.add_button(_("I have it"), self.accept, primary=True)
        for button in (self.print_button, self.save_button):
            button.setAutoDefault(False)
        self.proof.textChanged.connect(self._look)
        self._look()

    def print(self) -> None:
        """Print the page."""
        self._ask(self._print)

    def save(self) -> None:
        """Save the page as a PDF."""
        self._ask(self._save)

    def _look(self) -> None:
        self.go.setEnabled(self.proof.text().strip().upper() == self._code[-4:])

    def _ask(self, answer: Callable[[bytes], object]) -> None:
        self._shell.client.ask(answer, users.code_page, self._code, language())

    def _print(self, pdf: bytes) -> None:
        print_pdf(self, self._shell.client.lanes, pdf, _("Recovery code"))

    def _save(self, pdf: bytes) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), "recovery.pdf", "*.pdf")
        if name:
            try:
                Path(name).write_bytes(pdf)
            except OSError as wrong:
                why = _("It could not be written: {why}", why=str(wrong))
                tell(self, _("Recovery code"), why)


def change_password(shell: Shell, parent: QWidget) -> PasswordDialog:
    """Open the dialog of the own password."""
    dialog = PasswordDialog(shell, parent)
    dialog.open()
    dialog.former.setFocus()
    return dialog


def show_code(shell: Shell, parent: QWidget, code: str) -> CodeDialog:
    """Show a recovery code."""
    dialog = CodeDialog(shell, parent, code)
    dialog.open()
    dialog.proof.setFocus()
    return dialog
