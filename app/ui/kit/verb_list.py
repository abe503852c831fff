"""A list with a chosen record: it is asked for, told beside the list, and its verbs are allowed.

class ReturnsList(VerbList[ReturnRow, ReturnRow]):
kind = "goods-return"                       # what Enter opens
letters = {"g": "return.next"}              # what a single letter does here

def __init__(self, shell: Shell, strip: Strip) -> None:
super().__init__(shell, LISTING, strip)
self.begin({"return.next": self.on_chosen(self._go_on)}, returns.counts)

def possible(self, seen: ReturnRow | None) -> Mapping[str, bool]:
return {"return.next": seen is not None}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from PySide6.QtGui import QHideEvent, QShowEvent

from app.ui.kit.list_page import ListPage
from app.ui.kit.listing import Listing
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.table import Row

Seen = TypeVar("Seen")
"""What is known of the chosen record: its row, or more than that."""

NO_LETTERS: Mapping[str, str] = MappingProxyType({})


class VerbList(ListPage[Row], Generic[Row, Seen]):
    """Lists records of one kind; ``seen`` is the chosen one as the office told it last."""

    kind = ""
    letters = NO_LETTERS

    def __init__(self, shell: Shell, listing: Listing[Row], strip: Strip) -> None:
        super().__init__(shell, listing)
        self.head.lead(strip)
        self.seen: Seen | None = None
        self._counts: Callable[..., Any] | None = None
        self.opened.connect(self.open_record)
        self.chosen.connect(self._look_at)
        self.shown.connect(self._settled)
        shell.client.changed.connect(self._news)

    def begin(
        self, verbs: Mapping[str, Callable[[], object]], counts: Callable[..., Any] | None = None
    ) -> None:
        """Offer what can be done here, and ask how many rows each chip has."""
        self._counts = counts
        self.shell.book.offer(self, dict(verbs))
        self._allow()
        self._ask_counts()

    def look(self, record: int) -> None:
        """Ask for the chosen record; the answer goes to ``see``. By itself it is its row."""
        rows: Callable[..., Any] = self.listing.source.rows
        self.shell.client.ask(self._see_first, rows, (record,))

    def see(self, seen: Seen | None) -> None:
        """Take what is chosen, or nothing."""
        self.seen = seen
        self.tell(seen)
        self._allow()

    def tell(self, seen: Seen | None) -> None:
        """Show the chosen record beside the list, or that none is."""

    def possible(self, seen: Seen | None) -> Mapping[str, bool]:
        """Return which verbs are allowed with the chosen record."""
        return {}

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._allow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._allow()

    def _allow(self) -> None:
        """Say what can be done with the chosen one; nothing while a record covers the list."""
        seen = self.seen if self.isVisible() else None
        for name, allowed in self.possible(seen).items():
            self.shell.book.allow(self, name, allowed=allowed)

    def on_chosen(self, verb: Callable[[Seen], object]) -> Callable[[], object]:
        """Return what does a verb with the chosen record, and nothing where none is chosen."""
        return partial(self._do, verb)

    def open_record(self, record: object) -> None:
        """Open a record of this kind."""
        if isinstance(record, int):
            self.shell.open(self.kind, record)

    def open_chosen(self) -> None:
        """Open the chosen record."""
        self.open_record(self.table.chosen_id())

    def _ask_counts(self) -> None:
        """Ask how many rows each chip has."""
        if self._counts is not None:
            self.shell.client.ask(self._show_counts, self._counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        """Say at the chips how many rows they have."""
        self.filters.show_counts(counts)

    def _is_verb(self, letter: str) -> bool:
        name = self.letters.get(letter.casefold())
        if name is None or not self.table.hasFocus():
            return super()._is_verb(letter)
        action = self.shell.book.action(name)
        action.trigger()
        return action.isEnabled()

    def _do(self, verb: Callable[[Seen], object]) -> None:
        if self.seen is not None:
            verb(self.seen)

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.look(record)

    def _see_first(self, rows: Sequence[Seen]) -> None:
        self.see(rows[0] if rows else None)

    def _settled(self, count: object) -> None:
        if not count:
            self.see(None)
        if self._details is not None:
            self.show_details(self._details, wanted=bool(count))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()
            self._look_at(self.table.chosen_id())
