"""Comparing: two documents that look alike, side by side, and what they are to each other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.domain.archive.likeness import Alike
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import OfficeError
from app.services import documents
from app.services.documents import Seen
from app.ui.archive.viewer import Viewer, can_show
from app.ui.archive.words import type_name
from app.ui.kit.file_words import size_text
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import error_sentence
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_LARGEST, _SHARE = (1200, 860), 0.94


class Side(QWidget):
    """One of the two: its name, its facts, its pages."""

    def __init__(self, shell: Shell, document_id: DocumentId) -> None:
        super().__init__()
        self._shell = shell
        self.name = plain_label(role="heading")
        self.facts = plain_label(role="muted")
        self.viewer = Viewer(shell.client.lanes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        for label in (self.name, self.facts):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.viewer, 1)
        shell.client.ask_or(self._show, self._fail, documents.seen, document_id)

    def _show(self, seen: Seen) -> None:
        self.name.setText(seen.document.title)
        came = formats().instant(seen.document.received_at.astimezone())
        facts = (
            _("came in {when}", when=came),
            type_name(seen.file.media_type),
            size_text(seen.file.size),
            seen.correspondent,
        )
        self.facts.setText(" · ".join(part for part in facts if part))
        self.viewer.setAccessibleName(seen.document.title)
        if can_show(seen.file):
            fill, client = partial(self._fill, seen.file), self._shell.client
            client.ask_or(fill, self._fail, documents.content, seen.document.id)
        else:
            self.viewer.say(_("This kind of document cannot be shown here. Export it to open it."))

    def _fill(self, file: Record, content: bytes) -> None:
        self.viewer.show_document(file, content)

    def _fail(self, error: OfficeError) -> None:
        self.viewer.say(str(error_sentence(error)))


class Comparison(QDialog):
    """Shows two documents; ``linked()`` and ``dismissed()`` say what somebody found."""

    linked = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget, shell: Shell, one: Alike) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("Are these the same paper?"))
        self.sides = Side(shell, one.other_id), Side(shell, one.document_id)
        self.link = self._button(_("Link them"), self.linked.emit)
        self.dismiss = self._button(_("Not the same"), self.dismissed.emit)
        self.leave = self._button(_("Close"), None)
        self.leave.setDefault(True)
        self._lay_out()
        self._fit(parent)
        self.leave.setFocus()

    def _button(self, text: str, done: object) -> QPushButton:
        button = QPushButton(text)
        if callable(done):
            button.clicked.connect(partial(_tell, done))
        button.clicked.connect(self.accept)
        return button

    def _lay_out(self) -> None:
        px = theme().px
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(px(9))
        for side in self.sides:
            splitter.addWidget(side)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addStretch(1)
        for button in (self.dismiss, self.link, self.leave):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(12))
        column.setSpacing(px(12))
        column.addWidget(splitter, 1)
        column.addLayout(line)
        theme().dress(self, controls)

    def _fit(self, parent: QWidget) -> None:
        """Take most of the window, never more than a screen that reads well."""
        room = parent.window().size() * _SHARE
        widest, highest = (theme().px(side) for side in _LARGEST)
        self.resize(min(room.width(), widest), min(room.height(), highest))


def _tell(done: object, _is_checked: object = None) -> None:
    if callable(done):
        done()
