"""A page of rules of pay: a list, and below it what the chosen one says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.ui.employees.facts import FactPane
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Row
from app.ui.kit.theme import theme


class PayRulePage(QWidget, Generic[Row]):
    """Shows rules of one kind; each opens in a page of its own, and is read again on news."""

    kind = ""
    tables: frozenset[str] = frozenset()
    buttons: tuple[str, ...] = ()

    def __init__(
        self,
        shell: Shell,
        strip: Strip,
        table: ShortTable[Row],
        rules: Callable[..., Sequence[Row]],
    ) -> None:
        """Lay the page out; ``rules`` is the service's query that its rows are read by."""
        super().__init__()
        self.shell = shell
        self.table = table
        self._rules = rules
        self.bar = PageBar("", shell.book, self.buttons)
        self.bar.lead(strip)
        self.told = plain_label("", "warn")
        self.told.setWordWrap(True)
        self.facts = FactPane()
        self._lay_out()
        lead_to(self, self.table)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._look)
        shell.client.changed.connect(self._news)

    def ask(self) -> None:
        """Read the rules again."""
        self.shell.client.ask(self._show, self._rules)

    def chosen(self) -> Row | None:
        """Return the rule on which the cursor stands."""
        record = self.table.chosen_id()
        return None if record is None else self.table.row_of(record)

    def warn(self, text: str) -> None:
        """Say above the list what has to be looked at; nothing says nothing."""
        self.told.setText(f"⚠ {text}" if text else "")
        self.told.setVisible(bool(text))

    def _show(self, found: Sequence[Row]) -> None:
        self.table.show_rows(found)
        self._look()

    def _look(self, _record: object = None) -> None:
        """Offer what can be done with the chosen one; a page also tells of it."""
        self.shell.book.allow(self, f"{self.kind}.change", allowed=self.chosen() is not None)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open(self.kind, record)

    def _change(self) -> None:
        self._open(self.table.chosen_id())

    def _lay_out(self) -> None:
        px = theme().px
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.facts)
        parts.setSizes([px(390), px(230)])
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.told)
        column.addWidget(parts, 1)
        self.told.hide()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.tables:
            self.ask()
