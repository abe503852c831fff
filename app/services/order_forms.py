"""What the form of an order needs of the office before somebody types."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.admin.company import Company
from app.domain.admin.pack import CountryPack
from app.domain.contacts.row import ContactRow
from app.domain.invoices.draft import Draft
from app.domain.orders.order import Order, OrderDraft
from app.domain.products.row import ProductRow
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import OrderId
from app.domain.shared.refusals import NotFound
from app.services.country import Country
from app.services.invoice_forms import NamedRows
from app.services.office import Desk
from app.services.ordering import FORM
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class OrderDesktop:
    """All that a form is opened with: as that of an invoice; ``blank`` is an order not begun."""

    company: Company
    pack: CountryPack
    order: Order | None
    kept: FormDraft | None
    customers: tuple[ContactRow, ...]
    products: tuple[ProductRow, ...]
    blank: OrderDraft


@query(Permission.ORDERS_READ)
def opened(desk: Desk, order_id: OrderId) -> OrderDesktop:
    """Return what the form of an order begins with; one that is unknown is a new one."""
    here = Country(desk)
    order = _found(desk, order_id)
    kept = desk.store.drafts.kept(FORM, order_id, desk.who.name)
    named = NamedRows(desk, order.wanted if order else None, kept.body if kept else None)
    blank = OrderDraft(Draft())
    customers, products = named.customers(), named.products()
    return OrderDesktop(here.company, here.pack, order, kept, customers, products, blank)


def _found(desk: Desk, order_id: OrderId) -> Order | None:
    try:
        return desk.store.orders.get(order_id)
    except NotFound:
        return None
