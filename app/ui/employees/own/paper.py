"""Rows or the page that they print as: one place that turns between the two."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.kit.focus import enter, lead_to
from app.ui.kit.preview import Preview
from app.ui.kit.shell import Shell


class Papered(QStackedWidget):
    """Shows rows, and on demand their paper, for a page; ``wanted()`` asks for the paper."""

    wanted = Signal()

    def __init__(self, page: QWidget, shell: Shell, rows: QWidget, first: QWidget) -> None:
        super().__init__()
        self._page = page
        self._book = shell.book
        self._first = first
        self.preview = Preview(shell.client.lanes)
        self.preview.told.connect(shell.say)
        self.addWidget(rows)
        self.addWidget(self.preview)
        ways = {"own.save": self.preview.save_as, "own.print": self.preview.print_out}
        shell.book.offer(page, {**ways, "own.paper": self.turn})
        lead_to(page, first)
        self._allow_paper()

    @property
    def is_paper(self) -> bool:
        """Say whether the page is shown as it prints."""
        return self.currentWidget() is self.preview

    def turn(self) -> None:
        """Show the paper, or the rows again."""
        self.setCurrentIndex(0 if self.is_paper else 1)
        self._allow_paper()
        shown: QWidget = self.preview if self.is_paper else self._first
        lead_to(self._page, shown)
        self.renew()
        enter(self._page)

    def renew(self) -> None:
        """Ask for the paper again, if it is looked at."""
        if self.is_paper:
            self.preview.wait()
            self.wanted.emit()

    def allow(self, *, allowed: bool) -> None:
        """Say whether there is anything to print."""
        self._book.allow(self._page, "own.paper", allowed=allowed)

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """Show the paper under its name."""
        self.preview.show_pdf(pdf, name)

    def _allow_paper(self) -> None:
        for name in ("own.save", "own.print"):
            self._book.allow(self._page, name, allowed=self.is_paper)
