"""How the page of an order shows it once it is confirmed: view, buttons, words and deeds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.orders.handling import Agreed
from app.domain.orders.order import Order, OrderDraft
from app.domain.shared.ids import OrderId
from app.domain.shared.refusals import OfficeError
from app.ui.kit.shell import Shell
from app.ui.orders.confirmed import OrderView
from app.ui.orders.possible import buttons, possible
from app.ui.orders.promising import PromiseDialog, ask_day_of_draft
from app.ui.orders.verbs import Chosen, OrderVerbs, confirmed_text
from app.ui.orders.words import TONES, state_text


class ShownOrder:
    """An order that is not written any more."""

    def view(self, shell: Shell, order: Order, papers: QWidget) -> QWidget:
        """Return what shows the order."""
        return OrderView(shell, order, papers)

    def buttons(self, order: Order) -> tuple[str, ...]:
        """Return the buttons above it."""
        return buttons(order.state)

    def state(self, order: Order) -> tuple[str, str]:
        """Return the word and the tone of its state."""
        return state_text(order.state), TONES[order.state]

    def confirmed(self, order: Order) -> str:
        """Return what is said when it was confirmed."""
        return confirmed_text(order)

    def slots(self, shell: Shell, page: QWidget) -> PageDeeds:
        """Return what can be done with it."""
        return PageDeeds(shell, page)


class PageDeeds:
    """What can be done with the order of a page."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        self._shell, self._page = shell, page
        self._verbs = OrderVerbs(shell, page)

    def slots_of(self, get: Callable[[], Order | None]) -> dict[str, Callable[[], object]]:
        """Return what can be done with the order that is shown."""
        return dict(self._verbs.slots(partial(_on, get)))

    def allowed(self, order: Order | None) -> frozenset[str]:
        """Return what of it is possible now."""
        return possible(order.state, order.hold) if order is not None else frozenset()

    def ask_to_pass(self, order_id: OrderId, error: OfficeError) -> None:
        """Ask why a customer over the limit gets the order all the same."""
        self._verbs.ask_to_pass(order_id, error)

    def ask_day(
        self, order_id: OrderId, written: OrderDraft, put: Callable[[Agreed], object]
    ) -> PromiseDialog:
        """Ask for which day what is written is promised."""
        return ask_day_of_draft(self._page, self._shell, (order_id, written), put)


def _on(get: Callable[[], Order | None], verb: Callable[[Chosen], object]) -> None:
    order = get()
    if order is not None:
        verb(
            Chosen(
                order.id,
                order.state,
                order.number,
                order.wanted.customer_id,
                order.promised_on,
                order.priority,
                order.hold,
            )
        )
