"""Orders: taken as drafts, confirmed, amended with a reason, and closed when all is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.invoices.checks import check_figures
from app.domain.invoices.draft import places_written
from app.domain.invoices.explain import Step, as_written, explain
from app.domain.invoices.totals import totals_of
from app.domain.orders import handling
from app.domain.orders.checks import check_amended
from app.domain.orders.findable import KIND
from app.domain.orders.making import fresh_order, written_of
from app.domain.orders.order import Amendment, Order, OrderDraft, Priority, given
from app.domain.orders.progress import axes_of
from app.domain.orders.row import OrderRow, OrdersShown
from app.domain.orders.stuck import stuck
from app.domain.shared.ids import OrderId, OrderLineId, new_id
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Conflict
from app.services.counting import bearing, in_each
from app.services.drafting import placed
from app.services.invoices import Review
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.ordering import FORM, UNKEPT, Ordering
from app.services.permissions import Permission, command, query
from app.services.stuck import Situations
from app.storage.order_supply import Owed

NEWEST_HITS = 2000


@dataclass(frozen=True, slots=True)
class Short:
    """So much of a line that is never delivered, in the product's own unit."""

    line_id: OrderLineId
    quantity: Quantity


@query(Permission.ORDERS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of orders in its order."""
    among = desk.store.search.ids(view.words, KIND) if view.words.strip() else None
    return desk.store.order_lists.spine(view, among, desk.today)


@query(Permission.ORDERS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[OrderRow, ...]:
    """Return the first rows of the list of orders."""
    among = None
    if view.words.strip():
        hits = desk.store.search.find(view.words, NEWEST_HITS, {KIND})
        among = [hit.entity_id for hit in hits]
    ids = desk.store.order_lists.first(view, size, among, desk.today)
    return rows(desk, tuple(OrderId(one) for one in ids))


@query(Permission.ORDERS_READ)
def rows(desk: Desk, ids: tuple[OrderId, ...]) -> tuple[OrderRow, ...]:
    """Return the rows of these orders with their three axes; what is gone is left out."""
    heads = desk.store.order_lists.heads(ids)
    outlines = desk.store.order_lists.outlines(heads)
    situations = Situations(desk).of(outlines)
    owed = desk.store.order_supply.owed([one.id for one in heads])
    return tuple(
        OrderRow(
            head,
            axes_of(order.lines, money.claimed, money.unpaid),
            (desk.today - head.ordered_on).days if head.ordered_on else None,
            stuck(situations[head.id], desk.today),
        )
        for head, order in zip(heads, outlines, strict=True)
        for money in (owed.get(head.id, Owed()),)
    )


@query(Permission.ORDERS_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many orders the list shows under each of its chips."""
    return in_each(OrdersShown, desk.store.order_lists.counts(desk.today))


@query(Permission.ORDERS_READ)
def get(desk: Desk, order_id: OrderId) -> Order:
    """Return a whole order; raises NotFound."""
    return desk.store.orders.get(order_id)


@query(Permission.ORDERS_READ)
def numbered(desk: Desk, number: str) -> Order:
    """Return the order that has a number; raises NotFound."""
    store = desk.store.orders
    return store.get(bearing(number, KIND, store.numbered(number)))


@query(Permission.ORDERS_READ)
def content(desk: Desk, order_id: OrderId) -> OrderDraft:
    """Return what a clerk may change of an order."""
    return written_of(desk.store.orders.get(order_id))


@query(Permission.ORDERS_READ)
def amendments(desk: Desk, order_id: OrderId) -> tuple[Amendment, ...]:
    """Return how an order was amended, the first amendment first."""
    return desk.store.orders.amendments(order_id)


@query(Permission.ORDERS_READ)
def review(desk: Desk, content: OrderDraft, order_id: OrderId = UNKEPT) -> Review:
    """Return all that a form shows of what is written."""
    ordering = Ordering(desk)
    order = ordering.written(content, order_id)
    figures = None if check_figures(order.wanted) else totals_of(order.wanted)
    problems = placed(ordering.problems(order), content.content)
    wanted = ordering.wanted(content)
    return Review(wanted, places_written(content.content), figures, problems)


@query(Permission.ORDERS_READ)
def check(desk: Desk, content: OrderDraft, order_id: OrderId = UNKEPT) -> tuple[Problem, ...]:
    """Return all that stands in the way of confirming what is written, each at its field."""
    return review(desk, content, order_id).problems


@query(Permission.ORDERS_READ)
def explanation(desk: Desk, content: OrderDraft) -> tuple[Step, ...]:
    """Return the steps that lead to every figure of what is written; raises Invalid."""
    wanted = Ordering(desk).wanted(content)
    require_right(placed(check_figures(wanted), content.content))
    return as_written(explain(wanted, totals_of(wanted)), places_written(content.content))


@command(Permission.ORDERS_CHANGE)
def draft(desk: Desk, content: OrderDraft, order_id: OrderId | None = None) -> Order:
    """Keep a new draft, under the id that a form has given it; raises Invalid, or Conflict."""
    ordering = Ordering(desk)
    return ordering.add(ordering.written(content, order_id or OrderId(new_id())), content)


@command(Permission.ORDERS_CHANGE)
def save(desk: Desk, order_id: OrderId, version: int, content: OrderDraft) -> Order:
    """Replace a draft; raises NotADraft, Invalid, or Conflict if it was changed since."""
    before = _at(desk, order_id, version)
    before.require_draft()
    ordering = Ordering(desk)
    after = ordering.written(content, before)
    require_right(placed(check_figures(after.wanted), content.content))
    desk.store.drafts.drop(FORM, order_id, desk.who.name)
    if replace(after, version=before.version) == before:
        return before
    ordering.keep(before, after)
    return after


@command(Permission.ORDERS_CHANGE)
def copy(desk: Desk, order_id: OrderId) -> Order:
    """Keep an order as a new draft, with the prices agreed and without its days."""
    return draft(desk, fresh_order(desk.store.orders.get(order_id)))


@command(Permission.ORDERS_CHANGE)
def confirm(desk: Desk, order_id: OrderId) -> Order:
    """Number a draft and hold goods for it; raises NotADraft, Invalid, OverLimit, SeriesClosed."""
    before = desk.store.orders.take(order_id)
    ordering = Ordering(desk)
    exposure = ordering.exposure(before)
    if exposure is not None:
        buyer = before.wanted.buyer
        exposure.require_within(buyer.name if buyer else "")
    return ordering.confirm(before)


@command(Permission.ORDERS_OVERRIDE)
def confirm_over_limit(desk: Desk, order_id: OrderId, reason: str) -> Order:
    """Confirm a draft although its customer is over the limit; who let it pass, and why, is kept.

    Raises NotADraft, NoReason, Invalid.
    """
    before = desk.store.orders.take(order_id)
    passed = handling.let_pass(before, desk.who.name, reason)
    after = replace(passed, version=before.version + 1)
    ordering = Ordering(desk)
    ordering.keep(before, after)
    return ordering.confirm(after)


@command(Permission.ORDERS_CHANGE)
def amend(desk: Desk, order_id: OrderId, version: int, content: OrderDraft, reason: str) -> Order:
    """Change a confirmed order for a reason; how it was before is kept for ever.

    Raises NotConfirmed, NoReason, Invalid, InDelivery, or Conflict if it was changed since.
    """
    before = _at(desk, order_id, version)
    before.require_confirmed()
    why, ordering = given(reason), Ordering(desk)
    after = ordering.ready(ordering.written(content, before))
    wrong = (*ordering.problems(after), *check_amended(before, after))
    require_right(placed(wrong, content.content))
    desk.store.drafts.drop(FORM, order_id, desk.who.name)
    if replace(after, version=version) == before:
        return before
    after = replace(after, amended=before.amended + 1).settled()
    ordering.keep(before, after)
    change = Amendment(order_id, after.amended, desk.now, desk.who.name, why, before, after)
    desk.store.orders.amend(change)
    ordering.reserve(before, after)
    return desk.store.orders.get(order_id)


@command(Permission.ORDERS_CHANGE)
def cancel(desk: Desk, order_id: OrderId, reason: str = "") -> Order:
    """Cancel an order of which nothing went out or was invoiced; goods held for it go on.

    Raises CannotCancel, NotConfirmed, NoReason.
    """
    before = desk.store.orders.take(order_id)
    return _freed(desk, before, before.cancel(reason))


@command(Permission.ORDERS_CHANGE)
def close_short(
    desk: Desk, order_id: OrderId, reason: str, shorts: tuple[Short, ...] | None = None
) -> Order:
    """Give up the rest of an order, or so much of these lines, for a reason.

    Raises NotConfirmed, NoReason, NothingToDeliver, MoreThanRest.
    """
    before = desk.store.orders.take(order_id)
    lines = None if shorts is None else {one.line_id: one.quantity for one in shorts}
    return _freed(desk, before, before.close_short(reason, lines))


@command(Permission.ORDERS_CHANGE)
def close(desk: Desk, order_id: OrderId) -> Order:
    """Close an order that is done with; raises NotConfirmed, StillOpen."""
    before = desk.store.orders.take(order_id)
    return _freed(desk, before, before.close())


@command(Permission.ORDERS_CHANGE)
def reopen(desk: Desk, order_id: OrderId, reason: str) -> Order:
    """Open a closed order again, with what was closed short; raises NotClosed, NoReason."""
    before = desk.store.orders.take(order_id)
    return _freed(desk, before, before.reopen(reason))


@command(Permission.ORDERS_CHANGE)
def hold(desk: Desk, order_id: OrderId, reason: str) -> Order:
    """Let an order wait, for a reason; it gets no more goods meanwhile; raises NotConfirmed."""
    before = desk.store.orders.take(order_id)
    return _freed(desk, before, handling.held(before, reason))


@command(Permission.ORDERS_CHANGE)
def go_on(desk: Desk, order_id: OrderId) -> Order:
    """Let a held order go on; raises NotConfirmed."""
    before = desk.store.orders.take(order_id)
    return _freed(desk, before, handling.released(before))


@command(Permission.ORDERS_CHANGE)
def set_priority(
    desk: Desk, order_ids: tuple[OrderId, ...], priority: Priority
) -> tuple[Order, ...]:
    """Give orders another priority: from now on goods come to them in that turn."""
    return tuple(_changed(desk, one, priority) for one in order_ids)


@command(Permission.ORDERS_CHANGE)
def promise(
    desk: Desk,
    order_ids: tuple[OrderId, ...],
    day: date | None,
    lines: tuple[OrderLineId, ...] = (),
) -> tuple[Order, ...]:
    """Promise orders for a day, or these lines of one; None takes the promise back."""
    return tuple(_promised(desk, one, day, lines) for one in order_ids)


def _changed(desk: Desk, order_id: OrderId, priority: Priority) -> Order:
    before = desk.store.orders.take(order_id)
    return _freed(desk, before, handling.ranked(before, priority))


def _promised(
    desk: Desk, order_id: OrderId, day: date | None, lines: tuple[OrderLineId, ...]
) -> Order:
    before = desk.store.orders.take(order_id)
    return _freed(desk, before, handling.promised(before, day, lines))


def _freed(desk: Desk, before: Order, after: Order) -> Order:
    """Write what became of an order; what it no longer holds goes to whoever waits for it."""
    ordering = Ordering(desk)
    ordering.keep(before, after)
    ordering.reserve(before, after)
    return desk.store.orders.get(after.id)


def _at(desk: Desk, order_id: OrderId, version: int) -> Order:
    """Return an order to change as it was seen; raises Conflict if it was changed since."""
    before = desk.store.orders.take(order_id)
    if before.version != version:
        raise Conflict(record="order", id=order_id, version=before.version)
    return before
