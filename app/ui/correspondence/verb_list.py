"""A list of letters or mails: verbs for the chosen one, and what it says beside the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.correspondence.thread_pane import ThreadPane
from app.ui.kit.focus import lead_to
from app.ui.kit.list_page import ListPage
from app.ui.kit.listing import Listing
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.table import Row

_LIST, _NARROW = 700, 300


class VerbList(ListPage[Row]):
    """Lists records of one kind; Enter opens one, Del discards one that may be discarded."""

    module = "letters"
    buttons = ("letter.receive", "letter.write")

    def __init__(self, shell: Shell, strip: Strip, listing: Listing[Row], kind: str) -> None:
        super().__init__(shell, listing)
        self._kind = kind
        self.row: Row | None = None
        self._verbs: dict[str, Callable[[Any], object]] = {}
        self.head.lead(strip)
        for name in self.buttons:
            self.head.add(shell.book.button(name, primary=name == self.buttons[-1]))
        self.exchange = ThreadPane(shell)
        self.beside = self.beside_list()
        self.set_details(self.beside, _LIST, _NARROW)
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        self.shown.connect(self._settled)
        self.shell.client.changed.connect(self._news)
        lead_to(self, self.table)

    def beside_list(self) -> QWidget:
        """Return what stands beside the list."""
        return QWidget()

    def show_row(self, row: Row) -> None:
        """Show what the chosen one says."""

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""

    def possible(self, row: Row) -> frozenset[str]:
        """Return the actions that can be done with the chosen one."""
        return frozenset()

    def ask_counts(self) -> None:
        """Ask how many stand where."""

    def offer(self, verbs: Mapping[str, Callable[[Any], object]]) -> None:
        """Offer what is done with the chosen one."""
        self._verbs = dict(verbs)
        slots: dict[str, Callable[[], object]] = {
            name: partial(self._on_chosen, verb) for name, verb in verbs.items()
        }
        slots["letter.link"] = self.exchange.link
        slots["letter.write"] = partial(self.shell.open, "letter-out")
        slots["letter.receive"] = partial(self.shell.open, "letter-in")
        self.shell.book.offer(self, slots)
        self._allow()
        self.ask_counts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.shell.book.action("letter.discard").trigger()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, verb: Callable[[Any], object]) -> None:
        record = self.table.chosen_id()
        if record is not None:
            verb(record)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open(self._kind, record)

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._show_row, self.listing.source.rows, (record,))

    def _show_row(self, rows: Sequence[Row]) -> None:
        self.row = rows[0] if rows else None
        if self.row is not None:
            self.show_row(self.row)
            self.exchange.ask(self._kind, self.row.id)
        self._allow()

    def _settled(self, count: object) -> None:
        if not count:
            self.row = None
            self.show_nothing()
            self.exchange.empty()
            self._allow()
        self.show_details(self.beside, wanted=bool(count))

    def _allow(self) -> None:
        may = self.possible(self.row) if self.row is not None else frozenset()
        for name in (*self._verbs, "letter.link"):
            self.shell.book.allow(self, name, allowed=name in may)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self.ask_counts()
            record = self.table.chosen_id()
            if record is not None:
                self._look_at(record)
