"""A mail as it is read: its head, its words as plain text, its files and its exchange.

Nothing of a mail is obeyed or fetched: what it says is shown letter by letter, and links are words.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.correspondence.mail import Mail, MailAttachment
from app.services import documents
from app.ui.correspondence.mail_words import (
    moment_text,
    reason_text,
    state_sign,
    state_text,
    state_tone,
)
from app.ui.correspondence.sheet import SheetDialog
from app.ui.kit.file_words import PDF, size_text, type_icon
from app.ui.kit.focus import lead_to
from app.ui.kit.hit_list import HitList
from app.ui.kit.icons import drawing, icon
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.pill import Pill
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip

_FILE = Qt.ItemDataRole.UserRole
_MOST_SEEN, _LOWEST = 4, 120
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class MailFiles(HitList):
    """The files that came or go with a mail; Enter opens one in the archive, Space looks at it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(_("Attached files"))
        self._shell = shell
        self.setIconSize(QSize(theme().px(16), theme().px(16)))
        self.picked.connect(self._open)
        self.hide()

    def show_files(self, files: tuple[MailAttachment, ...]) -> None:
        """List files; without any there is no list."""
        self.clear()
        for file in files:
            where = _("in the archive") if file.document_id else _("not in the archive")
            text = "   ".join((file.name, size_text(file.size), where))
            item = QListWidgetItem(icon(type_icon(file.media_type)), text)
            item.setData(_FILE, file)
            item.setToolTip(plain_tip(text))
            self.addItem(item)
        shown = min(len(files), _MOST_SEEN)
        self.setFixedHeight(self.sizeHintForRow(0) * shown + 8 if files else 0)
        self.setVisible(bool(files))
        if files:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item: QListWidgetItem | None = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            self.look_at(item)
        else:
            super().keyPressEvent(event)

    def look_at(self, item: QListWidgetItem) -> None:
        """Show the pages of a PDF over the mail; any other file opens in the archive."""
        file = item.data(_FILE)
        if isinstance(file, MailAttachment) and file.document_id and file.media_type == PDF:
            shown = partial(self._show_pages, file.name)
            self._shell.client.ask(shown, documents.content, file.document_id)
        else:
            self._open(item)

    def _show_pages(self, name: str, content: bytes) -> None:
        dialog = SheetDialog(self, self._shell, name, _("As it came with the mail."))
        dialog.show_sheet(content, name)
        dialog.open()

    def _open(self, item: QListWidgetItem) -> None:
        file = item.data(_FILE)
        if isinstance(file, MailAttachment) and file.document_id is not None:
            self._shell.open("document", file.document_id)


class MailView(QWidget):
    """Shows one mail."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.mail: Mail | None = None
        self.subject = plain_label("", "heading")
        self.sign = QLabel()
        self.state = Pill()
        self.why = plain_label("", "muted")
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setMinimumHeight(theme().px(_LOWEST))
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(_("What the mail says"))
        self.files = MailFiles(shell)
        self._heads = QGridLayout()
        self._heads.setHorizontalSpacing(theme().px(12))
        self._heads.setVerticalSpacing(theme().px(2))
        self._heads.setColumnStretch(1, 1)
        self._lay_out()
        lead_to(self, self.words)
        theme().dress(self, controls)
        theme().changed.connect(self._draw_sign)
        self.empty("")

    def show_mail(self, mail: Mail) -> None:
        """Show a mail; the place in its words stays while it is the same."""
        is_other = self.mail is None or self.mail.id != mail.id
        self.mail = mail
        self.subject.setText(mail.subject or _("Without a subject"))
        self._show_heads(mail)
        self._draw_sign()
        self.state.tell(state_text(mail), state_tone(mail))
        self.why.setText(reason_text(mail))
        show_role(self.why, "bad" if state_tone(mail) == "bad" else "muted")
        self.why.setVisible(bool(self.why.text()))
        if is_other or self.words.toPlainText() != mail.text:
            self.words.setPlainText(mail.text or _("This mail says nothing."))
        self.files.show_files(mail.attachments)

    def empty(self, words: str) -> None:
        """Show a sentence in place of a mail."""
        self.mail = None
        self.subject.setText("")
        self._clear_heads()
        self.sign.clear()
        self.state.tell("", "")
        self.why.hide()
        self.words.setPlainText(words)
        self.files.show_files(())

    def _lay_out(self) -> None:
        px = theme().px
        top = QHBoxLayout()
        top.setSpacing(px(6))
        top.addWidget(self.sign)
        top.addWidget(self.state)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.subject.setTextInteractionFlags(_SELECTABLE)
        column.addWidget(self.subject)
        column.addLayout(top)
        column.addWidget(self.why)
        column.addLayout(self._heads)
        column.addWidget(self.words, 1)
        column.addWidget(self.files)

    def _show_heads(self, mail: Mail) -> None:
        self._clear_heads()
        told = (
            (_("Sender"), mail.sender),
            (_("Receivers"), ", ".join(mail.to)),
            (_("Copy to"), ", ".join(mail.cc)),
            (_("Blind copy to"), ", ".join(mail.bcc)),
            (_("When"), moment_text(mail.at)),
        )
        for line, (name, text) in enumerate(one for one in told if one[1]):
            value = plain_label(text, "text")
            value.setTextInteractionFlags(_SELECTABLE)
            self._heads.addWidget(plain_label(name, "label"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._heads.addWidget(value, line, 1)

    def _clear_heads(self) -> None:
        while (item := self._heads.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _draw_sign(self) -> None:
        if self.mail is None:
            return
        tokens, size = theme().tokens, theme().px(18)
        colour = tokens.tone(state_tone(self.mail))
        self.sign.setPixmap(drawing(state_sign(self.mail), size, colour, self.devicePixelRatioF()))
