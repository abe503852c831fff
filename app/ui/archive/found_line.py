"""The line over what was found: another spelling, the order, and the folder it can become."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.archive.found import NOTHING_FOUND, Found
from app.domain.archive.row import DocumentSort
from app.services.seeking import BEST
from app.ui.kit.actions import ActionBook
from app.ui.kit.flow import Flow
from app.ui.kit.labels import plain_label
from app.ui.kit.link import LinkButton
from app.ui.kit.sheets import chips
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

NEWEST = DocumentSort.RECEIVED.value


class FoundLine(QWidget):
    """Says how the question was read: ``meant(question)`` is pressed, ``ordered(sort)`` too."""

    meant = Signal(str)
    ordered = Signal(str)

    def __init__(self, book: ActionBook) -> None:
        super().__init__()
        self._found = NOTHING_FOUND
        self.said = plain_label(role="muted")
        self.spelling = LinkButton()
        self.best, self.newest = self._chip(_("Best first"), BEST), self._chip(_("Newest"), NEWEST)
        self.keep = book.button("saved.add")
        self.keep.setProperty("plain", "true")
        upper = Flow(theme().px(6))
        lower = Flow(theme().px(4))
        for widget in (self.said, self.spelling):
            upper.addWidget(widget)
        for button in (self.best, self.newest, self.keep):
            lower.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addLayout(upper)
        column.addLayout(lower)
        self.said.setWordWrap(False)
        self.spelling.clicked.connect(self._take_spelling)
        theme().dress(self, chips)

    def tell(self, found: Found, words: str) -> None:
        """Say what became of the words that were typed."""
        self._found = found
        nowhere = _("Nothing holds “{words}”. Shown is what holds", words=words)
        self.said.setText(nowhere if found.meant else _("Did you mean") if found.instead else "")
        self.said.setVisible(bool(found.meant or found.instead))
        self.spelling.lead_to(found.meant or found.instead)

    def show_order(self, sort: str) -> None:
        """Show which order the list has; none of both where a column sorts it."""
        self.best.setChecked(sort == BEST)
        self.newest.setChecked(sort == NEWEST)

    def _chip(self, text: str, sort: str) -> QPushButton:
        chip = QPushButton(text)
        chip.setCheckable(True)
        chip.setProperty("chip", "true")
        chip.clicked.connect(partial(self._order, sort))
        return chip

    def _order(self, sort: str, _is_checked: object = None) -> None:
        self.show_order(sort)
        self.ordered.emit(sort)

    def _take_spelling(self) -> None:
        self.meant.emit(self._found.meant or self._found.instead)
