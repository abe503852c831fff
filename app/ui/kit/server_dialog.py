"""The dialog of a company on a server: its name, its address, and its account's password."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.shared.refusals import OfficeError
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import TextEdit
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.messages import error_sentence
from app.ui.kit.texts import _

EXAMPLE = "postgresql://backdesk@office.example/lumo"


class ServerDialog(Dialog):
    """Asks for an address and the password of its account; what is wrong is said below."""

    keeps_typed = False
    """Passwords and codes are typed here: nothing of them is ever kept."""

    def __init__(self, parent: QWidget, title: str, text: str, go: str) -> None:
        super().__init__(parent, title, text, "database")
        self.name, self.address, self.password = TextEdit(), TextEdit(), TextEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.address.setPlaceholderText(EXAMPLE)
        self.wrong = plain_label(role="muted")
        self.wrong.setWordWrap(True)
        self.add_labelled(_("Name of the company"), self.name)
        self.add_labelled(_("Address of the database"), self.address)
        self.add_labelled(_("Password of the database account"), self.password)
        self.add_field(self.wrong)
        self.wrong.hide()
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.button = self.add_button(go, self.go_on, primary=True)
        for line in (self.name, self.address):
            line.textChanged.connect(self._look)
        self._look()

    def go_on(self) -> None:
        """Do what was asked for."""

    def written(self) -> Path | None:
        """Return the file that says where the company lies, or none, and say what is wrong."""
        from app.services import desk_files, welcome  # noqa: PLC0415  after the first paint

        place = welcome.place_for(self.name.value())
        file = place.with_suffix(desk_files.SUFFIX)
        try:
            return desk_files.write(file, self.address.value(), self.password.text())
        except OfficeError as refused:
            self.wrong.setText(str(error_sentence(refused)))
            show_role(self.wrong, "bad")
            self.wrong.show()
            return None

    def _look(self) -> None:
        self.button.setEnabled(bool(self.name.value() and self.address.value()))
