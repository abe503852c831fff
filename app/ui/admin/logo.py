"""The logo: the picture that papers show, chosen from a file or taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.admin.company import Company
from app.services import admin
from app.ui.kit.picture_view import PictureView, content_of
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme


class LogoCard(QWidget):
    """Shows the logo as it stands on papers; ``held(bool)`` says whether there is one."""

    held = Signal(bool)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.picture = PictureView(_("Logo"), _("None: papers show the name."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.picture)
        line = QHBoxLayout()
        line.addWidget(shell.book.button("company.logo"))
        line.addWidget(shell.book.button("company.no-logo"))
        line.addStretch(1)
        column.addLayout(line)
        shell.client.changed.connect(self._changed)
        self._ask()

    def choose(self) -> None:
        """Ask for a picture file and take it as the logo."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Choose logo"), "", _("Pictures") + " (*.png *.jpg *.jpeg)"
        )
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Take a file as the logo; what is no picture is refused."""
        picture = content_of(self._shell, path, admin.LARGEST_LOGO)
        if picture:
            self._shell.client.do(self._taken, admin.change_logo, picture)

    def remove(self) -> None:
        """Show the name instead of a logo."""
        self._shell.client.do(self._taken, admin.change_logo, b"")

    def _ask(self) -> None:
        self._shell.client.ask(self._show, admin.logo)

    def _changed(self, tables: frozenset[str]) -> None:
        if "company" in tables:
            self._ask()

    def _taken(self, company: Company) -> None:
        told = _("Papers show the logo from now on.") if company.logo else _("The logo is gone.")
        self._shell.say(told)

    def _show(self, picture: bytes) -> None:
        self.held.emit(bool(picture))
        self.picture.show_picture(picture)
