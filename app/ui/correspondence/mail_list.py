"""The mails: what came in, waits, went out or is in trouble, each read beside the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.correspondence.arriving import Taken
from app.domain.correspondence.mail import MAIL, Mail, MailState
from app.domain.correspondence.mail_row import MailRow, MailShelf
from app.domain.shared.ids import MailId
from app.services import mails
from app.ui.correspondence.mail_intake import MailIntake, can_take
from app.ui.correspondence.mail_listing import MAILS
from app.ui.correspondence.mail_verbs import MailVerbs, possible_with
from app.ui.correspondence.mail_view import MailView
from app.ui.correspondence.paper_list import PaperList
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

READ_AFTER = 2_000
"""So long a mail is looked at beside the list until it counts as read, in milliseconds."""
_GOTO = {
    "mail.inbox": MailShelf.INBOX.value,
    "mail.outbox": MailShelf.OUTBOX.value,
    "mail.handled": MailShelf.HANDLED.value,
    "mail.sent": MailState.SENT.value,
    "mail.drafts": MailShelf.DRAFTS.value,
    "mail.stuck": MailShelf.STUCK.value,
}


class MailList(PaperList[MailRow]):
    """Lists mails; digits turn to a shelf, Enter opens one, files that are dropped are taken in."""

    buttons = ("mail.take", "mail.write")

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, MAILS, MAIL)
        self.verbs = MailVerbs(shell, self)
        self.intake = MailIntake(shell, self)
        self.intake.took.connect(self._took)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(READ_AFTER)
        self._patience.timeout.connect(self._read)
        self.setAcceptDrops(True)
        several = {
            "letter.file": partial(self._on_all, self.verbs.handle),
            "mail.reopen": partial(self._on_all, self.verbs.reopen),
        }
        self.offer({"letter.open": self.open_record, **self.verbs.slots(), **several}, mails.counts)
        write = partial(shell.open, MAIL)
        shell.book.offer(
            self,
            {
                "letter.write": write,
                "mail.write": write,
                "mail.take": self.intake.ask,
                "mail.paste": self.intake.paste,
                **{name: partial(self.show_shelf, shelf) for name, shelf in _GOTO.items()},
            },
        )
        shell.book.call(self, "letter.answer", _("Reply"))
        shell.book.call(self, "letter.write", _("Write a mail"))
        shell.book.call(self, "letter.issue", _("Put into the outbox"))
        shell.book.call(self, "letter.file", _("Mark as handled"))
        self.filters.put("", (MailShelf.INBOX.value,))

    def _on_all(self, verb: Callable[[tuple[MailId, ...]], object], _record: MailId) -> None:
        """Do something with every mail that is chosen."""
        verb(tuple(map(MailId, self.table.selected_ids())))

    def show_shelf(self, shelf: str) -> None:
        """Show what stands on a shelf."""
        self.filters.put("", (shelf,))
        self.table.setFocus()

    def beside_list(self) -> QWidget:
        self.reading = MailView(self.shell)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(theme().px(8), 0, 0, theme().px(8))
        column.setSpacing(theme().px(8))
        column.addWidget(self.reading, 1)
        column.addWidget(self.exchange)
        return beside

    def possible_with(self, row: MailRow) -> frozenset[str]:
        return possible_with(row)

    def _ask_counts(self) -> None:
        self.shell.client.ask_or(self._show_counts, self._not_counted, mails.counts)

    def show_row(self, row: MailRow) -> None:
        self.shell.client.ask(self._show_mail, mails.get, row.id)

    def show_nothing(self) -> None:
        self.reading.empty("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.intake.take(event.mimeData())
        event.acceptProposedAction()

    def _show_mail(self, mail: Mail) -> None:
        if self.seen is None or self.seen.id != mail.id:
            return
        self.reading.show_mail(mail)
        if mail.is_unread:
            self._patience.start()

    def _read(self) -> None:
        """Note that the mail beside the list was read, if it still stands there."""
        mail = self.reading.mail
        is_kept = not self.shell.client.office.is_read_only
        if mail is not None and mail.is_unread and is_kept and self.isVisible():
            self.shell.client.do(self._was_read, mails.look_at, mail.id)

    def _was_read(self, _mail: Mail) -> None:
        """Nothing more: the list hears of it as of any change."""

    def _took(self, taken: Taken) -> None:
        new = [one for one in taken.kept if one not in set(taken.known)]
        if new:
            self.show_shelf(MailShelf.INBOX.value)
            self.choose(new[0])

    def _not_counted(self, _error: object) -> None:
        """Show no numbers to somebody who may not read mails."""
