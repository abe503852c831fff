"""A mail that is only looked at: what it says, and at its side what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.domain.contacts.row import ContactRow
from app.domain.correspondence.mail import MAIL, Mail, MailState
from app.domain.shared.refusals import OfficeError
from app.services import contacts
from app.ui.correspondence.mail_view import MailView
from app.ui.correspondence.thread_pane import ThreadPane
from app.ui.kit.focus import lead_to
from app.ui.kit.link import LinkButton
from app.ui.kit.page_bar import PageBar
from app.ui.kit.remarks import Remarks
from app.ui.kit.shell import Shell
from app.ui.kit.theme import theme

_ANSWERS = ("mail.answer-all", "letter.answer")
_WAITS = ("mail.withdraw", "mail.again")
_BUTTONS = {
    MailState.RECEIVED: ("mail.register", "mail.forward", "letter.file", *_ANSWERS),
    MailState.HANDLED: ("mail.reopen", "mail.forward", *_ANSWERS),
    MailState.SENT: ("mail.forward", *_ANSWERS),
    MailState.QUEUED: _WAITS,
    MailState.FAILED: _WAITS,
    MailState.UNKNOWN: ("mail.arrived", "mail.again"),
}
"""What can be done by a button in each state; the last one is what is usually done."""


class ReadMail(QWidget):
    """Shows one mail with its exchange, its contact and what is noted about it."""

    def __init__(self, shell: Shell, mail: Mail) -> None:
        super().__init__()
        self._shell = shell
        self.view = MailView(shell)
        self.exchange = ThreadPane(shell)
        self.remarks = Remarks(shell)
        self.contact = LinkButton()
        self.contact.clicked.connect(self._open_contact)
        self.bar = PageBar("", shell.book, _BUTTONS.get(mail.state, ()))
        self._lay_out()
        lead_to(self, self.view)
        self.view.show_mail(mail)
        self.exchange.ask(MAIL, mail.id)
        self.remarks.ask(f"{MAIL}:{mail.id}", mail.subject)
        if mail.contact_id is not None:
            known = (mail.contact_id,)
            shell.client.ask_or(self._know_contact, self._no_contact, contacts.rows, known)

    def _lay_out(self) -> None:
        px = theme().px
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(px(16), 0, 0, 0)
        beside.setSpacing(px(12))
        beside.addWidget(self.contact, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addWidget(self.exchange)
        beside.addWidget(self.remarks)
        beside.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(px(9))
        splitter.addWidget(self.view)
        splitter.addWidget(side)
        splitter.setSizes([px(680), px(320)])
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)

    def _know_contact(self, rows: tuple[ContactRow, ...]) -> None:
        self.contact.lead_to(rows[0].name if rows else "")

    def _no_contact(self, _error: OfficeError) -> None:
        """Lead nowhere: the contact may not be seen."""

    def _open_contact(self) -> None:
        if self.view.mail is not None:
            self._shell.open("contact", self.view.mail.contact_id)
