"""Amending a confirmed order: it is written anew in a tab of its own, and changed for a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.domain.orders.order import Order, OrderDraft, OrderState
from app.domain.shared.ids import OrderId
from app.domain.shared.problems import Problem
from app.services import orders
from app.services.invoices import Review
from app.services.order_forms import OrderDesktop
from app.ui.invoices.batch import ask_about
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.editor_verbs import EditorVerbs
from app.ui.invoices.orders.editor import ORDER_DEEDS, OrderEditor, opened_from
from app.ui.invoices.writing import WritingPage
from app.ui.kit.asking import ask_words, unexplained
from app.ui.kit.dialogs import Dialog, Question
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

_AMEND_DEEDS = replace(ORDER_DEEDS, form="order-amend", finish=None)


class AmendPage(WritingPage):
    """Writes a confirmed order anew; nothing changes before it is said why."""

    saves_by_itself = False

    def __init__(self, shell: Shell, record: int | None) -> None:
        self.order_id = OrderId(record or 0)
        super().__init__(shell, "order-amend", self.order_id, _AMEND_DEEDS)
        self.record = record
        self.verbs: AmendVerbs = AmendVerbs(self)
        self.name(_("Amend an order"))
        self.open_record()

    def buttons(self) -> tuple[str, ...]:
        return ("invoice.details", "invoice.page", "order.amend")

    def draft_state(self) -> tuple[str, str]:
        return _("Not amended yet"), "warn"

    def opened(self, desktop: OrderDesktop) -> None:
        order = desktop.order
        if order is None or self.shown_if_over(order):
            return
        self.name(_("Amend {number}", number=order.number))
        opened = replace(opened_from(desktop), kept=None)
        self.write(OrderEditor(self.shell, opened, order), opened)

    def named(self, review: Review) -> str:
        return self.windowTitle()

    def shown_if_over(self, record: Order) -> bool:
        if record.state is OrderState.CONFIRMED:
            return False
        self.show_finished(
            plain_label(_("The order is not on its way any more.")), (), (_("Over"), "muted")
        )
        return True

    def recorded(self) -> tuple[str, ...]:
        return (f"order:{self.record_id}",)

    def finished_as(self, record: Order) -> None:
        self.shell.say(_("Order {number} is amended", number=record.number))
        self.is_over = True
        self.finished.emit()
        self.shell.open("order", record.id)

    def ask_about(self, doubts: Sequence[Problem], go_on: Callable[[], object]) -> Dialog:
        return ask_about(self, doubts, go_on, _("Amend anyway"))

    def _save_and_finish(self) -> None:
        question = Question(
            _("Why is the order amended?"),
            _("How it was, who changed it and why is kept for ever."),
            _("Amend"),
        )
        ask_words(self, question, (_("Reason"),), self._amend, unexplained)

    def _amend(self, words: tuple[str, ...]) -> None:
        if self.editor is None:
            return
        self._is_finishing = True
        self._typed_in = QApplication.focusWidget()
        version, written = self.keeper.version, self.editor.written()
        self.shell.client.do(
            self._was_finished,
            orders.amend,
            self.order_id,
            version,
            written,
            words[0],
            refused=self._not_finished,
        )


class AmendVerbs(QObject):
    """Offers the actions of one page."""

    def __init__(self, page: AmendPage) -> None:
        super().__init__(page)
        self._page = page
        self._writing = EditorVerbs(page)
        slots = {**self._writing.slots(), "order.amend": page.finish}
        page.shell.book.offer(page, slots)

    def follow_editor(self, editor: DraftEditor) -> None:
        """Answer to the keys of what is being written."""
        self._writing.follow_editor(editor)

    def rescue(self, content: OrderDraft) -> None:
        """Keep what was written as a draft of its own."""
        self._page.shell.client.do(self._rescued, orders.draft, content)

    def _rescued(self, draft: Order) -> None:
        self._page.shell.open("order", draft.id)
        self._page.shell.say(_("Your version is kept as a draft of its own"))
