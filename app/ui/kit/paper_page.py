"""A paper in a tab, as it prints: saved, printed, and asked for again when its rows change."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from app.domain.shared.refusals import OfficeError
from app.ui.kit.focus import lead_to
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import language
from app.ui.kit.theme import theme


class PaperPage(RecordPage):
    """Shows a paper as it prints; it follows what changes in its ``tables``."""

    tables: frozenset[str] = frozenset()

    def __init__(self, shell: Shell, kind: str, record: int, title: str) -> None:
        super().__init__(shell, kind, record)
        self.bar = PageBar(title, shell.book, ("paper.save", "paper.print"))
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.page, 1)
        self.setWindowTitle(title)
        ways = {
            "paper.print": self.page.print_out,
            "paper.save": self.page.save_as,
            "list.refresh": self.ask,
        }
        shell.book.offer(self, ways)
        lead_to(self, self.page)
        shell.client.changed.connect(self._news)
        self.ask()

    @abstractmethod
    def query(self) -> tuple[Callable[..., bytes], dict[str, Any]]:
        """Return what answers with the paper, and of what it is."""

    def ask(self) -> None:
        """Ask for the paper as it is now."""
        query, parts = self.query()
        asked = {"language": language(), **parts}
        self.shell.client.ask_or(self._show, self._gone, query, **asked)

    def _show(self, pdf: bytes) -> None:
        self.page.show_pdf(pdf, f"{self.windowTitle()}.pdf")

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.tables:
            self.ask()
