"""A document in a tab of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.domain.shared.ids import DocumentId
from app.services import kinds
from app.services.documents import Seen
from app.services.kinds import Sorting
from app.ui.archive.card import DocumentCard
from app.ui.archive.naming import Naming
from app.ui.archive.verbs import Verbs
from app.ui.kit.focus import lead_to
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme


class DocumentPage(RecordPage):
    """One document, as large as the window."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "document", record)
        self.naming = Naming()
        self.card = DocumentCard(shell, self.naming)
        self.verbs = Verbs(shell, self, self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(16), 0, 0)
        column.addWidget(self.card)
        self.setWindowTitle(_("Document"))
        lead_to(self, self.card.viewer.preview.pages)
        shell.book.offer(
            self,
            {
                **self.verbs.slots(),
                "document.source": self.card.open_source,
                "document.export": self._export,
                "document.print": self.card.print_out,
                "list.find": self.card.viewer.preview.search,
            },
        )
        self.verbs.allow(None)
        self.card.told.connect(self._told)
        self.verbs.moved.connect(self._look_again)
        shell.client.ask(self._learn, kinds.sorting)

    def _learn(self, sorting: Sorting) -> None:
        self.naming.learn(sorting)
        self._look_again()

    def _look_again(self) -> None:
        self.card.ask(self.record or 0)

    def _told(self, seen: Seen | None) -> None:
        self.verbs.allow(self.card.document)
        if seen is not None:
            self.titled.emit(seen.document.title)

    def _chosen(self) -> tuple[DocumentId, ...]:
        return (DocumentId(self.record),) if self.record is not None else ()

    def _export(self) -> None:
        if self.card.record is not None:
            self.verbs.export(self.card.record)
