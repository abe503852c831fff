"""The manual's window: pages on the left, the chosen one on the right, found by words."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.services import manual
from app.services.manual import Page
from app.ui.kit.hit_list import HitList
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _, language
from app.ui.kit.theme import theme

FOR_MODULE = {"company": "first-day", "accounting": "books"}
"""Which page helps in a module whose name is not that of its page."""


class ManualWindow(QDialog):
    """Opens at the page of the module that is shown; works without a network."""

    def __init__(self, parent: QWidget, module: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Manual"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Find in the manual"))
        self.words.setAccessibleName(_("Find in the manual"))
        self.words.setClearButtonEnabled(True)
        self.contents = HitList(_("Pages"))
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("Page"))
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.anchorClicked.connect(self._follow)
        self.words.textChanged.connect(self._find)
        self.contents.currentItemChanged.connect(self._show)
        self._lay_out()
        self._offer(manual.pages(language()))
        self.turn_to(FOR_MODULE.get(module, module))

    def turn_to(self, name: str) -> None:
        """Show a page by its name; one that is not there leaves the first."""
        for row in range(self.contents.count()):
            page: Page = self.contents.item(row).data(Qt.ItemDataRole.UserRole)
            if page.name == name:
                self.contents.setCurrentRow(row)

    def _offer(self, pages: tuple[Page, ...]) -> None:
        self.contents.clear()
        for page in pages:
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page)
            self.contents.addItem(item)
        self.contents.setCurrentRow(0 if pages else -1)
        if not pages:
            self.text.setPlainText(_("No page holds these words."))

    def _find(self, words: str) -> None:
        self._offer(manual.found(words, language()))

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            page: Page = item.data(Qt.ItemDataRole.UserRole)
            self.text.setMarkdown(page.text)

    def _follow(self, link: QUrl) -> None:
        self.turn_to(link.fileName().removesuffix(".md"))

    def _lay_out(self) -> None:
        px = theme().px
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(self.words)
        left.addWidget(self.contents, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(*(px(16),) * 4)
        line.setSpacing(px(16))
        line.addLayout(left, 1)
        line.addWidget(self.text, 3)
        self.text.document().setDocumentMargin(px(16))
        theme().dress(self, controls)
        self.resize(px(900), px(600))
