"""Postings of stock: every change of what goods are worth has its other side in the books."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.accounting.chart import AccountUse
from app.domain.stock.move import MoveKind


class ValueReason(Enum):
    """Why the value of the stock changed: a move, a cost known later, history, or set anew."""

    MOVE = "move"
    LANDED = "landed"
    RECOSTED = "recosted"
    REVALUED = "revalued"


OTHER_SIDE: Mapping[MoveKind, AccountUse] = {
    MoveKind.RECEIPT: AccountUse.GOODS_RECEIVED,
    MoveKind.SHIPMENT: AccountUse.COST_OF_SALES,
    MoveKind.RETURN: AccountUse.COST_OF_SALES,
    MoveKind.TRANSFER: AccountUse.STOCK_DIFFERENCES,
    MoveKind.COUNT: AccountUse.STOCK_DIFFERENCES,
    MoveKind.SCRAP: AccountUse.STOCK_DIFFERENCES,
    MoveKind.OWN_USE: AccountUse.OWN_USE,
    MoveKind.ASSEMBLY: AccountUse.PRICE_VARIANCE,
    MoveKind.OPENING: AccountUse.STOCK_DIFFERENCES,
}


@dataclass(frozen=True, slots=True)
class Change:
    """A change of value to be booked; ``told`` is what its paper says that it is worth."""

    kind: MoveKind
    amount: int
    told: int | None = None
    reason: ValueReason = ValueReason.MOVE


def sides_of(changes: Iterable[Change]) -> Mapping[AccountUse, int]:
    """Return what is debited (above zero) and credited on each account; their sum is zero.

    What a paper says and what the stock is worth differ by the price variance.
    """
    sums: dict[AccountUse, int] = defaultdict(int)
    for change in changes:
        told = change.amount if change.told is None else change.told
        sums[AccountUse.STOCK] += change.amount
        sums[_other(change)] -= told
        sums[AccountUse.PRICE_VARIANCE] += told - change.amount
    return {use: amount for use, amount in sums.items() if amount}


def _other(change: Change) -> AccountUse:
    if change.reason is ValueReason.REVALUED:
        return AccountUse.STOCK_DIFFERENCES
    if change.reason is ValueReason.LANDED:
        return AccountUse.GOODS_RECEIVED
    if change.reason is ValueReason.RECOSTED and change.kind is MoveKind.RECEIPT:
        return AccountUse.PRICE_VARIANCE
    return OTHER_SIDE[change.kind]
