"""Types of leave: what a type must say before it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from app.domain.leave.leave import DAY_PLACES, Accrual, LeaveType
from app.domain.shared.problems import Problem, Rule

MOST_DAYS = 366
MOST_CARRIED_MONTHS = 60

WITHOUT_CODE = Rule("leave.type-without-code")
CODE_TAKEN = Rule("leave.code-taken", "code")
WITHOUT_NAME = Rule("leave.type-without-name")
WITHOUT_DAYS = Rule("leave.type-without-days")
WRONG_DAYS = Rule("leave.wrong-days", "most")
YEARS_TWICE = Rule("leave.years-twice", "years")
WRONG_MONTH = Rule("leave.wrong-month")
WRONG_CARRY = Rule("leave.wrong-carry", "most")
HEALTH_EARNS = Rule("leave.health-earns")
_COUNTED = (Accrual.YEARLY, Accrual.MONTHLY, Accrual.BY_SERVICE, Accrual.DE_ANNUAL)


def problems(one: LeaveType, others: Iterable[LeaveType]) -> tuple[Problem, ...]:
    """Return what is wrong with a type, beside the other types of the office."""
    return tuple(_problems(one, others))


def _problems(one: LeaveType, others: Iterable[LeaveType]) -> Iterator[Problem]:
    if not one.code.strip():
        yield WITHOUT_CODE.at("code")
    elif any(other.code.casefold() == one.code.casefold() for other in others):
        yield CODE_TAKEN.at("code", code=one.code)
    if not any(name.strip() for name in one.names.values()):
        yield WITHOUT_NAME.at("name")
    if one.accrual in _COUNTED and not one.allowances:
        yield WITHOUT_DAYS.at("allowances")
    yield from _allowance_problems(one)
    if not 1 <= one.year_begins <= 12:
        yield WRONG_MONTH.at("year_begins")
    carried = one.carry_over
    if not 0 <= carried.months <= MOST_CARRIED_MONTHS or not is_days(carried.most or Decimal(0)):
        yield WRONG_CARRY.at("carry_over", most=MOST_CARRIED_MONTHS)
    if one.is_health and one.accrual is not Accrual.NONE:
        yield HEALTH_EARNS.at("accrual")


def _allowance_problems(one: LeaveType) -> Iterator[Problem]:
    seen: set[int] = set()
    for place, allowance in enumerate(one.allowances):
        if not is_days(allowance.days) or allowance.years < 0:
            yield WRONG_DAYS.at(f"allowances.{place}", most=MOST_DAYS)
        if allowance.years in seen:
            yield YEARS_TWICE.at(f"allowances.{place}", years=allowance.years)
        seen.add(allowance.years)


def is_days(days: Decimal) -> bool:
    """Say whether this can be a number of days of leave: in hundredths, not below nothing."""
    return days.is_finite() and 0 <= days <= MOST_DAYS and days == round(days, DAY_PLACES)
