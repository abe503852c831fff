"""Billing orders: what went out or was ordered becomes an invoice, alone or with others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.invoice import Discount, Invoice, Kind
from app.domain.invoices.stages import Share, Stage, check_share, stage_of
from app.domain.orders.billing import NothingToBill, bill_of
from app.domain.orders.order import Order, OrderLine
from app.domain.orders.row import OrdersShown
from app.domain.shared.ids import ContactId, InvoiceId, OrderId, OrderLineId
from app.domain.shared.paging import View
from app.domain.shared.quantities import Quantity
from app.domain.stock.item import Billing
from app.formats.packs import pack
from app.lang.formats import formats_in
from app.lang.texts import Say, say_in
from app.services import invoices, staging
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.origins import Origins
from app.services.permissions import Permission, command, query

NO_QUANTITY = Quantity(Decimal(0))
Shares = Mapping[OrderLineId, Quantity]
_Billable = tuple[Order, Shares | None]
"""An order with how much of its lines is invoiced; without, all that can be."""


@dataclass(frozen=True, slots=True)
class ToBill:
    """What waits for an invoice of one customer: how many orders, and the oldest day."""

    customer_id: ContactId
    customer_name: str
    orders: tuple[OrderId, ...]


@dataclass(frozen=True, slots=True)
class LineShare:
    """So much of a line of an order, in the product's own unit."""

    line_id: OrderLineId
    quantity: Quantity


class Counted(Enum):
    """By which day something is invoiced until a day: by that of the order, or of the delivery."""

    ORDERED = "ordered"
    DELIVERED = "delivered"


@query(Permission.ORDERS_READ)
def to_bill(desk: Desk, until: date | None = None) -> tuple[ToBill, ...]:
    """Return the customers of whom something can be invoiced that was ordered until a day."""
    found: defaultdict[tuple[ContactId, str], list[OrderId]] = defaultdict(list)
    for order, _shares in _billable(desk, until, Counted.ORDERED):
        buyer = order.wanted.buyer
        if order.wanted.customer_id is not None:
            found[order.wanted.customer_id, buyer.name if buyer else ""].append(order.id)
    return tuple(ToBill(one, name, tuple(ids)) for (one, name), ids in sorted(found.items()))


@query(Permission.ORDERS_READ)
def orders_to_bill(
    desk: Desk,
    customer_id: ContactId,
    until: date | None = None,
    counted: Counted = Counted.ORDERED,
) -> tuple[str, ...]:
    """Return the numbers of a customer's orders of which something can be invoiced until a day."""
    found = _billable(desk, until, counted)
    return tuple(one.number for one, _shares in found if one.wanted.customer_id == customer_id)


@command(Permission.INVOICES_DRAFT)
def bill(desk: Desk, order_id: OrderId, shares: tuple[LineShare, ...] | None = None) -> Invoice:
    """Draft the invoice of what can be invoiced of an order, or of so much of these lines.

    Where deposits were invoiced it takes them off. Raises NotFound, NothingToBill,
    MoreThanBillable, Invalid.
    """
    order = desk.store.orders.take(order_id)
    wanted = None if shares is None else {one.line_id: one.quantity for one in shares}
    content = bill_of(order, _shipped_on(desk, order), wanted)
    return _drafted(desk, order, content)


@command(Permission.INVOICES_DRAFT)
def bill_together(
    desk: Desk,
    customer_id: ContactId,
    until: date | None = None,
    counted: Counted = Counted.ORDERED,
) -> tuple[Invoice, ...]:
    """Draft the invoice of all that can be invoiced of what was ordered, or delivered, until a day.

    Orders in other currencies, with other discounts or that had deposits have their own. Raises
    NothingToBill.
    """
    found = _billable(desk, until, counted)
    parts = [one for one in found if one[0].wanted.customer_id == customer_id]
    if not parts:
        raise NothingToBill(order=0, number="")
    groups: defaultdict[object, list[_Billable]] = defaultdict(list)
    for part in parts:
        groups[_kind(desk, part[0])].append(part)
    return tuple(_together(desk, group, until) for group in groups.values())


@command(Permission.INVOICES_DRAFT)
def deposit(desk: Desk, order_id: OrderId, share: Share) -> Invoice:
    """Draft the invoice of a part of an order before it is delivered; raises Invalid."""
    order = desk.store.orders.take(order_id)
    order.require_confirmed()
    whole = replace(order.wanted, id=InvoiceId(order.id), project_id=InvoiceId(order.id))
    require_right(tuple(check_share(share, whole, Origins(desk).left_for(whole))))
    say = say_in(whole.language)
    country = pack(desk.store.company.get().country)
    text = _deposit_text(order, share, say)
    stage = Stage(Kind.DOWN_PAYMENT, share, text, country.advances.vat)
    content = stage_of(whole, stage)
    bare = tuple(replace(line, order_line_id=None) for line in content.lines)
    return invoices.draft(desk, replace(content, lines=bare, our_reference=order.number))


def _billable(desk: Desk, until: date | None, counted: Counted) -> Iterator[_Billable]:
    """Yield the orders of which something can be invoiced, with how much where not all of it."""
    view = View(sort="ordered_on", only=(OrdersShown.BILLABLE.value,))
    ids = [OrderId(one) for one in desk.store.order_lists.spine(view, None, desk.today)]
    for order in desk.store.orders.get_all(ids).values():
        is_ordered = until is None or (order.ordered_on or date.min) <= until
        if until is None or counted is Counted.ORDERED:
            if is_ordered:
                yield order, None
        elif shares := _gone_out(desk, order, until, is_ordered=is_ordered):
            yield order, shares


def _gone_out(desk: Desk, order: Order, until: date, *, is_ordered: bool) -> Shares:
    """Return what can be invoiced of what went out until a day.

    What is invoiced as ordered, or went out without a delivery, counts by the order's day.
    """
    sums: defaultdict[OrderLineId, Decimal] = defaultdict(Decimal)
    later: defaultdict[OrderLineId, Decimal] = defaultdict(Decimal)
    for one in desk.store.deliveries.of_order(order.id):
        if one.shipped_on is not None:
            for line in one.lines:
                into = sums if one.shipped_on <= until else later
                into[line.order_line_id] += line.picked
    for each in desk.store.direct_deliveries.of_lines([line.id for line in order.lines]):
        into = sums if each.delivered_on <= until else later
        into[each.order_line_id] += each.quantity
    found: dict[OrderLineId, Quantity] = {}
    for part in order.lines:
        other = part.delivered - sums[part.id] - later[part.id] if is_ordered else Decimal(0)
        gone = sums[part.id] + other - part.returned - part.invoiced
        take = min(part.billable, max(Decimal(0), gone))
        if part.billing is Billing.ORDERED:
            take = part.billable if is_ordered else Decimal(0)
        if take > 0:
            found[part.id] = Quantity(take)
    return found


def _drafted(desk: Desk, order: Order, content: Draft) -> Invoice:
    """Draft the invoice of an order, which takes off the deposits that were invoiced for it."""
    if not _has_deposits(desk, order):
        return invoices.draft(desk, content)
    project = InvoiceId(order.id)
    made = invoices.draft(desk, replace(content, project_id=project))
    return staging.final(desk, made.id) if not _waits(order, content) else made


def _has_deposits(desk: Desk, order: Order) -> bool:
    return bool(desk.store.chains.of_project(InvoiceId(order.id)))


def _waits(order: Order, content: Draft) -> bool:
    """Say whether something of an order is left to invoice after this one."""
    billed = {line.order_line_id: line.quantity for line in content.lines if line.order_line_id}
    rest = (line for line in order.lines if _left(line) > 0)
    return any(line.id not in billed or line.billable < _left(line) for line in rest)


def _left(line: OrderLine) -> Decimal:
    return line.ordered - line.cancelled - line.returned - line.invoiced


def _kind(desk: Desk, order: Order) -> object:
    """Return what orders must share to be invoiced together."""
    wanted = order.wanted
    alone = order.id if _has_deposits(desk, order) else None
    terms = (wanted.terms_days, wanted.early, wanted.eformat, wanted.discount.percent)
    return (wanted.currency, wanted.language, wanted.is_gross, wanted.deliver_to, terms, alone)


def _together(desk: Desk, parts: list[_Billable], until: date | None) -> Invoice:
    contents = [bill_of(one, _shipped_on(desk, one, until), shares) for one, shares in parts]
    orders = [one for one, _shares in parts]
    if len(orders) == 1:
        return _drafted(desk, orders[0], contents[0])
    say = say_in(orders[0].wanted.language)
    lines: list[DraftLine] = []
    for order, content in zip(orders, contents, strict=True):
        lines.append(DraftLine(description=_title(order, say), quantity=NO_QUANTITY))
        day = content.delivered_on
        lines.extend(replace(line, delivered_on=day) for line in content.lines)
    amount = sum((one.discount.amount for one in contents), Decimal(0))
    percent = contents[0].discount.percent
    first = replace(contents[0], lines=tuple(lines), discount=Discount(percent, amount))
    whole = replace(first, our_reference="", order_reference="", delivered_on=None)
    return invoices.draft(desk, whole)


def _title(order: Order, say: Say) -> str:
    reference = order.wanted.order_reference
    if not reference:
        return say("Order {number}", number=order.number)
    return say("Order {number}, your order {reference}", number=order.number, reference=reference)


def _deposit_text(order: Order, share: Share, say: Say) -> str:
    if not share.percent:
        return say("Deposit for order {number}", number=order.number)
    percent = formats_in(order.wanted.language).percent(share.percent)
    return say("Deposit of {percent} for order {number}", percent=percent, number=order.number)


def _shipped_on(desk: Desk, order: Order, until: date | None = None) -> date | None:
    """Return the last day on which goods went out until a day, from us or from a supplier."""
    days = [one.shipped_on for one in desk.store.deliveries.of_order(order.id) if one.shipped_on]
    straight = desk.store.direct_deliveries.of_lines([line.id for line in order.lines])
    every = (*days, *(one.delivered_on for one in straight))
    return max((day for day in every if until is None or day <= until), default=None)
