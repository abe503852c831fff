"""A filed document in a tab of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.domain.archive.record import Record
from app.domain.shared.ids import RecordId
from app.services import archive
from app.ui.archive.card import DocumentCard
from app.ui.kit.focus import lead_to
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme


class DocumentPage(RecordPage):
    """One document, as large as the window."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "document", record)
        self.card = DocumentCard(shell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(16), 0, 0)
        column.addWidget(self.card)
        self.setWindowTitle(_("Document"))
        lead_to(self, self.card.viewer.preview.pages)
        shell.book.offer(
            self,
            {
                "document.source": self.card.open_source,
                "document.export": self.card.export,
                "document.print": self.card.print_out,
                "list.find": self.card.viewer.preview.search,
            },
        )
        self.card.show_record(record or 0)
        shell.client.ask(self._name, archive.get, RecordId(record or 0))

    def _name(self, record: Record) -> None:
        self.titled.emit(record.name)
