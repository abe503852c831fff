"""Undue VAT: the tax of a service falls due with what is paid of it, to the last satang."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from app.domain.accounting.journal import Entry, Posting
from app.domain.payments.open_item import Position
from app.domain.payments.payment import Closing
from app.domain.shared.ids import AccountId
from app.domain.shared.money import Money

LOSSES = frozenset({Closing.EARLY, Closing.WRITE_OFF})
"""What closes a claim and takes its tax with it: that never falls due."""


def settled_of(tax: Money, position: Position) -> Money:
    """Return how much of a document's tax belongs to what is settled of it.

    All of it where all is settled; in between it is rounded half away from zero.
    """
    whole = abs(position.amount_minor)
    settled = whole - abs(position.open_minor)
    if not whole:
        return tax
    share = Decimal(tax.minor * settled) / whole
    return Money(int(share.quantize(Decimal(1), ROUND_HALF_UP)), tax.currency)


def stood_on(account: AccountId, entries: Iterable[Entry]) -> dict[str, Money]:
    """Return what some entries posted to an account by VAT code, debit positive."""
    sums: dict[str, Money] = {}
    for side in (side for entry in entries for side in entry.postings):
        if side.account_id == account:
            before = sums.get(side.vat)
            sums[side.vat] = before + side.amount if before else side.amount
    return sums


def sides_of_due(amount: Money, undue: AccountId, due: AccountId, vat: str) -> list[Posting]:
    """Return what tax that falls due posts; below zero it waits again."""
    sides = [Posting(undue, amount, vat=vat), Posting(due, -amount, vat=vat)]
    return sorted(sides, key=lambda side: side.amount.minor < 0)
