"""How items and tax cards stand on a day, and for how many pay days more an item goes on."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import Enum

from app.domain.payroll.component import PayComponent, PayItem
from app.domain.payroll.formulas.parsing import read
from app.domain.payroll.ordering import OF_ITEM
from app.domain.payroll.payroll import TaxCard


class ItemStanding(Enum):
    """Whether an item counts in the pay."""

    COMING = "coming"
    RUNNING = "running"
    ENDED = "ended"
    SETTLED = "settled"


def standing_of(item: PayItem, day: date) -> ItemStanding:
    """Return how an item stands on a day; one of which nothing is left is settled."""
    if item.rest is not None and not item.rest:
        return ItemStanding.SETTLED
    return _standing(item.first_on, item.last_on, day)


def card_standing(card: TaxCard, day: date) -> ItemStanding:
    """Return how a tax card stands on a day."""
    return _standing(card.valid_from, card.valid_until, day)


def _standing(first: date, last: date | None, day: date) -> ItemStanding:
    if day < first:
        return ItemStanding.COMING
    return ItemStanding.ENDED if last is not None and last < day else ItemStanding.RUNNING


def pay_days_left(item: PayItem) -> int | None:
    """Return on how many pay days more an item takes its amount; None where that is not known."""
    if item.rest is None or not item.amount:
        return None
    times = Decimal(item.rest.minor) / Decimal(item.amount.minor)
    return int(times.to_integral_value(ROUND_CEILING))


def figures_named(component: PayComponent) -> frozenset[str]:
    """Return which figures of an item a component's formula names; none: it is of everybody."""
    return read(component.formula).names & OF_ITEM
