"""Moves by hand: goods are transferred, scrapped, used, found at the beginning, and put back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.products.findable import KIND as PRODUCT
from app.domain.shared.ids import (
    AccountId,
    LocationId,
    LotId,
    MoveId,
    ProductId,
    ReceiptId,
    ReceiptLineId,
)
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Invalid, Refusal, as_problem
from app.domain.stock import receiving, units
from app.domain.stock.costs import priced
from app.domain.stock.location import LocationKind
from app.domain.stock.move import Move, MoveKind
from app.domain.stock.moving import (
    DAY_TO_COME,
    PLACE_MISSING,
    PRODUCT_MISSING,
    REASON_MISSING,
    SAME_PLACE,
    MoveReversed,
    NotStocked,
    check_quantity,
    reversed_move,
)
from app.domain.stock.receiving import Goods
from app.domain.stock.rows import MoveRow
from app.domain.stock.whereabouts import Whereabouts, summed
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_arrivals import Arrivals
from app.services.stock_booking import Booking

MOST_TOLD = 1000
ZERO = Quantity(Decimal(0))


@dataclass(frozen=True, slots=True)
class Moving:
    """So much of a product, from a place, and where to if it stays ours; as a clerk writes it."""

    product_id: ProductId
    quantity: Quantity
    from_id: LocationId | None
    to_id: LocationId | None = None
    unit: str = ""
    lot_id: LotId | None = None
    reason: str = ""


@query(Permission.STOCK_READ)
def spine(desk: Desk, view: View, product_id: ProductId | None = None) -> Spine:
    """Return the ids of a list of moves, the newest first."""
    return desk.store.stock_move_lists.spine(view, product_id, _among(desk, view))


@query(Permission.STOCK_READ)
def first(
    desk: Desk, view: View, size: int, product_id: ProductId | None = None
) -> tuple[MoveRow, ...]:
    """Return the first rows of a list of moves."""
    ids = desk.store.stock_move_lists.first(view, product_id, size, _among(desk, view))
    return desk.store.stock_lists.moves(ids)


@query(Permission.STOCK_READ)
def rows(desk: Desk, ids: tuple[MoveId, ...]) -> tuple[MoveRow, ...]:
    """Return the rows of these moves."""
    return desk.store.stock_lists.moves(ids)


@query(Permission.STOCK_READ)
def get(desk: Desk, move_id: MoveId) -> Move:
    """Return a move; raises NotFound."""
    return desk.store.stock_moves.get(move_id)


@query(Permission.STOCK_READ)
def where_did(
    desk: Desk, product_id: ProductId, since: date | None = None, until: date | None = None
) -> Whereabouts:
    """Say where the pieces of a product came from and went to in some days."""
    last = until or desk.today
    past = desk.store.stock_lists.past
    moves = desk.store.stock_moves.between(product_id, since, last)
    ours = Booking(desk).places.ours
    signed = []
    for one in moves:
        by = (one.to_id in ours) - (one.from_id in ours)
        signed.append((one.kind, one.quantity * by))
    shown = desk.store.stock_lists.moves([one.id for one in moves[-MOST_TOLD:]][::-1])
    closing = past.held_of(product_id, last)
    opening = past.held_before(product_id, since) if since else ZERO
    return Whereabouts(since, last, opening, summed(signed), closing, shown)


@query(Permission.STOCK_READ)
def check(
    desk: Desk, kind: MoveKind, moving: Moving, on: date | None = None
) -> tuple[Problem, ...]:
    """Return everything that is wrong with what is to be moved, but for what lies there."""
    found = list(_own(desk, moving)[1])
    if moving.from_id is None:
        found.append(PLACE_MISSING.at("from_id"))
    if kind is MoveKind.TRANSFER:
        found += _target(moving)
    elif not moving.reason.strip():
        found.append(REASON_MISSING.at("reason"))
    if on is not None and on > desk.today:
        found.append(DAY_TO_COME.at("on", day=on.isoformat()))
    return tuple(found)


@command(Permission.STOCK_MOVE)
def transfer(desk: Desk, moving: Moving, on: date | None = None) -> Move:
    """Put goods to another place of ours at once; raises Invalid, NotEnough, PlaceClosed."""
    require_right(check(desk, MoveKind.TRANSFER, moving, on))
    assert moving.to_id is not None
    return _moved(desk, MoveKind.TRANSFER, moving, moving.to_id, on)


@command(Permission.STOCK_MOVE)
def send(desk: Desk, moving: Moving, on: date | None = None) -> Move:
    """Send goods on their way to another warehouse; ``arrive`` puts them there."""
    require_right(check(desk, MoveKind.TRANSFER, moving, on))
    booking = Booking(desk)
    transit = booking.places.of(LocationKind.TRANSIT).id
    return _moved(desk, MoveKind.TRANSFER, moving, transit, on)


@command(Permission.STOCK_MOVE)
def arrive(desk: Desk, move_id: MoveId, to_id: LocationId, on: date | None = None) -> Move:
    """Put what was sent with a move to its place; raises NotEnough when it arrived before."""
    sent = desk.store.stock_moves.get(move_id)
    way = Moving(sent.product_id, sent.quantity, sent.to_id, to_id, lot_id=sent.lot_id)
    require_right(check(desk, MoveKind.TRANSFER, way, on))
    fresh = _move(desk, MoveKind.TRANSFER, way, to_id, _day(desk, on))
    return _booked(desk, replace(fresh, source=f"transfer:{sent.id}"))


@command(Permission.STOCK_MOVE)
def scrap(desk: Desk, moving: Moving, on: date | None = None) -> Move:
    """Book goods as lost or thrown away, with a reason; raises Invalid, NotEnough."""
    require_right(check(desk, MoveKind.SCRAP, moving, on))
    loss = Booking(desk).places.of(LocationKind.LOSS).id
    return _moved(desk, MoveKind.SCRAP, moving, loss, on)


@command(Permission.STOCK_MOVE)
def use(desk: Desk, moving: Moving, on: date | None = None) -> Move:
    """Take goods for the office's own use, with a reason; raises Invalid, NotEnough."""
    require_right(check(desk, MoveKind.OWN_USE, moving, on))
    own = Booking(desk).places.of(LocationKind.OWN_USE).id
    return _moved(desk, MoveKind.OWN_USE, moving, own, on)


@command(Permission.STOCK_APPROVE)
def opening(
    desk: Desk,
    goods: tuple[Goods, ...],
    on: date | None = None,
    account_id: AccountId | None = None,
) -> tuple[Move, ...]:
    """Take over the stock that an office begins with, against an account of its own choice.

    Without one it is booked as a stock difference. Raises Invalid.
    """
    day = _day(desk, on)
    arrivals = Arrivals(desk)
    lines = arrivals.lines_of(goods)
    booking = arrivals.booking
    loss, home = booking.places.of(LocationKind.LOSS).id, booking.places.home().id
    items = desk.store.stock_items.get_all([one.product_id for one in goods])
    moves = []
    for line, one in zip(lines, goods, strict=True):
        item = items[one.product_id]
        lot = arrivals.lots.coded(item, one.lot, day, one.expires_on).id if one.lot else None
        value = priced(line.cost, line.expected, desk.store.company.currency())
        to = one.location_id or item.location_id or home
        fresh = _move(desk, MoveKind.OPENING, Moving(one.product_id, line.expected, loss), to, day)
        moves.append(replace(fresh, lot_id=lot, value_minor=value))
    booking.against(account_id)
    return booking.move(*moves, paper="")


@command(Permission.STOCK_MOVE)
def reverse(desk: Desk, move_id: MoveId, reason: str, on: date | None = None) -> tuple[Move, ...]:
    """Take a move back by its opposite; an assembly goes back whole.

    Raises Invalid without a reason, MoveNotReversible, MoveReversed, NotEnough.
    """
    if not reason.strip():
        raise Invalid((REASON_MISSING.at("reason"),))
    move = desk.store.stock_moves.get(move_id)
    some: Sequence[Move] = (move,)
    if move.kind is MoveKind.ASSEMBLY:
        some = desk.store.stock_moves.of_source(move.source)
    for one in some:
        if desk.store.stock_moves.back_of(one.id):
            code = desk.store.products.get(one.product_id).code
            raise MoveReversed(product=code)
    day = _day(desk, on)
    ours = Booking(desk).places.ours
    back = [reversed_move(one, day, reason.strip()) for one in some]
    ordered = sorted(back, key=lambda one: one.to_id in ours)
    made = Booking(desk).move(*ordered, paper=reason.strip())
    _expect_again(desk, move)
    return made


def _expect_again(desk: Desk, move: Move) -> None:
    """Let a receipt await what went back to the supplier."""
    if move.kind is not MoveKind.RECEIPT or not move.source.startswith("receipt:"):
        return
    receipt_id = ReceiptId(int(move.source.partition(":")[2]))
    before = desk.store.goods_receipts.get(receipt_id)
    after = receiving.taken_back(before, ReceiptLineId(move.line), move.quantity)
    saved = desk.store.goods_receipts.save(before, after)
    Arrivals(desk).await_goods(before, saved)


def _moved(desk: Desk, kind: MoveKind, moving: Moving, to_id: LocationId, on: date | None) -> Move:
    own, _ = _own(desk, moving)
    fresh = _move(desk, kind, replace(moving, quantity=own), to_id, _day(desk, on))
    return _booked(desk, fresh)


def _booked(desk: Desk, move: Move) -> Move:
    product = desk.store.products.get(move.product_id)
    (made,) = Booking(desk).move(move, paper=f"{product.code} {move.reason}".strip())
    return made


def _move(desk: Desk, kind: MoveKind, moving: Moving, to_id: LocationId, day: date) -> Move:
    assert moving.from_id is not None
    return Move(
        id=MoveId(0),
        kind=kind,
        product_id=moving.product_id,
        quantity=moving.quantity,
        from_id=moving.from_id,
        to_id=to_id,
        moved_on=day,
        made_at=desk.now,
        lot_id=moving.lot_id,
        reason=moving.reason.strip(),
    )


def _target(moving: Moving) -> Iterator[Problem]:
    if moving.to_id is None:
        yield PLACE_MISSING.at("to_id")
    elif moving.to_id == moving.from_id:
        yield SAME_PLACE.at("to_id")


def _own(desk: Desk, moving: Moving) -> tuple[Quantity, tuple[Problem, ...]]:
    """Return a quantity in the product's own unit, or what is wrong with it."""
    wrong = tuple(check_quantity("quantity", moving.quantity))
    if not moving.product_id:
        return ZERO, (PRODUCT_MISSING.at("product_id"), *wrong)
    if wrong:
        return ZERO, wrong
    product = desk.store.products.get(moving.product_id)
    item = desk.store.stock_items.find(moving.product_id)
    if item is None or item.is_kit:
        refused = NotStocked(product=product.code, why="kit" if item else "")
        return ZERO, (as_problem("product_id", refused),)
    try:
        return units.in_own_unit(item, product, moving.quantity, moving.unit), ()
    except Refusal as refused:
        return ZERO, (as_problem("quantity", refused),)


def _day(desk: Desk, on: date | None) -> date:
    if on is not None and on > desk.today:
        raise Invalid((DAY_TO_COME.at("on", day=on.isoformat()),))
    return on or desk.today


def _among(desk: Desk, view: View) -> Sequence[int] | None:
    """Return the moves of products, lots or papers that have the words asked for."""
    words = view.words.strip()
    if not words:
        return None
    hits = desk.store.search.find(words, MOST_TOLD, {PRODUCT})
    coded = desk.store.product_lists.with_code(words)
    products = [*(hit.entity_id for hit in hits), *([coded] if coded else [])]
    return desk.store.stock_move_lists.about(words, products)
