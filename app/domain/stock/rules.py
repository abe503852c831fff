"""Rules of the stock: when a second person approves a count, and how often goods are counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Rate, rate
from app.domain.shared.refusals import refused_at

MOST_DAYS = 3660
OUT_OF_RANGE = Rule("stock-rules.days-out-of-range", "days", "most")
NOT_PERCENT = Rule("stock-rules.not-percent", "value")
WRONG_ORDER = Rule("stock-rules.wrong-order", "a", "b")


@dataclass(frozen=True, slots=True)
class StockRules:
    """What the office settled about its stock; one row.

    A difference above ``approve_above`` per cent of the books needs a second person, none where
    nobody has to. Products that make up the first ``a_percent`` of what is issued (by value) are
    A, up to ``b_percent`` B, the others C; each class is counted again after its days. What did
    not move out for ``slow_days`` is slow.
    """

    version: int = 1
    approve_above: Rate | None = Rate(Decimal(2))
    a_percent: Rate = Rate(Decimal(80))
    b_percent: Rate = Rate(Decimal(95))
    a_days: int = 30
    b_days: int = 90
    c_days: int = 180
    slow_days: int = 180


def check(rules: StockRules) -> tuple[Problem, ...]:
    """Return what is wrong with the rules, each at its field."""
    return (*_percents(rules), *_days(rules))


def _percents(rules: StockRules) -> Iterator[Problem]:
    for name in ("approve_above", "a_percent", "b_percent"):
        value: Rate | None = getattr(rules, name)
        if value is None:
            continue
        if wrong := refused_at(name, partial(rate, value)):
            yield from wrong
        elif not 0 <= value <= 100:
            yield NOT_PERCENT.at(name, value=value)
    if rules.a_percent > rules.b_percent:
        yield WRONG_ORDER.at("b_percent", a=rules.a_percent, b=rules.b_percent)


def _days(rules: StockRules) -> Iterator[Problem]:
    for name in ("a_days", "b_days", "c_days", "slow_days"):
        days: int = getattr(rules, name)
        if not 1 <= days <= MOST_DAYS:
            yield OUT_OF_RANGE.at(name, days=days, most=MOST_DAYS)
