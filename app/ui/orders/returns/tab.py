"""The returns: what customers send back, by state and day; a letter does the next step."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.domain.orders.goods_return import ReturnState
from app.domain.orders.rows import ReturnRow
from app.services import returns
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.verb_list import VerbList
from app.ui.orders.returns.verbs import ReturnVerbs
from app.ui.orders.returns.words import LISTING, NEXT


class ReturnsList(VerbList[ReturnRow, ReturnRow]):
    """Lists returns; every verb works from the keyboard."""

    kind = "goods-return"
    module = "orders"
    letters = MappingProxyType({"g": "return.next", "o": "delivery.order"})

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, LISTING, strip)
        self._verbs = ReturnVerbs(shell, self)
        on = self.on_chosen
        verbs = {
            "return.open": self.open_chosen,
            "return.next": on(self._go_on),
            "return.slip": on(self._print),
            "return.cancel": on(lambda row: self._verbs.cancel(row.id)),
            "delivery.order": on(lambda row: shell.open("order", row.order_id)),
        }
        self.begin(verbs, returns.counts)

    def _go_on(self, row: ReturnRow) -> None:
        self.shell.client.ask(self._verbs.go_on, returns.get, row.id)

    def _print(self, row: ReturnRow) -> None:
        self._verbs.print_slip(row.id, row.number)

    def possible(self, seen: ReturnRow | None) -> Mapping[str, bool]:
        state = seen.state if seen is not None else None
        open_states = {ReturnState.ANNOUNCED, ReturnState.RECEIVED, ReturnState.INSPECTED}
        wanted = {
            "return.open": seen is not None,
            "return.slip": seen is not None,
            "delivery.order": seen is not None,
            "return.next": state in NEXT and not (seen is not None and seen.is_credited),
            "return.cancel": state in open_states,
        }
        self.shell.book.call(self, "return.next", _(NEXT[state]) if state in NEXT else "")
        return wanted
