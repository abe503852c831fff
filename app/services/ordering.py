"""What a desk knows of orders: how they are written, checked, kept, and what stands behind them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from app.domain.invoices.checks import check_figures
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.issue import rated, tidied
from app.domain.invoices.totals import totals_of
from app.domain.orders.checks import Ground, check
from app.domain.orders.credit import Exposure
from app.domain.orders.findable import KIND, findable
from app.domain.orders.making import Shelf, as_order
from app.domain.orders.order import Order, OrderDraft, OrderState
from app.domain.shared.ids import LocationId, OrderId, ProductId
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict
from app.domain.stock.item import StockItem
from app.services.drafting import Drafting, placed
from app.services.issuing import require_right
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.reserving import Reserving
from app.services.stock_places import StockPlaces
from app.storage.order_lines import Place

FORM = "order"
UNKEPT = OrderId(0)


class Ordering:
    """Writes, keeps and confirms orders at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self._items: dict[ProductId, StockItem | None] = {}

    @cached_property
    def drafting(self) -> Drafting:
        """What completes the content of orders."""
        return Drafting(self._desk)

    def written(self, written: OrderDraft, before: Order | OrderId = UNKEPT) -> Order:
        """Return the order that this would be, complete with what it leaves open."""
        wanted = self.wanted(written)
        named = frozenset(line.product_id for line in wanted.lines if line.product_id)
        return as_order(written, wanted, self.shelf(named), before)

    def wanted(self, written: OrderDraft) -> Invoice:
        """Return what would be ordered, complete with what was left open."""
        lines = tuple(replace(line, deducts=None, credits=None) for line in written.content.lines)
        content = replace(written.content, lines=lines, origin=None, project_id=None)
        return self.drafting.written(content)

    def shelf(self, named: frozenset[ProductId]) -> Shelf:
        """Return what is known of these products."""
        products = {one: self.drafting.product(one) for one in named}
        if unread := named - self._items.keys():
            found = self._store.stock_items.get_all(sorted(unread))
            self._items.update((one, found.get(one)) for one in unread)
        items = {one: item for one in named if (item := self._items[one]) is not None}
        return Shelf(products, items)

    def problems(self, order: Order) -> tuple[Problem, ...]:
        """Return all that stands in the way of confirming an order, warnings among them."""
        named = frozenset(line.product_id for line in order.lines if line.product_id)
        customer = order.wanted.customer_id
        reference = order.wanted.order_reference
        used = self._store.order_ties.with_reference
        ground = Ground(
            shelf=self.shelf(named),
            reference_of=used(customer, reference, order.id) if customer else "",
        )
        return check(order, self.drafting.rules, ground, self._desk.today)

    def add(self, new: Order, written: OrderDraft) -> Order:
        """Keep a new draft; raises Invalid, or Conflict where there is one with its id."""
        if self._store.order_lists.heads((new.id,)):
            raise Conflict(record="order", id=new.id)
        require_right(placed(check_figures(new.wanted), written.content))
        self._store.orders.add(new, totals_of(new.wanted))
        self._store.drafts.drop(FORM, new.id, self._desk.who.name)
        self._index(new)
        return new

    def keep(self, before: Order, after: Order) -> None:
        """Write what became of an order; what is held for it follows in the stock."""
        self._store.orders.save(before, after, totals_of(after.wanted))
        self._store.order_lines.stand(_held(before, after))
        self._index(after)

    def _index(self, order: Order) -> None:
        if order.state is OrderState.CANCELLED and not order.number:
            self._store.search.remove(KIND, order.id)
        else:
            figures = totals_of(order.wanted)
            self._store.search.put(findable(order, figures, self._desk.today))

    def confirm(self, draft: Order) -> Order:
        """Number a draft that is right and reserve for it; raises NotADraft, Invalid."""
        draft.require_draft()
        ready = self.ready(draft)
        require_right(self.problems(ready))
        day = ready.ordered_on or ready.wanted.issued_on or self._desk.today
        numbering = Numbering(self._desk, self.drafting.company)
        confirmed = ready.confirm(numbering.take("order", day), self._desk.today)
        self.keep(draft, confirmed)
        self._store.drafts.drop(FORM, draft.id, self._desk.who.name)
        self.reserve(confirmed)
        return self._store.orders.get(draft.id)

    def reserve(self, *orders: Order) -> None:
        """Hold what is free for whoever waits for the products of these orders."""
        products = {line.product_id for one in orders for line in one.lines if line.is_stocked}
        Reserving(self._desk).run(sorted(filter(None, products)))

    def ready(self, order: Order) -> Order:
        """Return an order with a warehouse, and its lines at the rates of the day."""
        fresh = rated(tidied(order.wanted), self.drafting.codes, self._desk.today)
        stocked = any(line.is_stocked for line in order.lines)
        house = order.warehouse_id
        if house is None and stocked:
            house = StockPlaces(self._desk).home().id
        return replace(order, wanted=fresh, warehouse_id=house)

    def exposure(self, order: Order) -> Exposure | None:
        """Return how far a customer is in our debt with this order, in the order's currency."""
        customer = order.wanted.customer_id
        if customer is None:
            return None
        currency = order.wanted.currency
        limit = self.drafting.contact(customer).terms.credit_limit
        if limit is None or limit.currency != currency:
            return None
        balances = self._store.open_items.balances(customer)
        owed = next((one for one in balances if one.currency == currency), Money(0, currency))
        unbilled = self._store.order_supply.unbilled(customer, order.id).get(currency, 0)
        ordered = Money(unbilled, currency) + totals_of(order.wanted).gross
        return Exposure(owed, ordered, limit)


def _held(before: Order, after: Order) -> dict[Place, Decimal]:
    """Return how much more, or less, is held of what, by what became of an order."""
    sums: defaultdict[Place, Decimal] = defaultdict(Decimal)
    for order, sign in ((before, -1), (after, 1)):
        for line in order.lines:
            if line.reserved and line.product_id is not None:
                house = order.warehouse_id or LocationId(0)
                sums[line.product_id, house] += sign * line.reserved
    return sums
