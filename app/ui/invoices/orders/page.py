"""One order in a tab: a draft that is written and confirmed, then the order on its way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.domain.orders.credit import OverLimit
from app.domain.orders.handling import Agreed
from app.domain.orders.order import Order, OrderDraft, OrderState
from app.domain.shared.ids import OrderId, new_id
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError
from app.services import chains, orders
from app.services.invoices import Review
from app.services.order_forms import OrderDesktop
from app.ui.invoices.batch import ask_about
from app.ui.invoices.chain import ChainLines
from app.ui.invoices.orders.editor import ORDER_DEEDS, OrderEditor, opened_from
from app.ui.invoices.orders.page_verbs import OrderPageVerbs
from app.ui.invoices.writing import WritingPage
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

_DRAFT_BUTTONS = ("invoice.details", "invoice.page", "order.confirm")


class Shown(Protocol):
    """How an order that is not written any more is shown, and what can be done with it."""

    def view(self, shell: Shell, order: Order, papers: QWidget) -> QWidget:
        """Return what shows the order."""

    def buttons(self, order: Order) -> tuple[str, ...]:
        """Return the buttons above it."""

    def state(self, order: Order) -> tuple[str, str]:
        """Return the word and the tone of its state."""

    def confirmed(self, order: Order) -> str:
        """Return what is said when it was confirmed."""

    def slots(self, shell: Shell, page: QWidget) -> OrderDeeds:
        """Return what can be done with it."""


class OrderDeeds(Protocol):
    """What can be done with an order on its page."""

    def slots_of(self, get: Callable[[], Order | None]) -> dict[str, Callable[[], object]]:
        """Return what can be done with the order that is shown."""

    def allowed(self, order: Order | None) -> frozenset[str]:
        """Return what of it is possible now."""

    def ask_to_pass(self, order_id: OrderId, error: OfficeError) -> None:
        """Ask why a customer over the limit gets the order all the same."""

    def ask_day(
        self, order_id: OrderId, written: OrderDraft, put: Callable[[Agreed], object]
    ) -> object:
        """Ask for which day what is written is promised."""


class OrderPage(WritingPage):
    """Opens an order, keeps what is typed, confirms it, and follows what becomes of it."""

    def __init__(self, shell: Shell, record: int | None, shown: Shown) -> None:
        order_id = OrderId(record if record is not None else new_id())
        super().__init__(shell, "order", order_id, ORDER_DEEDS)
        self.order_id = order_id
        self.record = record
        self.order: Order | None = None
        self.shown_as = shown
        self.doing = shown.slots(shell, self)
        self.verbs: OrderPageVerbs = OrderPageVerbs(self)
        self.name(_("New order") if record is None else _("Order"))
        shell.client.changed.connect(self._changed)
        self.open_record()

    def buttons(self) -> tuple[str, ...]:
        return _DRAFT_BUTTONS

    def draft_state(self) -> tuple[str, str]:
        return _("Draft"), "warn"

    def opened(self, desktop: OrderDesktop) -> None:
        order = desktop.order
        if order is not None and self.shown_if_over(order):
            return
        opened = opened_from(desktop)
        self.write(OrderEditor(self.shell, opened, order), opened)

    def named(self, review: Review) -> str:
        buyer = review.invoice.buyer
        return f"{_('Order')} · {buyer.name}" if buyer else _("New order")

    def shown_if_over(self, record: Order) -> bool:
        if record.state is OrderState.DRAFT:
            return False
        self.order = record
        papers = ChainLines(self.shell, chains.around_order, record.id)
        view = self.shown_as.view(self.shell, record, papers)
        self.verbs.follow_order(record)
        self.name(record.number or _("Discarded draft"))
        self.show_finished(view, self.shown_as.buttons(record), self.shown_as.state(record))
        return True

    def finished_as(self, record: Order) -> None:
        self.shell.say(self.shown_as.confirmed(record))
        self.shown_if_over(record)

    def ask_about(self, doubts: Sequence[Problem], go_on: Callable[[], object]) -> Dialog:
        return ask_about(self, doubts, go_on, _("Confirm anyway"))

    def _not_finished(self, error: OfficeError) -> None:
        if isinstance(error, OverLimit):
            self._go_on()
            self.doing.ask_to_pass(self.order_id, error)
        else:
            super()._not_finished(error)

    def _changed(self, tables: frozenset[str]) -> None:
        """Follow what becomes of an order: also of a draft that somebody let pass the limit."""
        if tables & {"sales_order", "order_line"} and self.record is not None:
            version = self.order.version if self.order else 0
            refused = self._gone
            answer = partial(self._follow, version)
            self.shell.client.ask_or(answer, refused, orders.get, self.order_id)

    def _gone(self, _error: object) -> None:
        """Nothing is kept of it yet."""

    def _follow(self, version: int, order: Order) -> None:
        is_new = order.version != version or order != self.order
        if is_new and order.state is not OrderState.DRAFT:
            self.shown_if_over(order)
