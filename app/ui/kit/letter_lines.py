"""Letters as lines: what an exchange holds, and the letters about a record.

self.letters = LettersAbout(shell)
column.addWidget(self.letters)
self.letters.ask("invoice:123")
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from app.domain.correspondence.letter import INCOMING, IncomingState, OutgoingState
from app.domain.correspondence.mail import CAME_IN, MAIL, MailState
from app.domain.correspondence.threads import ThreadItem
from app.lang.texts import mark
from app.services import threads
from app.ui.kit.hit_list import HitList
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip

TABLES = frozenset({"letter_in", "letter_out", "letter_thread", "letter_thread_link", "mail"})
INCOMING_STATES = {
    IncomingState.RECEIVED: mark("Not registered"),
    IncomingState.REGISTERED: mark("Registered"),
    IncomingState.ASSIGNED: mark("In hand"),
    IncomingState.ANSWERED: mark("Answered"),
    IncomingState.NO_REPLY_NEEDED: mark("No reply needed"),
    IncomingState.FILED: mark("Done with"),
}
OUTGOING_STATES = {
    OutgoingState.DRAFT: mark("Draft"),
    OutgoingState.APPROVED: mark("Approved"),
    OutgoingState.ISSUED: mark("Issued"),
    OutgoingState.SENT: mark("Sent"),
    OutgoingState.FILED: mark("Done with"),
    OutgoingState.VOIDED: mark("Voided"),
}
MAIL_STATES = {
    MailState.RECEIVED: mark("Came in"),
    MailState.HANDLED: mark("Handled"),
    MailState.DRAFT: mark("Draft"),
    MailState.QUEUED: mark("Waits for the line"),
    MailState.SENDING: mark("Being sent"),
    MailState.SENT: mark("Sent"),
    MailState.FAILED: mark("Not sent"),
    MailState.UNKNOWN: mark("Perhaps sent"),
}
_RECORD = Qt.ItemDataRole.UserRole
_LINE, _MOST_SEEN = 30, 4


class LetterLines(HitList):
    """Letters and other records, a line each; Enter opens one."""

    def __init__(self, shell: Shell, name: str) -> None:
        super().__init__(name)
        self._shell = shell
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(theme().px(16), theme().px(16)))
        self.picked.connect(self._open)

    def add(self, kind: str, record: int, text: str, sign: str) -> QListWidgetItem:
        """Add a line that opens a record."""
        item = QListWidgetItem(icon(sign), text)
        item.setData(_RECORD, (kind, record))
        item.setToolTip(plain_tip(text))
        self.addItem(item)
        return item

    def add_letters(self, letters: Sequence[ThreadItem]) -> None:
        """Add a line for each letter."""
        for one in letters:
            self.add(one.kind, one.record_id, letter_text(one), letter_icon(one))

    def fit(self) -> None:
        """Be as high as the lines, up to some of them."""
        shown = min(max(self.count(), 1), _MOST_SEEN)
        line = self.sizeHintForRow(0) if self.count() else theme().px(_LINE)
        self.setFixedHeight(line * shown + 8)

    def _open(self, item: QListWidgetItem) -> None:
        kind, record = item.data(_RECORD)
        self._shell.open(kind, record)


class LettersAbout(QWidget):
    """Lists the letters of the exchanges about one record; without any it is not there."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._source = ""
        self.lines = LetterLines(shell, _("Letters"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(plain_label(_("Letters"), "label"))
        column.addWidget(self.lines)
        self.hide()
        shell.client.changed.connect(self._news)

    def ask(self, source: str) -> None:
        """Show the letters about a record (``invoice:123``)."""
        self._source = source
        self._shell.client.ask_or(self._show, self._leave, threads.letters_about, source)

    def _show(self, letters: tuple[ThreadItem, ...]) -> None:
        self.lines.clear()
        self.lines.add_letters(letters)
        self.lines.fit()
        self.setVisible(bool(letters))

    def _leave(self, _error: object) -> None:
        """Show nothing to somebody who may not read letters."""
        self.hide()

    def _news(self, tables: frozenset[str]) -> None:
        if self._source and tables & TABLES:
            self.ask(self._source)


def letter_text(one: ThreadItem) -> str:
    """Return a letter in one line: its number, its day, how it stands and what it is about."""
    is_mail = one.kind == MAIL
    name = _("Mail") if is_mail else one.number or "–"
    parts = (name, formats().day(one.day), _(_state(one)), one.subject or one.who)
    return "   ".join(part for part in parts if part)


def letter_icon(one: ThreadItem) -> str:
    """Return the sign of the way that a letter went."""
    if one.kind == MAIL:
        return "mail" if MailState(one.state) in CAME_IN else "mail-forward"
    return "inbox" if one.kind == INCOMING else "send"


def _state(one: ThreadItem) -> str:
    if one.kind == MAIL:
        return MAIL_STATES[MailState(one.state)]
    if one.kind == INCOMING:
        return INCOMING_STATES[IncomingState(one.state)]
    return OUTGOING_STATES[OutgoingState(one.state)]
