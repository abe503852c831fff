"""Claims beside the principal: interest and fees that were asked for, and in what order one pays.

Nothing of them is in the books until it is paid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from app.domain.payments.payment import Charge, ChargeKind
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money


class Owed(Enum):
    """What of a debt a payment goes to; the law of a country gives the order."""

    PRINCIPAL = "principal"
    INTEREST = "interest"
    FEE = "fee"


PRINCIPAL_FIRST = (Owed.PRINCIPAL, Owed.INTEREST, Owed.FEE)
KIND_OF = {Owed.INTEREST: ChargeKind.INTEREST, Owed.FEE: ChargeKind.FEE}


@dataclass(frozen=True, slots=True)
class Claim:
    """What was asked for beside an invoice's own amount, and is not paid yet."""

    invoice_id: InvoiceId
    interest: Money
    fee: Money

    @property
    def total(self) -> Money:
        """Interest and fee together."""
        return self.interest + self.fee

    def of(self, owed: Owed) -> Money:
        """Return the interest, or else the fee."""
        return self.interest if owed is Owed.INTEREST else self.fee


def charged(claims: Iterable[Claim], owed: Owed, rest: Money) -> tuple[tuple[Charge, ...], Money]:
    """Return what of the money pays the interest or the fees of claims in order, and its rest."""
    found = []
    for claim in claims:
        wanted = claim.of(owed)
        paid = min(wanted.minor, rest.minor) if wanted.currency == rest.currency else 0
        if paid > 0:
            part = Money(paid, rest.currency)
            found.append(Charge(KIND_OF[owed], part, claim.invoice_id))
            rest -= part
    return tuple(found), rest


def spread(charges: Sequence[Charge], claims: Mapping[InvoiceId, Claim]) -> tuple[Charge, ...]:
    """Return charges with the invoices whose claims they pay, as far as there are such claims.

    What names an invoice stays as it is; what no claim asks for names none.
    """
    left = dict(claims)
    for one in charges:
        if one.invoice_id in left:
            left[one.invoice_id] = _less(left[one.invoice_id], one)
    found: list[Charge] = []
    for one in charges:
        owed = next((each for each, kind in KIND_OF.items() if kind is one.kind), None)
        if one.invoice_id is not None or owed is None:
            found.append(one)
            continue
        named, rest = charged(tuple(left.values()), owed, one.amount)
        for each in named:
            assert each.invoice_id is not None
            left[each.invoice_id] = _less(left[each.invoice_id], each)
        found += named
        if rest:
            found.append(replace(one, amount=rest))
    return tuple(found)


def _less(claim: Claim, charge: Charge) -> Claim:
    if charge.kind is ChargeKind.INTEREST:
        left = max(claim.interest.minor - charge.amount.minor, 0)
        return replace(claim, interest=Money(left, claim.interest.currency))
    left = max(claim.fee.minor - charge.amount.minor, 0)
    return replace(claim, fee=Money(left, claim.fee.currency))
