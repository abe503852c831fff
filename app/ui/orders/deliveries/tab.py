"""The deliveries: what goes out, by day, state and carrier; a letter does the next step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtGui import QHideEvent, QShowEvent

from app.domain.orders.delivery import Delivery, DeliveryState
from app.domain.orders.rows import DeliveryRow
from app.domain.shared.ids import DeliveryId
from app.services import deliveries
from app.ui.kit.list_page import ListPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.orders.deliveries.verbs import DeliveryVerbs
from app.ui.orders.deliveries.words import LISTING, NEXT

LETTERS = {"g": "delivery.next", "k": "delivery.pick-list", "o": "delivery.order"}
"""What a single letter does here."""
OF_ONE = (
    "delivery.open",
    "delivery.note",
    "delivery.slips",
    "delivery.labels",
    "delivery.customs",
    "delivery.order",
    "delivery.pick-list",
)


class DeliveriesList(ListPage[DeliveryRow]):
    """Lists deliveries; every verb works from the keyboard."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, LISTING)
        self.head.lead(strip)
        self._row: DeliveryRow | None = None
        self._verbs = DeliveryVerbs(shell, self)
        shell.book.offer(self, self._slots())
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

    def _slots(self) -> dict[str, Callable[[], object]]:
        on, paper = self._on_chosen, self._paper
        return {
            "delivery.open": partial(on, lambda row: self._open(row.id)),
            "delivery.next": partial(on, self._go_on),
            "delivery.pick-list": self._pick_list,
            "delivery.note": partial(on, partial(paper, deliveries.note)),
            "delivery.slips": partial(on, partial(paper, deliveries.slips)),
            "delivery.labels": partial(on, partial(paper, deliveries.labels)),
            "delivery.customs": partial(on, partial(paper, deliveries.customs)),
            "delivery.order": partial(on, lambda row: self.shell.open("order", row.order_id)),
            "delivery.cancel": partial(on, lambda row: self._verbs.cancel(row.id)),
            "return.announce": partial(on, lambda row: self._verbs.announce_return(row.order_id)),
        }

    def _on_chosen(self, verb: Callable[[DeliveryRow], object]) -> None:
        if self._row is not None:
            verb(self._row)

    def _open(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.open("delivery", record)

    def _go_on(self, row: DeliveryRow) -> None:
        self.shell.client.ask(self._step, deliveries.get, row.id)

    def _step(self, delivery: Delivery) -> None:
        if delivery.state is DeliveryState.PICKING:
            self.shell.open("delivery", delivery.id)
        else:
            self._verbs.go_on(delivery)

    def _paper(self, paper: Callable[..., bytes], row: DeliveryRow) -> None:
        self._verbs.show_paper(row.number or row.order_number, paper, row.id)

    def _pick_list(self) -> None:
        ids = tuple(DeliveryId(one) for one in self.table.selected_ids())
        if ids:
            self._verbs.show_paper(_("Pick list"), deliveries.pick_list, ids)

    def _look_at(self, record: object) -> None:
        if isinstance(record, int):
            self.shell.client.ask(self._show_row, deliveries.rows, (DeliveryId(record),))

    def _show_row(self, rows: Sequence[DeliveryRow]) -> None:
        self._row = rows[0] if rows else None
        self._allow()

    def _settled(self, count: object) -> None:
        if not count:
            self._row = None
        self._allow()

    def _allow(self) -> None:
        """Say what can be done with the chosen delivery; nothing while a record covers the list."""
        row = self._row if self.isVisible() else None
        state = row.state if row is not None else None
        open_states = {DeliveryState.DRAFT, DeliveryState.PICKING, DeliveryState.PACKED}
        out_states = {DeliveryState.SHIPPED, DeliveryState.DELIVERED}
        wanted = dict.fromkeys(OF_ONE, row is not None)
        wanted |= {
            "delivery.next": state in NEXT,
            "delivery.cancel": state in open_states,
            "return.announce": state in out_states,
        }
        for name, allowed in wanted.items():
            self.shell.book.allow(self, name, allowed=allowed)
        self.shell.book.call(self, "delivery.next", _(NEXT[state]) if state in NEXT else "")

    def _news(self, tables: frozenset[str]) -> None:
        if tables & self.listing.tables:
            self._ask_counts()
            self._look_at(self.table.chosen_id())

    def _ask_counts(self) -> None:
        self.shell.client.ask(self._show_counts, deliveries.counts)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self.filters.show_counts(counts)
