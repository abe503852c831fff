"""Losses and discounts: what part of an amount of an invoice is its net, and what its VAT."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.invoices.invoice import Totals
from app.domain.invoices.totals import HUNDRED, shared_out
from app.domain.shared.money import Money, money


class LossVat(Enum):
    """What becomes of the VAT of a claim that is lost: it is corrected, or stays as it was."""

    CORRECTED = "corrected"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of an amount that belongs to one VAT code: its net and the VAT in it."""

    vat: str
    net: Money
    tax: Money


def shares_of(amount: Money, totals: Totals) -> tuple[Share, ...]:
    """Split an amount of an invoice by its VAT rates, and each part into net and VAT.

    The parts go by the gross of each rate and sum to the amount; the VAT is out of the part,
    rounded once for each rate.
    """
    weights = [(part.base + part.tax).minor for part in totals.vat]
    parts = shared_out(amount.minor, weights)
    found = []
    for part, minor in zip(totals.vat, parts, strict=True):
        share = Money(minor, amount.currency)
        tax = money(share.amount * part.rate / (HUNDRED + part.rate), amount.currency)
        found.append(Share(part.vat, share - tax, tax))
    return tuple(found)
