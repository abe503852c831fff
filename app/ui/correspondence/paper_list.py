"""A list of letters or mails: verbs for the chosen one, and what it says beside the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.correspondence.thread_pane import ThreadPane
from app.ui.kit.focus import lead_to
from app.ui.kit.listing import Listing
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.table import Row
from app.ui.kit.verb_list import VerbList

_LIST, _NARROW = 700, 300


class PaperList(VerbList[Row, Row]):
    """Lists records of one kind; Enter opens one, Del discards one that may be discarded."""

    module = "letters"
    buttons = ("letter.receive", "letter.write")

    def __init__(self, shell: Shell, strip: Strip, listing: Listing[Row], kind: str) -> None:
        super().__init__(shell, listing, strip)
        self.kind = kind
        self._verbs: dict[str, Callable[[Any], object]] = {}
        for name in self.buttons:
            self.head.add(shell.book.button(name, primary=name == self.buttons[-1]))
        self.exchange = ThreadPane(shell)
        self.set_details(self.beside_list(), _LIST, _NARROW)
        lead_to(self, self.table)

    def beside_list(self) -> QWidget:
        """Return what stands beside the list."""
        return QWidget()

    def show_row(self, row: Row) -> None:
        """Show what the chosen one says."""

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""

    def possible_with(self, row: Row) -> frozenset[str]:
        """Return the actions that can be done with the chosen one."""
        return frozenset()

    def offer(
        self, verbs: Mapping[str, Callable[[Any], object]], counts: Callable[..., Any] | None
    ) -> None:
        """Offer what is done with the chosen one."""
        self._verbs = dict(verbs)
        slots: dict[str, Callable[[], object]] = {
            name: partial(self._on_record, verb) for name, verb in verbs.items()
        }
        slots["letter.link"] = self.exchange.link
        slots["letter.write"] = partial(self.shell.open, "letter-out")
        slots["letter.receive"] = partial(self.shell.open, "letter-in")
        self.begin(slots, counts)

    def tell(self, seen: Row | None) -> None:
        if seen is None:
            self.show_nothing()
            self.exchange.empty()
        else:
            self.show_row(seen)
            self.exchange.ask(self.kind, seen.id)

    def possible(self, seen: Row | None) -> Mapping[str, bool]:
        may = self.possible_with(seen) if seen is not None else frozenset()
        return {name: name in may for name in (*self._verbs, "letter.link")}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.shell.book.action("letter.discard").trigger()
        else:
            super().keyPressEvent(event)

    def _on_record(self, verb: Callable[[Any], object]) -> None:
        record = self.table.chosen_id()
        if record is not None:
            verb(record)
