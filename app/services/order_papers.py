"""Papers of orders: the confirmation, with what an amendment changed, and the pro forma.

What goes out is filed for good: printed or mailed again unchanged, it is the same paper.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.archive.document import Link
from app.domain.archive.record import Record
from app.domain.invoices.checks import check_figures
from app.domain.invoices.layout import PaperKind
from app.domain.invoices.totals import totals_of
from app.domain.orders.findable import KIND
from app.domain.orders.order import Order, OrderDraft, OrderState
from app.domain.shared.ids import OrderId
from app.lang.texts import mark, say_in
from app.services.drafting import placed
from app.services.dressing import Wardrobe
from app.services.filed_papers import FiledPapers, OutgoingPaper
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.ordering import Ordering
from app.services.papers import shown_of
from app.services.permissions import Permission, command, query

if TYPE_CHECKING:
    from app.documents.orders import OrderPaper

CONFIRMATION, PRO_FORMA = "order-confirmation", "pro-forma"
"""The types of document that papers of orders are."""
TITLES = {CONFIRMATION: mark("Order confirmation"), PRO_FORMA: mark("Pro forma invoice")}


@query(Permission.ORDERS_READ)
def preview(desk: Desk, content: OrderDraft) -> bytes:
    """Return the confirmation of what is written as it would print today; raises Invalid."""
    order = Ordering(desk).written(content)
    require_right(placed(check_figures(order.wanted), content.content))
    return OrderPapers(desk).confirmation(order)


@query(Permission.ORDERS_READ)
def page(desk: Desk, order_id: OrderId) -> bytes:
    """Return the confirmation of an order; an amended one says what changed; raises NotFound."""
    return OrderPapers(desk).confirmation(desk.store.orders.get(order_id))


@query(Permission.ORDERS_READ)
def pro_forma(desk: Desk, order_id: OrderId) -> bytes:
    """Return the pro forma invoice of an order: it claims nothing; raises NotFound."""
    return OrderPapers(desk).pro_forma(desk.store.orders.get(order_id))


@command(Permission.ORDERS_CHANGE)
def hand_out(desk: Desk, order_id: OrderId) -> bytes:
    """Return the confirmation of an order as it goes out: it is filed; raises NotConfirmed."""
    return b"".join(desk.store.archive.read(OrderPapers(desk).filed(order_id, CONFIRMATION).id))


@command(Permission.ORDERS_CHANGE)
def hand_out_pro_forma(desk: Desk, order_id: OrderId) -> bytes:
    """Return the pro forma invoice as it goes out: it is filed; raises NotConfirmed."""
    return b"".join(desk.store.archive.read(OrderPapers(desk).filed(order_id, PRO_FORMA).id))


class OrderPapers:
    """Writes and files the papers of orders at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def confirmation(self, order: Order) -> bytes:
        """Return the order confirmation."""
        from app.documents.orders import describe  # noqa: PLC0415  as below
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        return render(describe(self._paper(order)))

    def pro_forma(self, order: Order) -> bytes:
        """Return the pro forma invoice."""
        from app.documents.orders import describe_pro_forma  # noqa: PLC0415  as below
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        return render(describe_pro_forma(self._paper(order)))

    def filed(self, order_id: OrderId, kind: str) -> Record:
        """Return a paper of an order as it goes out, filed now unless just that one was before.

        Raises NotFound, NotConfirmed.
        """
        order = self._desk.store.orders.get(order_id)
        if order.state is not OrderState.CLOSED:
            order.require_confirmed()
        about, filed = Link(KIND, order.id), FiledPapers(self._desk)
        is_claimless = kind == PRO_FORMA
        content = self.pro_forma(order) if is_claimless else self.confirmation(order)
        return filed.same(about, content) or filed.file(
            OutgoingPaper(
                number=_named(order, kind, len(filed.of(about))),
                type=kind,
                about=about,
                content=content,
                day=self._desk.today,
                to=order.wanted.customer_id,
                name=order.wanted.buyer.name if order.wanted.buyer else "",
                amount=totals_of(order.wanted).gross,
            )
        )

    def _paper(self, order: Order) -> OrderPaper:
        from app.documents.orders import OrderPaper, lines_promised  # noqa: PLC0415  as above
        from app.domain.orders.changes import changes_of  # noqa: PLC0415  as above

        wanted = replace(order.wanted, number=order.number)
        products = (line.product_id for line in wanted.lines if line.product_id)
        outfit = Wardrobe(self._desk).outfit(PaperKind.QUOTE, wanted.customer_id, products)
        shown = shown_of(wanted, outfit)
        promised = tuple(lines_promised(order))
        if not order.amended:
            return OrderPaper(order, shown, promised=promised)
        last = self._desk.store.orders.amendments(order.id)[-1]
        changes = changes_of(last.before, last.after)
        day = last.made_at.date()
        return OrderPaper(order, shown, changes, day, last.reason, promised)


def _named(order: Order, kind: str, papers: int) -> str:
    """Return what a paper is filed as: no two papers of an order are called the same."""
    title = say_in(order.wanted.language)(TITLES[kind])
    return f"{title} {order.number}" + (f" ({papers + 1})" if papers else "")
