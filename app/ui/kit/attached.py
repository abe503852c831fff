"""The documents of a record: listed, opened by Enter, and more of them attached.

self.documents = Attached(shell)
column.addWidget(self.documents)
self.documents.ask("contact:123")
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.domain.archive.row import DocumentRow
from app.services import filing
from app.ui.kit.actions import beside_icon
from app.ui.kit.hit_list import HitList
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.taking_in import Intake, can_take
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_DOCUMENT = Qt.ItemDataRole.UserRole
_TABLES = frozenset({"document", "document_link"})
_LINE, _MOST_SEEN = 30, 5


class Attached(QWidget):
    """Lists what is filed with one record; a quiet one is not there as long as nothing is."""

    def __init__(self, shell: Shell, *, is_quiet: bool = False) -> None:
        super().__init__()
        self._shell = shell
        self._is_quiet = is_quiet
        self._source = ""
        self.documents = HitList(_("Documents"))
        self.documents.picked.connect(self._open)
        self.intake = Intake(shell, self)
        self.intake.began.connect(shell.watch)
        self.attach_button = QPushButton(beside_icon(_("Attach a document…")))
        self.attach_button.setIcon(icon("paperclip"))
        self.attach_button.clicked.connect(self.attach)
        self.setAcceptDrops(True)
        line = QHBoxLayout()
        line.addWidget(plain_label(_("Documents"), "label"), 1)
        line.addWidget(self.attach_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addLayout(line)
        column.addWidget(self.documents)
        self.documents.hide()
        if is_quiet:
            self.hide()
        shell.client.changed.connect(self._news)
        theme().dress(self, controls)

    def ask(self, source: str) -> None:
        """Show the documents of a record (``contact:123``)."""
        self._source = self.intake.source = source
        self._shell.client.ask(self._show, filing.belonging, source)

    def attach(self) -> None:
        """Ask for files and file them with the record."""
        self.intake.ask()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._source and can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.intake.take(event.mimeData())
        event.acceptProposedAction()

    def _show(self, rows: tuple[DocumentRow, ...]) -> None:
        self.documents.clear()
        for row in rows:
            item = QListWidgetItem(document_text(row))
            item.setData(_DOCUMENT, row.id)
            self.documents.addItem(item)
        shown = min(max(len(rows), 1), _MOST_SEEN)
        self.documents.setFixedHeight(theme().px(_LINE) * shown + 8)
        self.documents.setVisible(bool(rows))
        self.setVisible(bool(rows) or not self._is_quiet)

    def _open(self, item: QListWidgetItem) -> None:
        document = item.data(_DOCUMENT)
        if isinstance(document, int):
            self._shell.open("document", document)

    def _news(self, tables: frozenset[str]) -> None:
        if self._source and tables & _TABLES:
            self.ask(self._source)


def document_text(row: DocumentRow) -> str:
    """Return a document in one line: its day, its title and its amount."""
    day = formats().day(row.day) if row.day else ""
    amount = formats().money(row.amount.minor, row.amount.currency) if row.amount else ""
    return "   ".join(part for part in (day, row.title, amount) if part)
