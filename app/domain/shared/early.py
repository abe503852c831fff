"""Early-payment discount: what a buyer may keep who pays within some days (Skonto)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.shared.quantities import Rate


@dataclass(frozen=True, slots=True)
class EarlyPayment:
    """So many per cent less, within so many days of the invoice; none where ``percent`` is zero."""

    days: int = 0
    percent: Rate = Rate(Decimal(0))


NO_EARLY_PAYMENT = EarlyPayment()
