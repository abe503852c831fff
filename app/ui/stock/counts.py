"""The list of counts: what is planned, under way and posted; Enter opens one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from app.domain.stock.count import KIND
from app.domain.stock.count_row import CountRow
from app.services import counts
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.stock.count_dialog import begin_count
from app.ui.stock.count_words import LISTING
from app.ui.stock.rules_dialog import ask_rules


class CountsList(ListPage[CountRow]):
    """Lists counts, the newest first."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, LISTING)
        self.head.lead(strip)
        self.opened.connect(self._open)
        self.shown.connect(self._settled)
        shell.book.offer(
            self,
            {
                "count.new": partial(begin_count, shell, self),
                "count.open": self._open_chosen,
                "count.rules": partial(ask_rules, shell, self),
            },
        )
        shell.book.allow(self, "count.open", allowed=False)
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def _is_verb(self, letter: str) -> bool:
        return self.table.hasFocus() and self.shell.book.press(letter, "stock")

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open(KIND, record)

    def _open_chosen(self) -> None:
        self._open(self.table.chosen_id())

    def _settled(self, count: object) -> None:
        self.shell.book.allow(self, "count.open", allowed=bool(count))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, counts.counts)

    def _show_counts(self, found: Mapping[str, int]) -> None:
        self.filters.show_counts(found)
