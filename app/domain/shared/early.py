"""Early-payment discount: what a buyer may keep who pays within some days (Skonto)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import ClassVar

from app.domain.shared.money import Money, money
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Rate

MOST_DAYS = 365
EARLY_OUT_OF_RANGE = Rule("terms.early-out-of-range", "percent", "days", "most")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class EarlyPayment:
    """So many per cent less, within so many days of the invoice; none where ``percent`` is zero."""

    is_whole: ClassVar[bool] = True
    days: int = 0
    percent: Rate = Rate(Decimal(0))

    def until(self, issued_on: date) -> date:
        """Return the last day on which the discount of an invoice may be kept."""
        return issued_on + timedelta(days=self.days)

    def kept(self, gross: Money) -> Money:
        """Return what is kept of a whole amount, half away from zero."""
        return money(gross.amount * self.percent / _HUNDRED, gross.currency)


NO_EARLY_PAYMENT = EarlyPayment()


def check_early(early: EarlyPayment, field: str) -> Iterator[Problem]:
    """Yield what is wrong with a discount: it is less than all, within a year."""
    if not 0 <= early.percent < _HUNDRED or not 0 <= early.days <= MOST_DAYS:
        yield EARLY_OUT_OF_RANGE.at(field, percent=early.percent, days=early.days, most=MOST_DAYS)
