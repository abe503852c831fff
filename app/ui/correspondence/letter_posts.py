"""The mails of a letter that have not arrived: how each stands, why, and the way to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.correspondence.letter import Channel, Outgoing
from app.domain.correspondence.mail import MAIL, Mail, MailState
from app.domain.shared.refusals import OfficeError
from app.services import letter_mails, letters_out
from app.ui.correspondence.mail_words import reason_text, state_text
from app.ui.correspondence.words import channel_text
from app.ui.kit.labels import plain_label
from app.ui.kit.link import LinkButton
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_TABLES = frozenset({"mail", "letter_out", "letter_dispatch"})
_ROLES = {
    MailState.QUEUED: "muted",
    MailState.SENDING: "muted",
    MailState.FAILED: "bad",
    MailState.UNKNOWN: "bad",
}
"""How bad it is that a mail has not arrived, as far as is known."""


class LetterPosts(QWidget):
    """Lists them; ``moved(letter)`` once the letter was sent while nobody was at it."""

    moved = Signal(object)

    def __init__(self, shell: Shell, letter: Outgoing) -> None:
        super().__init__()
        self._shell = shell
        self._letter = letter
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(4))
        self.hide()
        if letter.number:
            shell.client.changed.connect(self._news)
            self._ask()

    def text(self) -> str:
        """Return what is told, line by line."""
        return "\n".join(one.accessibleName() for one in self._lines)

    def _ask(self) -> None:
        self._shell.client.ask_or(self._tell, self._leave, letter_mails.of, self._letter.id)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._ask()
            client = self._shell.client
            client.ask_or(self._look_again, self._leave, letters_out.get, self._letter.id)

    def _look_again(self, letter: Outgoing) -> None:
        if letter.state is not self._letter.state:
            self._letter = letter
            self.moved.emit(letter)

    def _leave(self, _error: OfficeError) -> None:
        """Say nothing to somebody who may not read mails."""

    def _tell(self, mails: tuple[Mail, ...]) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(one) for one in mails if one.state in _ROLES]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(self._lines))

    def _line(self, one: Mail) -> QWidget:
        told = (channel_text(Channel.EMAIL), ", ".join(one.recipients), state_text(one))
        text = " · ".join(part for part in (*told, reason_text(one)) if part)
        whole = QWidget(self)
        whole.setAccessibleName(text)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(plain_label(text, _ROLES[one.state]), 1)
        link = LinkButton(whole)
        link.lead_to(_("Open the mail"))
        link.clicked.connect(partial(self._open, one.id))
        row.addWidget(link)
        return whole

    def _open(self, mail_id: int, _is_checked: object = None) -> None:
        self._shell.open(MAIL, mail_id)
