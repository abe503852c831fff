"""The mail with which a paper goes out: it is written, and opened to be read and sent.

PaperMail(shell, page).write(paper_mails.of_order, order_id)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from app.domain.correspondence.mail import Mail
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class PaperMail(QObject):
    """Writes mails of papers, and shows each to be read before it leaves."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def write(self, write: Callable[..., Any], record: int) -> None:
        """Write the mail with which a paper goes out, and open it to be read and sent."""
        self._shell.client.do(self._show, write, record)

    def _show(self, mail: Mail) -> None:
        self._shell.open("mail", mail.id)
        self._shell.say(_("Read it; Ctrl+Enter sends it"))
