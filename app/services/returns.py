"""Returns: announced with a number, received, inspected, decided on, and credited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.documents import goods_returns
from app.documents.goods import Goods
from app.documents.goods_returns import ReturnPaper
from app.domain.contacts.address import Address
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.layout import PaperKind
from app.domain.orders.coming_back import returnable
from app.domain.orders.delivery_findable import RETURN
from app.domain.orders.direct import brought
from app.domain.orders.goods_return import GoodsReturn, Outcome, ReturnLine, ReturnState, Verdict
from app.domain.orders.order import NOTHING
from app.domain.orders.rows import ReturnRow
from app.domain.shared.ids import LocationId, OrderId, OrderLineId, ReturnId, ReturnLineId
from app.domain.shared.paging import Spine, View
from app.domain.shared.quantities import Quantity
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.counting import bearing, in_each
from app.services.dressing import Wardrobe
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.returning import Back, Returning

NEWEST_HITS = 2000


@dataclass(frozen=True, slots=True)
class Came:
    """So much of a line of a return that came."""

    line_id: ReturnLineId
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Finding:
    """What an inspector found of a line, in words."""

    line_id: ReturnLineId
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a line; ``location_id`` is where it is put, else its usual place."""

    line_id: ReturnLineId
    outcome: Outcome
    location_id: LocationId | None = None


@dataclass(frozen=True, slots=True)
class Returnable:
    """A line of an order of which so much can still come back."""

    line_id: OrderLineId
    description: str
    unit: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of a return with what it is called and counted in."""

    line: ReturnLine
    name: str
    unit: str
    code: str


@query(Permission.ORDERS_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of returns in its order."""
    among = desk.store.search.ids(view.words, RETURN) if view.words.strip() else None
    return desk.store.return_lists.spine(view, among)


@query(Permission.ORDERS_READ)
def first(desk: Desk, view: View, size: int) -> tuple[ReturnRow, ...]:
    """Return the first rows of the list of returns."""
    store, among = desk.store.return_lists, None
    if view.words.strip():
        hits = desk.store.search.find(view.words, NEWEST_HITS, {RETURN})
        among = [hit.entity_id for hit in hits]
    return store.rows(store.first(view, size, among))


@query(Permission.ORDERS_READ)
def rows(desk: Desk, ids: tuple[ReturnId, ...]) -> tuple[ReturnRow, ...]:
    """Return the rows of these returns; what is gone is left out."""
    return desk.store.return_lists.rows(ids)


@query(Permission.ORDERS_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many returns stand in each state."""
    return in_each(ReturnState, desk.store.return_lists.counts())


@query(Permission.ORDERS_READ)
def get(desk: Desk, return_id: ReturnId) -> GoodsReturn:
    """Return a whole return; raises NotFound."""
    return desk.store.returns.get(return_id)


@query(Permission.ORDERS_READ)
def numbered(desk: Desk, number: str) -> GoodsReturn:
    """Return the return that has a number; raises NotFound."""
    store = desk.store.returns
    return store.get(bearing(number, RETURN, store.numbered(number)))


@query(Permission.ORDERS_READ)
def of_order(desk: Desk, order_id: OrderId) -> tuple[GoodsReturn, ...]:
    """Return the returns of an order, the oldest first."""
    return desk.store.returns.of_order(order_id)


@query(Permission.ORDERS_READ)
def possible(desk: Desk, order_id: OrderId) -> tuple[Returnable, ...]:
    """Return what of an order can still come back; raises NotFound."""
    order = desk.store.orders.get(order_id)
    announced = desk.store.returns.announced([line.id for line in order.lines])
    straight = brought(desk.store.direct_deliveries.of_lines([line.id for line in order.lines]))
    ids = sorted({line.product_id for line in order.lines if line.product_id})
    units = {one.id: one.unit for one in desk.store.products.get_all(ids)}
    found = []
    for line in order.lines:
        gone = announced.get(line.id, NOTHING) + straight.get(line.id, NOTHING)
        left = returnable(line, Quantity(gone))
        if left > 0 and line.product_id is not None:
            description = order.wanted.lines[line.place].description
            found.append(Returnable(line.id, description, units[line.product_id], left))
    return tuple(found)


@query(Permission.ORDERS_READ)
def lines(desk: Desk, return_id: ReturnId) -> tuple[Shown, ...]:
    """Return the lines of a return as the office calls them; raises NotFound."""
    one = desk.store.returns.get(return_id)
    language = desk.store.company.get().language
    ids = sorted({line.product_id for line in one.lines})
    products = {found.id: found for found in desk.store.products.get_all(ids)}
    return tuple(
        Shown(line, product.name_in(language), product.unit, product.code)
        for line in one.lines
        if (product := products[line.product_id])
    )


@command(Permission.ORDERS_CHANGE)
def announce(
    desk: Desk, order_id: OrderId, back: tuple[Back, ...], reason: str = ""
) -> GoodsReturn:
    """Give a return its number, for the customer to write on the parcel.

    Raises NotFound, NothingReturned, NeverDelivered, MoreThanDelivered.
    """
    return Returning(desk).announce(order_id, back, reason)


@command(Permission.STOCK_MOVE)
def receive(desk: Desk, return_id: ReturnId, came: tuple[Came, ...]) -> GoodsReturn:
    """Note what came of a return, today; raises NotAnnounced, NothingReturned."""
    return Returning(desk).receive(return_id, {one.line_id: one.quantity for one in came})


@command(Permission.STOCK_MOVE)
def inspect(desk: Desk, return_id: ReturnId, findings: tuple[Finding, ...]) -> GoodsReturn:
    """Write down what was found of every line that came; raises NotReceived, WithoutFinding."""
    before = desk.store.returns.take(return_id)
    after = before.inspect({one.line_id: one.text for one in findings})
    return Returning(desk).keep(before, after)


@command(Permission.STOCK_MOVE)
def decide(desk: Desk, return_id: ReturnId, decisions: tuple[Decision, ...]) -> GoodsReturn:
    """Put back, throw away, repair or refuse every line that came; raises NotInspected."""
    verdicts = {one.line_id: Verdict(one.outcome, one.location_id) for one in decisions}
    return Returning(desk).decide(return_id, verdicts)


@command(Permission.INVOICES_DRAFT)
def credit(desk: Desk, return_id: ReturnId) -> tuple[Invoice, ...]:
    """Draft credit notes for what stays here, never for more than was invoiced."""
    return Returning(desk).credit(return_id)


@command(Permission.ORDERS_CHANGE)
def cancel(desk: Desk, return_id: ReturnId, reason: str) -> GoodsReturn:
    """Call a return off that is not decided; raises DecidedAlready, ReturnWithoutReason."""
    before = desk.store.returns.take(return_id)
    return Returning(desk).keep(before, before.cancel(reason))


@query(Permission.ORDERS_READ)
def slip(desk: Desk, return_id: ReturnId) -> bytes:
    """Return the return slip as PDF, in the customer's language; raises NotFound."""
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    one = desk.store.returns.get(return_id)
    order = desk.store.orders.get(one.order_id)
    outfit = Wardrobe(desk).outfit(PaperKind.DELIVERY_NOTE, one.customer_id)
    products = {p.id: p for p in desk.store.products.get_all([x.product_id for x in one.lines])}
    lots = desk.store.lots.get_all({line.lot_id for line in one.lines if line.lot_id})
    buyer = order.wanted.buyer
    goods = tuple(
        Goods(
            order.wanted.lines[order.line(line.order_line_id).place].description,
            line.quantity,
            products[line.product_id].unit,
            products[line.product_id].code,
            lots[line.lot_id].code if line.lot_id in lots else "",
        )
        for line in one.lines
    )
    language, company = order.wanted.language, outfit.company
    paper = ReturnPaper(
        goods_return=one,
        goods=goods,
        company=company,
        say=say_in(language),
        formats=formats_in(language, company.country),
        address=buyer.address if buyer else Address(),
        order_number=order.number,
        logo=outfit.logo,
        dress=outfit.dress,
    )
    return render(goods_returns.describe(paper))
