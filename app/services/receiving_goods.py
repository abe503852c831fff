"""Receiving goods: expected, here in parts or at once, called off, and what else they cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.shared.ids import LocationId, ReceiptId, new_id
from app.domain.shared.money import Money
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid
from app.domain.stock import receiving
from app.domain.stock.move import Move, MoveKind
from app.domain.stock.moving import DAY_TO_COME
from app.domain.stock.receipt import Arrived, Receipt, ReceiptState
from app.domain.stock.receiving import (
    AMOUNT_ZERO,
    NOTHING_CAME,
    NewReceipt,
    Split,
)
from app.domain.stock.rows import MoveRow, ReceiptRow
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_arrivals import Arrivals, source_of
from app.services.stock_places import StockPlaces

FORM = "receipt-of-goods"
"""The form in which goods to come are written."""


@dataclass(frozen=True, slots=True)
class SeenReceipt:
    """A receipt as its page shows it: with what moved and the costs that came later."""

    receipt: Receipt
    moves: tuple[MoveRow, ...]
    landed_minor: int
    currency: str


@query(Permission.STOCK_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of receipts in its order."""
    return desk.store.goods_receipts.spine(view, _among(desk, view))


@query(Permission.STOCK_READ)
def first(desk: Desk, view: View, size: int) -> tuple[ReceiptRow, ...]:
    """Return the first rows of the list of receipts."""
    store = desk.store.goods_receipts
    return store.rows(store.first(view, size, _among(desk, view)))


@query(Permission.STOCK_READ)
def rows(desk: Desk, ids: tuple[ReceiptId, ...]) -> tuple[ReceiptRow, ...]:
    """Return the rows of these receipts."""
    return desk.store.goods_receipts.rows(ids)


@query(Permission.STOCK_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many receipts stand in each state."""
    return desk.store.goods_receipts.counts()


@query(Permission.STOCK_READ)
def get(desk: Desk, receipt_id: ReceiptId) -> Receipt:
    """Return a receipt; raises NotFound."""
    return desk.store.goods_receipts.get(receipt_id)


@query(Permission.STOCK_READ)
def seen(desk: Desk, receipt_id: ReceiptId) -> SeenReceipt:
    """Return a receipt with what moved because of it; raises NotFound."""
    receipt = desk.store.goods_receipts.get(receipt_id)
    moves = desk.store.stock_moves.of_source(source_of(receipt_id))
    shown = desk.store.stock_lists.moves([one.id for one in moves])
    landed = desk.store.stock_values.landed([one.id for one in moves])
    return SeenReceipt(receipt, shown, landed, desk.store.company.currency())


@query(Permission.STOCK_READ)
def check(desk: Desk, new: NewReceipt) -> tuple[Problem, ...]:
    """Return everything that is wrong with goods that are to be expected."""
    try:
        lines = Arrivals(desk).lines_of(new.lines)
    except Invalid as refused:
        return refused.problems
    house = new.warehouse_id or LocationId(0)
    fresh = Receipt(ReceiptId(0), 1, ReceiptState.EXPECTED, house, lines)
    dated = replace(fresh, expected_on=new.expected_on)
    return tuple(receiving.check_receipt(dated, desk.today))


@command(Permission.STOCK_MOVE)
def expect(desk: Desk, new: NewReceipt, receipt_id: ReceiptId | None = None) -> Receipt:
    """Expect goods, under the id that a form has given them; raises Invalid, Conflict."""
    desk.store.stock_items.take_turn()
    if receipt_id is not None and desk.store.goods_receipts.get_all((receipt_id,)):
        raise Conflict(record="receipt", id=receipt_id)
    require_right(check(desk, new))
    arrivals = Arrivals(desk)
    fresh = _written(desk, new, receipt_id or ReceiptId(new_id()), arrivals)
    desk.store.goods_receipts.add(fresh)
    arrivals.await_goods(None, fresh)
    desk.store.drafts.drop(FORM, fresh.id, desk.who.name)
    return fresh


@command(Permission.STOCK_MOVE)
def change(desk: Desk, receipt_id: ReceiptId, version: int, new: NewReceipt) -> Receipt:
    """Expect something else, as long as nothing came; raises Invalid, Conflict."""
    desk.store.stock_items.take_turn()
    before = desk.store.goods_receipts.get(receipt_id)
    if before.version != version or before.state is not ReceiptState.EXPECTED:
        raise Conflict(record="receipt", id=receipt_id)
    require_right(check(desk, new))
    arrivals = Arrivals(desk)
    after = replace(_written(desk, new, receipt_id, arrivals), version=version)
    saved = desk.store.goods_receipts.save(before, after)
    _await_anew(arrivals, before, saved)
    desk.store.drafts.drop(FORM, receipt_id, desk.who.name)
    return saved


@query(Permission.STOCK_READ)
def check_arrived(
    desk: Desk, receipt_id: ReceiptId, arrived: tuple[Arrived, ...]
) -> tuple[Problem, ...]:
    """Return what is wrong with what is said to have come; warnings may be accepted."""
    return tuple(Arrivals(desk).check(desk.store.goods_receipts.get(receipt_id), arrived))


@command(Permission.STOCK_MOVE)
def receive(
    desk: Desk, receipt_id: ReceiptId, arrived: tuple[Arrived, ...], on: date | None = None
) -> Receipt:
    """Put what came in its place and book it, all or nothing.

    Raises Invalid, IllegalTransition for a receipt that was called off, DayToCome.
    """
    desk.store.stock_items.take_turn()
    before = desk.store.goods_receipts.get(receipt_id)
    arrivals = Arrivals(desk)
    require_right(tuple(arrivals.check(before, arrived)))
    after = arrivals.put(before, arrived, _day(desk, on))
    saved = desk.store.goods_receipts.save(before, after)
    arrivals.await_goods(before, saved)
    return saved


@command(Permission.STOCK_MOVE)
def receive_at_once(desk: Desk, new: NewReceipt, on: date | None = None) -> Receipt:
    """Receive goods that nobody expected, whole; raises Invalid as ``expect`` and ``receive``."""
    receipt = expect(desk, new)
    arrived = tuple(
        Arrived(line.id, line.expected, one.location_id, one.lot, None, one.expires_on)
        for line, one in zip(receipt.lines, new.lines, strict=True)
    )
    return receive(desk, receipt.id, arrived, on)


@command(Permission.STOCK_MOVE)
def receive_all(desk: Desk, receipt_id: ReceiptId, on: date | None = None) -> Receipt:
    """Receive all that is still awaited of goods without lots; raises Invalid."""
    receipt = desk.store.goods_receipts.get(receipt_id)
    rest = tuple(
        Arrived(line.id, receiving.missing(line))
        for line in receipt.lines
        if receiving.missing(line)
    )
    return receive(desk, receipt_id, rest, on)


@command(Permission.STOCK_MOVE)
def cancel(desk: Desk, receipt_id: ReceiptId) -> Receipt:
    """Await no more of a receipt; what came stays. Raises IllegalTransition."""
    desk.store.stock_items.take_turn()
    before = desk.store.goods_receipts.get(receipt_id)
    saved = desk.store.goods_receipts.save(before, receiving.cancelled(before))
    Arrivals(desk).await_goods(before, saved)
    return saved


@command(Permission.STOCK_MOVE)
def resume(desk: Desk, receipt_id: ReceiptId) -> Receipt:
    """Await the rest of a receipt that was called off again: what undoes ``cancel``."""
    desk.store.stock_items.take_turn()
    before = desk.store.goods_receipts.get(receipt_id)
    if before.state is not ReceiptState.CANCELLED:
        raise Conflict(record="receipt", id=receipt_id)
    after = replace(before, state=receiving.state_of(before.lines))
    saved = desk.store.goods_receipts.save(before, after)
    Arrivals(desk).await_goods(before, saved)
    return saved


@command(Permission.STOCK_APPROVE)
def land_cost(
    desk: Desk,
    receipt_id: ReceiptId,
    amount: Money,
    by: Split = Split.VALUE,
    on: date | None = None,
) -> tuple[int, ...]:
    """Add freight or duty to goods that came, here or gone since; return the shares, by move.

    Raises Invalid where nothing came, or more would be taken off than was added.
    """
    receipt = desk.store.goods_receipts.get(receipt_id)
    moves = _landed_on(desk, receipt)
    if not moves:
        raise Invalid((NOTHING_CAME.at("amount"),))
    added = desk.store.stock_values.landed([one.id for one in moves])
    home = desk.store.company.currency()
    if not amount or amount.currency != home or added + amount.minor < 0:
        raise Invalid((AMOUNT_ZERO.at("amount"),))
    items = desk.store.stock_items.locked({one.product_id for one in moves})
    weights = [
        (one.quantity, one.value_minor or 0, items[one.product_id].customs.weight_g)
        for one in moves
    ]
    shares = receiving.split(amount.minor, weights, by)
    day = _day(desk, on)
    valuing = Arrivals(desk).booking.valuing
    for move, share in zip(moves, shares, strict=True):
        if share:
            if valuing.has((move.product_id,)):
                valuing.close(receipt.number, source_of(receipt_id))
            valuing.charge(items[move.product_id], move, share, max(day, move.moved_on))
    valuing.close(f"{receipt.number} {receipt.supplier_name}".strip(), source_of(receipt_id))
    return shares


def _landed_on(desk: Desk, receipt: Receipt) -> list[Move]:
    """Return what came by a receipt and was not taken back."""
    moves = desk.store.stock_moves.of_source(source_of(receipt.id))
    back = {one.reverses for one in moves}
    return [
        one
        for one in moves
        if one.kind is MoveKind.RECEIPT and one.reverses is None and one.id not in back
    ]


def _written(desk: Desk, new: NewReceipt, receipt_id: ReceiptId, arrivals: Arrivals) -> Receipt:
    name = new.supplier_name.strip()
    if new.supplier_id is not None:
        name = desk.store.contacts.get(new.supplier_id).name
    return Receipt(
        id=receipt_id,
        version=1,
        state=ReceiptState.EXPECTED,
        warehouse_id=new.warehouse_id or StockPlaces(desk).home().id,
        lines=arrivals.lines_of(new.lines),
        supplier_id=new.supplier_id,
        supplier_name=name,
        reference=new.reference.strip(),
        expected_on=new.expected_on,
        note=new.note.strip(),
    )


def _await_anew(arrivals: Arrivals, before: Receipt, after: Receipt) -> None:
    """Keep what is on its way in step where even the warehouse may be another."""
    gone = replace(before, state=ReceiptState.CANCELLED)
    arrivals.await_goods(before, gone)
    arrivals.await_goods(None, after)


def _day(desk: Desk, on: date | None) -> date:
    """Return the day of a deed; raises Invalid for one to come."""
    if on is not None and on > desk.today:
        raise Invalid((DAY_TO_COME.at("on", day=on.isoformat()),))
    return on or desk.today


def _among(desk: Desk, view: View) -> tuple[int, ...] | None:
    """Return the receipts whose words are asked for, or none: all of them."""
    if not view.words.strip():
        return None
    return desk.store.goods_receipts.named(view.words.strip())
