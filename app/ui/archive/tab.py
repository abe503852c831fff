"""The archive: every filed document in a list, the chosen one beside it."""

from __future__ import annotations

from app.domain.archive.record import RecordRow
from app.services import archive
from app.ui.archive.card import DocumentCard
from app.ui.archive.listing import listing
from app.ui.kit.dialogs import tell
from app.ui.kit.list_page import ListPage
from app.ui.kit.progress import ProgressLine
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme
from app.ui.kit.work import Work

_MOST_NAMED = 10


class ArchiveTab(ListPage[RecordRow]):
    """Lists documents, shows the chosen one, and proves that none has changed."""

    def __init__(self, shell: Shell) -> None:
        ways = tuple(name for name in ("go.invoices",) if name in shell.book.rows)
        super().__init__(shell, listing(ways))
        self.card = DocumentCard(shell)
        self.set_details(self.card)
        self.splitter.setSizes([theme().px(580), theme().px(460)])
        self.progress = ProgressLine()
        self._checking: Work | None = None
        self._count = 0
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.progress)
        self.chosen.connect(self.card.show_record)
        self.opened.connect(self._open)
        self.shown.connect(self._settled)
        shell.book.offer(
            self,
            {
                "document.open": self._open_chosen,
                "document.source": self.card.open_source,
                "document.export": self.card.export,
                "document.print": self.card.print_out,
                "archive.verify": self.verify,
            },
        )

    def verify(self) -> None:
        """Read every document again and compare it with what was filed."""
        if self._checking is None:
            self._count = self.model.rowCount()
            self._checking = self.shell.client.watch(self._tell, archive.damaged)
            self._checking.ended.connect(self._ended)
            self.progress.watch(self._checking, _("Checking every document…"))

    def _ended(self) -> None:
        self._checking = None

    def _tell(self, damaged: tuple[RecordRow, ...]) -> None:
        if not damaged:
            count = self._count
            self.shell.say(
                many("{n} document is as it was filed", "All {n} documents are as filed", count)
            )
            return
        names = "\n".join(row.name for row in damaged[:_MOST_NAMED])
        title = many("{n} document is damaged", "{n} documents are damaged", len(damaged))
        todo = _("Their bytes are gone or not those that were filed. Restore the latest backup.")
        tell(self, title, f"{todo}\n\n{names}")

    def _settled(self, count: int) -> None:
        if not count:
            self.card.clear()
        for name in ("document.export", "document.print", "document.open", "document.source"):
            self.shell.book.allow(self, name, allowed=bool(count))
        self.show_details(self.card, wanted=bool(count))

    def _open(self, record: int) -> None:
        self.shell.open("document", record)

    def _open_chosen(self) -> None:
        record = self.table.chosen_id()
        if record is not None:
            self._open(record)
