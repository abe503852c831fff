"""A list of records that are kept for good: opened, put away, and taken back, with a card beside.

class ContactsTab(KeepingList[ContactRow]):
def __init__(self, shell: Shell) -> None:
super().__init__(shell, LISTING, "contact", Keeping(contacts.put_away, …))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.kit.history import Deed
from app.ui.kit.list_page import ListPage
from app.ui.kit.listing import Listing
from app.ui.kit.shell import Shell
from app.ui.kit.table import Row
from app.ui.kit.texts import _, language, many

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.exports import Exported
    from app.services.office import Desk

ARCHIVED = "archived"
"""The state of a list that shows what was put away."""

Export = Callable[..., Any]
Move = Callable[["Desk", Any], tuple[int, ...]]


class Card(Protocol):
    """What stands beside the list and follows its cursor; it shows more than the list's tables."""

    tables: frozenset[str]

    def ask(self, record: Any) -> None:
        """Show a record as soon as the office has answered."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """The commands that move records, and how to say how many were moved."""

    put_away: Move
    take_back: Move
    export: Export
    went: Callable[[int], str]
    came: Callable[[int], str]


class KeepingList(ListPage[Row]):
    """Lists records of a kind; every verb works from the keyboard."""

    def __init__(self, shell: Shell, listing: Listing[Row], kind: str, keeping: Keeping) -> None:
        super().__init__(shell, listing)
        self._kind = kind
        self._keeping = keeping
        self._card: Card | None = None
        shell.book.offer(
            self,
            {
                f"{kind}.new": partial(shell.open, kind),
                f"{kind}.open": self._open_chosen,
                f"{kind}.import": partial(shell.open, f"{kind}-import"),
                f"{kind}.export": self._export,
                f"{kind}.put-away": self._put_away,
                f"{kind}.take-back": self._take_back,
            },
        )
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        self.shown.connect(self._allow)
        shell.client.changed.connect(self._news)
        self._allow(0)

    def show_card(self, card: QWidget, follow: Card) -> None:
        """Show a card beside the list."""
        self._card = follow
        self.set_details(card)
        self.shown.connect(partial(self._show_card_if, card))

    def _show_card_if(self, card: QWidget, count: object) -> None:
        self.show_details(card, wanted=bool(count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.shell.book.action(f"{self._kind}.put-away").trigger()
        else:
            super().keyPressEvent(event)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open(self._kind, record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _look_at(self, record: object) -> None:
        if isinstance(record, int) and self._card is not None:
            self._card.ask(record)

    def _allow(self, count: object) -> None:
        is_away = ARCHIVED in self.filters.states
        wanted = {"open": True, "export": True, "put-away": not is_away, "take-back": is_away}
        for verb, is_fitting in wanted.items():
            name = f"{self._kind}.{verb}"
            self.shell.book.allow(self, name, allowed=bool(count) and is_fitting)

    def _put_away(self) -> None:
        self.shell.client.do(self._went, self._keeping.put_away, self.table.selected_ids())

    def _take_back(self) -> None:
        self.shell.client.do(self._came, self._keeping.take_back, self.table.selected_ids())

    def _went(self, ids: tuple[int, ...]) -> None:
        self.shell.did(went(self._keeping, ids))

    def _came(self, ids: tuple[int, ...]) -> None:
        self.shell.did(came(self._keeping, ids))

    def _export(self) -> None:
        kinds = "CSV (*.csv);;XLSX (*.xlsx)"
        wanted, _kind = QFileDialog.getSaveFileName(
            self, _("Export the list"), f"{_(self.listing.title)}.csv", kinds
        )
        if wanted:
            path, view = Path(wanted), self.view()
            work = self.shell.client.watch(
                self._exported, self._keeping.export, view, path, language(), replace=True
            )
            self.shell.watch(work, _("Writing {file}", file=path.name))

    def _exported(self, exported: Exported) -> None:
        text = many(
            "{n} row written to {file}",
            "{n} rows written to {file}",
            exported.rows,
            file=exported.target.name,
        )
        self.shell.say(text)

    def _news(self, tables: frozenset[str]) -> None:
        shown = self._card.tables if self._card is not None else frozenset()
        if tables & (self.listing.tables | shown):
            self._look_at(self.table.chosen_id())


def went(keeping: Keeping, ids: tuple[int, ...]) -> Deed:
    """Return that records were put away, which can be taken back."""
    return Deed(keeping.went(len(ids)), keeping.take_back, (ids,), partial(came, keeping))


def came(keeping: Keeping, ids: tuple[int, ...]) -> Deed:
    """Return that records were taken back, which can be undone, too."""
    return Deed(keeping.came(len(ids)), keeping.put_away, (ids,), partial(went, keeping))
