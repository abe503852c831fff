"""The returns: what customers send back, by state and day; a letter does the next step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtGui import QHideEvent, QShowEvent

from app.domain.orders.goods_return import ReturnState
from app.domain.orders.rows import ReturnRow
from app.domain.shared.ids import ReturnId
from app.services import returns
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.orders.returns.verbs import ReturnVerbs
from app.ui.orders.returns.words import LISTING, NEXT

LETTERS = {"g": "return.next", "o": "delivery.order"}
"""What a single letter does here."""


class ReturnsList(ListPage[ReturnRow]):
    """Lists returns; every verb works from the keyboard."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, LISTING)
        self.head.lead(strip)
        self._row: ReturnRow | None = None
        self._verbs = ReturnVerbs(shell, self)
        on = self._on_chosen
        shell.book.offer(
            self,
            {
                "return.open": partial(on, lambda row: self._open(row.id)),
                "return.next": partial(on, self._go_on),
                "return.slip": partial(on, self._print),
                "return.cancel": partial(on, lambda row: self._verbs.cancel(row.id)),
                "delivery.order": partial(on, lambda row: shell.open("order", row.order_id)),
            },
        )
        self._allow()
        self.opened.connect(self._open)
        self.chosen.connect(self._look_at)
        self.shown.connect(self._settled)
        shell.client.changed.connect(self._news)
        self._ask_counts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._allow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._allow()

    def _is_verb(self, letter: str) -> bool:
        if not self.table.hasFocus():
            return False
        if letter.casefold() not in LETTERS:
            return self.shell.book.press(letter, "orders")
        action = self.shell.book.action(LETTERS[letter.casefold()])
        action.trigger()
        return action.isEnabled()

    def _on_chosen(self, verb: Callable[[ReturnRow], object]) -> None:
        if self._row is not None:
            verb(self._row)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("goods-return", record)

    def _go_on(self, row: ReturnRow) -> None:
        self.shell.client.ask(self._verbs.go_on, returns.get, row.id)

    def _print(self, row: ReturnRow) -> None:
        self._verbs.print_slip(row.id, row.number)

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._show_row, returns.rows, (ReturnId(record),))

    def _show_row(self, rows: Sequence[ReturnRow]) -> None:
        self._row = rows[0] if rows else None
        self._allow()

    def _settled(self, count: object) -> None:
        if not count:
            self._row = None
        self._allow()

    def _allow(self) -> None:
        """Say what can be done with the chosen return; nothing while a record covers the list."""
        row = self._row if self.isVisible() else None
        state = row.state if row is not None else None
        open_states = {ReturnState.ANNOUNCED, ReturnState.RECEIVED, ReturnState.INSPECTED}
        wanted = {
            "return.open": row is not None,
            "return.slip": row is not None,
            "delivery.order": row is not None,
            "return.next": state in NEXT and not (row is not None and row.is_credited),
            "return.cancel": state in open_states,
        }
        for name, allowed in wanted.items():
            self.shell.book.allow(self, name, allowed=allowed)
        self.shell.book.call(self, "return.next", _(NEXT[state]) if state in NEXT else "")

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()
            self._look_at(self.table.chosen_id())

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, returns.counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.filters.show_counts(counts)
