"""Booking: what each deed with a payment posts, so that claims and credits agree with the books.

Receivables stand at what documents leave open, the customers' credit at what of payments is not
allocated. Every function returns sides that sum to nothing; those of no amount are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from app.domain.accounting.chart import AccountUse
from app.domain.accounting.journal import Entry, Posting
from app.domain.payments.losses import LossVat, Share
from app.domain.payments.payment import ChargeKind, Closing, Direction, Payment
from app.domain.shared.ids import AccountId
from app.domain.shared.money import Money, zero

AccountOf = Callable[..., AccountId]
"""Which account has a use: ``of(AccountUse.BAD_DEBT)``, or for a VAT code ``of(use, vat)``."""

CHARGES: Mapping[ChargeKind, AccountUse] = {
    ChargeKind.INTEREST: AccountUse.INTEREST_INCOME,
    ChargeKind.FEE: AccountUse.REMINDER_FEES,
    ChargeKind.ROUNDING: AccountUse.ROUNDING,
}
_COSTS: Mapping[Closing, AccountUse] = {
    Closing.EARLY: AccountUse.CASH_DISCOUNT,
    Closing.WRITE_OFF: AccountUse.BAD_DEBT,
    Closing.WITHHELD: AccountUse.WITHHELD,
    Closing.ROUNDING: AccountUse.ROUNDING,
}


def sides_of_payment(
    payment: Payment, settled: Money, refunded: Money, of: AccountOf
) -> list[Posting]:
    """Return what a payment posts: the money against claims, charges and the customer's credit.

    ``settled`` is what it settles of documents at once, ``refunded`` what it gives back of credit.
    """
    sign = 1 if payment.direction is Direction.IN else -1
    charged = [(CHARGES[charge.kind], charge.amount) for charge in payment.charges]
    rest = payment.amount - settled
    for _, amount in charged:
        rest -= amount
    if payment.direction is Direction.OUT:
        rest = refunded
    sides = [
        Posting(payment.account_id, _by(payment.amount, sign)),
        Posting(of(AccountUse.RECEIVABLES), _by(settled, -sign)),
        *(Posting(of(use), _by(amount, -sign)) for use, amount in charged),
    ]
    if rest:
        sides.append(Posting(of(AccountUse.CUSTOMER_CREDIT), _by(rest, -sign)))
    return _kept(sides)


def sides_of_transfer(amount: Money, of: AccountOf) -> list[Posting]:
    """Return what settling a document from a customer's credit posts."""
    return [
        Posting(of(AccountUse.CUSTOMER_CREDIT), amount),
        Posting(of(AccountUse.RECEIVABLES), -amount),
    ]


def sides_of_closing(
    closing: Closing, amount: Money, shares: Iterable[Share], loss: LossVat, of: AccountOf
) -> list[Posting]:
    """Return what closing a part of a claim without money posts.

    A discount and a loss take back their VAT, rate by rate; a tax withheld and a difference of
    rounding have none.
    """
    cost = of(_COSTS[closing])
    is_taxed = closing is Closing.EARLY or (
        closing is Closing.WRITE_OFF and loss is LossVat.CORRECTED
    )
    sides = []
    if is_taxed:
        for share in shares:
            sides.append(Posting(cost, share.net, vat=share.vat))
            if share.tax:
                account = of(AccountUse.OUTPUT_VAT, share.vat)
                sides.append(Posting(account, share.tax, vat=share.vat))
    else:
        sides.append(Posting(cost, amount))
    sides.append(Posting(of(AccountUse.RECEIVABLES), -amount))
    return _kept(sides)


def mirror_of(entries: Iterable[Entry]) -> list[Posting]:
    """Return the opposite of all that some entries posted, debits first."""
    sums: dict[tuple[AccountId, str], Money] = {}
    for entry in entries:
        for side in entry.postings:
            key = (side.account_id, side.vat)
            sums[key] = sums.get(key, zero(side.amount.currency)) - side.amount
    sides = [Posting(account, amount, vat=vat) for (account, vat), amount in sums.items()]
    return sorted(_kept(sides), key=lambda side: side.amount.minor < 0)


def _kept(sides: Iterable[Posting]) -> list[Posting]:
    return [side for side in sides if side.amount]


def _by(amount: Money, sign: int) -> Money:
    return amount if sign > 0 else -amount
