"""What the page of an order answers to: every action, as a draft or once it is confirmed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.orders.order import Order, OrderDraft
from app.services import order_papers, orders
from app.ui.invoices.editor_verbs import EditorVerbs
from app.ui.invoices.orders.editor import OrderEditor
from app.ui.kit.history import Deed
from app.ui.kit.printing import print_pdf
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The page owns its verbs; each knows the other.
    from app.ui.invoices.editor import DraftEditor
    from app.ui.invoices.orders.page import OrderPage

_OF_DRAFT = frozenset(
    {
        "order.confirm",
        "order.promise",
        "order.cancel",
        "order.copy",
        "order.print",
        "order.customer",
    }
)


class OrderPageVerbs(QObject):
    """Offers the actions of one page, and says which are possible now."""

    def __init__(self, page: OrderPage) -> None:
        super().__init__(page)
        self._page = page
        self._shell = page.shell
        self._writing = EditorVerbs(page)
        self._doing = page.doing.slots_of(self._order)
        self._shell.book.offer(page, self._slots())
        self._allow(())

    def follow_editor(self, editor: DraftEditor) -> None:
        """Answer to the keys of a draft."""
        self._writing.follow_editor(editor)
        self._allow({*self._writing.slots(), *_OF_DRAFT})

    def follow_order(self, order: Order) -> None:
        """Answer to the keys of an order as it stands now."""
        self._allow(self._page.doing.allowed(order) - {"order.open"})

    def rescue(self, content: OrderDraft) -> None:
        """Keep what was written as a draft of its own, and open it."""
        self._shell.client.do(self._rescued, orders.draft, content)

    def _rescued(self, draft: Order) -> None:
        self._shell.open("order", draft.id)
        self._shell.say(_("Your version is kept as a draft of its own"))

    def _order(self) -> Order | None:
        return self._page.order

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            **self._writing.slots(),
            **self._doing,
            "order.confirm": self._page.finish,
            "order.promise": partial(self._either, self._ask_day, "order.promise"),
            "order.cancel": partial(self._either, self._discard, "order.cancel"),
            "order.copy": partial(self._either, self._copy, "order.copy"),
            "order.print": partial(self._either, self._print, "order.print"),
            "order.customer": self._go_to_customer,
        }

    def _either(self, of_draft: Callable[[], object], name: str) -> None:
        """Do with a draft that is written one thing, with an order another."""
        if self._page.editor is not None:
            of_draft()
        else:
            self._doing[name]()

    def _allow(self, names: Collection[str]) -> None:
        for name in {*self._writing.slots(), *self._doing, "order.confirm", "order.customer"}:
            self._shell.book.allow(self._page, name, allowed=name in names)

    def _discard(self) -> None:
        editor, page = self._page.editor, self._page
        if editor is None:
            return
        if editor.is_blank and not page.keeper.version:
            page.finished.emit()
            return
        page.flush()
        page.is_over = True
        self._shell.client.do(self._discarded, orders.cancel, page.order_id)

    def _discarded(self, order: Order) -> None:
        text = _("Order draft thrown away")
        self._shell.did(Deed(text, orders.copy, (order.id,), gone=_("The draft is back")))
        self._page.finished.emit()

    def _ask_day(self) -> None:
        editor, page = self._page.editor, self._page
        if isinstance(editor, OrderEditor):
            editor.lines.settle()
            page.doing.ask_day(page.order_id, editor.written(), editor.agree)

    def _copy(self) -> None:
        self._page.flush()
        self._shell.client.do(self._copied, orders.copy, self._page.order_id)

    def _copied(self, order: Order) -> None:
        self._shell.open("order", order.id)
        self._shell.say(_("Copied as a new draft"))

    def _print(self) -> None:
        editor = self._page.editor
        if editor is not None:
            self._shell.client.ask(self._print_pdf, order_papers.preview, editor.written())

    def _print_pdf(self, pdf: bytes) -> None:
        print_pdf(self._page, self._shell.client.lanes, pdf, _("Draft"))

    def _go_to_customer(self) -> None:
        order = self._page.order
        if self._page.editor is not None or order is None:
            self._writing.go_to_customer()
        elif order.wanted.customer_id is not None:
            self._shell.open("contact", order.wanted.customer_id)
