"""The deliveries: what goes out, by day, state and carrier; a letter does the next step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from app.domain.orders.delivery import Delivery, DeliveryState
from app.domain.orders.rows import DeliveryRow
from app.domain.shared.ids import DeliveryId
from app.services import deliveries
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.verb_list import VerbList
from app.ui.orders.deliveries.areas import ask_area
from app.ui.orders.deliveries.verbs import DeliveryVerbs
from app.ui.orders.deliveries.words import LISTING, NEXT

OF_ONE = (
    "delivery.open",
    "delivery.note",
    "delivery.slips",
    "delivery.labels",
    "delivery.customs",
    "delivery.order",
    "delivery.pick-list",
)


class DeliveriesList(VerbList[DeliveryRow, DeliveryRow]):
    """Lists deliveries; every verb works from the keyboard."""

    kind = "delivery"
    module = "orders"
    letters = MappingProxyType(
        {
            "g": "delivery.next",
            "k": "delivery.pick-list",
            "o": "delivery.order",
            "b": "delivery.areas",
        }
    )

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, LISTING, strip)
        self._verbs = DeliveryVerbs(shell, self)
        self.begin(self._slots(), deliveries.counts)

    def _slots(self) -> dict[str, Callable[[], object]]:
        on, paper = self.on_chosen, self._paper
        return {
            "delivery.open": self.open_chosen,
            "delivery.next": on(self._go_on),
            "delivery.areas": partial(ask_area, self, self.shell),
            "delivery.pick-list": self._pick_list,
            "delivery.note": on(partial(paper, deliveries.note)),
            "delivery.slips": on(partial(paper, deliveries.slips)),
            "delivery.labels": on(partial(paper, deliveries.labels)),
            "delivery.customs": on(partial(paper, deliveries.customs)),
            "delivery.mail": on(lambda row: self._verbs.mail(row.id)),
            "delivery.order": on(lambda row: self.shell.open("order", row.order_id)),
            "delivery.cancel": on(lambda row: self._verbs.cancel(row.id)),
            "return.announce": on(lambda row: self._verbs.announce_return(row.order_id)),
        }

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

    def possible(self, seen: DeliveryRow | None) -> Mapping[str, bool]:
        state = seen.state if seen is not None else None
        open_states = {DeliveryState.DRAFT, DeliveryState.PICKING, DeliveryState.PACKED}
        out_states = {DeliveryState.SHIPPED, DeliveryState.DELIVERED}
        wanted = dict.fromkeys(OF_ONE, seen is not None)
        wanted |= {
            "delivery.areas": seen is not None,
            "delivery.next": state in NEXT,
            "delivery.cancel": state in open_states,
            "return.announce": state in out_states,
            "delivery.mail": state in out_states,
        }
        self.shell.book.call(self, "delivery.next", _(NEXT[state]) if state in NEXT else "")
        return wanted
