"""The card beside a list of papers: the chosen one in a few facts, and its page as it prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.shared.refusals import OfficeError
from app.ui.kit.labels import LineLabel, fact_label
from app.ui.kit.messages import error_sentence
from app.ui.kit.pill import Pill
from app.ui.kit.preview import Preview
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.theme import theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card says of a paper: words, and the word and tone of its state."""

    title: str
    total: str
    facts: tuple[str, ...]
    state: tuple[str, str]


class PaperCard(QFrame):
    """Shows one paper; it follows the cursor of the list."""

    def __init__(
        self,
        shell: Shell,
        page: Callable[..., Any],
        nothing: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = shell.client
        self._page = page
        self._nothing = nothing
        self._record: int | None = None
        self.title = LineLabel("", "heading")
        self.total = fact_label("", "total")
        self.facts = LineLabel("", "muted")
        self.state = Pill()
        self._column = QVBoxLayout(self)
        self._lay_out()
        theme().dress(self, controls)

    @cached_property
    def preview(self) -> Preview:
        """The page, made when there is one: the first list does not wait for it."""
        made = Preview(self._client.lanes)
        made.go_without_tools()
        self._column.insertWidget(1, made, 1)
        return made

    def show_paper(self, record: int, shown: Shown, *, is_draft: bool) -> None:
        """Show a paper: its facts at once, its page as soon as it is drawn."""
        is_other = record != self._record
        self._record = record
        self.title.setText(shown.title)
        self.total.setText(shown.total)
        self.state.tell(*shown.state)
        self.facts.setText(" · ".join(part for part in shown.facts if part))
        if is_other or is_draft:
            self._client.ask_or(self._show_page, self._no_page, self._page, record)

    def empty(self) -> None:
        """Show nothing: the list is empty."""
        self._record = None
        for label in (self.title, self.total, self.facts):
            label.clear()
        self.state.tell("", "")
        self.preview.empty(self._nothing)

    def _show_page(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf)

    def _no_page(self, error: OfficeError) -> None:
        self.preview.empty(error_sentence(error).what)

    def _lay_out(self) -> None:
        px = theme().px
        head = QGridLayout()
        head.setContentsMargins(px(16), 0, px(4), px(12))
        head.setHorizontalSpacing(px(8))
        head.setVerticalSpacing(px(2))
        head.setColumnStretch(0, 1)
        head.addWidget(self.title, 0, 0, 1, 2)
        head.addWidget(self.total, 1, 0)
        head.addWidget(self.state, 1, 1, _RIGHT)
        head.addWidget(self.facts, 2, 0, 1, 2)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addStretch()
