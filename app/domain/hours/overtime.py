"""Overtime: which minutes of a week are above the regular ones, and what each is paid at.

A percentage is what a minute is paid at beside the pay that is agreed for the month: overtime
that nobody agreed on is 150; a supplement for work on a Sunday, whose hour is paid already, 100.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.hours.due import DayDue
from app.domain.hours.hours import Overtime, OvertimeKind
from app.domain.hours.measuring import DAY, HOUR
from app.domain.hours.refused import (
    LIMIT_OUT_OF_RANGE,
    PERCENT_OUT_OF_RANGE,
    RULE_WITHOUT_DAY,
    RULE_WITHOUT_NAME,
    STEPS_OUT_OF_ORDER,
)
from app.domain.shared.ids import OvertimeRuleId
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem

MOST_PERCENT = 1000
_WEEK = 7 * DAY


@dataclass(frozen=True, slots=True)
class Step:
    """From so many minutes above a limit on, this percentage."""

    after: int
    percent: int


@dataclass(frozen=True, slots=True)
class Limit:
    """Minutes up to which work is regular, and what is paid above; None: what was due."""

    minutes: int | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Premium:
    """What work on a day of rest is paid at, and ``beyond`` the daily limit (0: the same).

    One ``is_on_top`` comes beside the overtime that the same minutes may be.
    """

    percent: int
    beyond: int = 0
    is_on_top: bool = False


@dataclass(frozen=True, slots=True)
class OvertimeRules:
    """What is overtime: by the law of a country, or as an agreement has it.

    ``additional`` is what minutes above those due are paid at that no limit reaches (0: they are
    only counted on the account of hours). ``weekdays`` are those that count as holidays (6:
    Sunday). ``checked_on`` is None where nobody held it against the source.
    """

    name: str
    daily: Limit | None = None
    weekly: Limit | None = None
    additional: int = 0
    rest_day: Premium | None = None
    holiday: Premium | None = None
    weekdays: tuple[int, ...] = ()
    source: str = ""
    checked_on: date | None = None


NO_RULES = OvertimeRules("")


@dataclass(frozen=True, slots=True)
class OvertimeRule:
    """Rules that the office agreed on, from a day on, for contracts of one agreement or for all."""

    id: OvertimeRuleId
    version: int
    valid_from: date | None
    rules: OvertimeRules
    agreement: str = ""
    is_closed: bool = False


def tidied(rule: OvertimeRule) -> OvertimeRule:
    """Return a rule as it is kept."""
    return replace(
        rule,
        agreement=one_line(rule.agreement),
        rules=replace(rule.rules, name=one_line(rule.rules.name)),
    )


def check(rule: OvertimeRule) -> tuple[Problem, ...]:
    """Return what is wrong with a rule of the office."""
    return tuple(_found(rule))


def rules_on(
    day: date, agreement: str, own: Sequence[OvertimeRule], law: OvertimeRules
) -> OvertimeRules:
    """Return the rules of a week: of the agreement, else of the office, else of the country."""
    fit = [
        one
        for one in own
        if not one.is_closed
        and one.valid_from is not None
        and one.valid_from <= day
        and one.agreement.casefold() in {"", agreement.casefold()}
    ]
    if not fit:
        return law
    best = max(fit, key=lambda one: (bool(one.agreement), one.valid_from, one.id))
    return best.rules


def split(worked: Sequence[tuple[DayDue, int]], rules: OvertimeRules) -> tuple[Overtime, ...]:
    """Return the overtime of a week: of each day what is due and what was worked."""
    found: Counter[tuple[OvertimeKind, int]] = Counter()
    plain = 0
    for day, minutes in worked:
        plain += _of_day(day, minutes, rules, found)
    due = sum(day.due for day, _ in worked)
    _of_week(plain, due, rules, found)
    order = {kind: place for place, kind in enumerate(OvertimeKind)}
    rows = sorted(found.items(), key=lambda one: (order[one[0][0]], one[0][1]))
    return tuple(Overtime(kind, minutes, percent) for (kind, percent), minutes in rows if minutes)


def paid_minutes(overtime: Sequence[Overtime], rules: OvertimeRules) -> int:
    """Return the minutes of overtime that are paid, each once: supplements on top are none."""
    on_top = {
        kind
        for kind, premium in (
            (OvertimeKind.REST_DAY, rules.rest_day),
            (OvertimeKind.HOLIDAY, rules.holiday),
        )
        if premium is not None and premium.is_on_top
    }
    return sum(one.minutes for one in overtime if one.kind not in on_top)


def _of_day(
    day: DayDue, minutes: int, rules: OvertimeRules, found: Counter[tuple[OvertimeKind, int]]
) -> int:
    """Add the overtime of a day; return the minutes that count in the week."""
    daily = rules.daily
    most = daily.minutes if daily is not None and daily.minutes is not None else DAY + _WEEK
    over = max(0, minutes - most)
    kind, premium = _premium_of(day, rules)
    if premium is not None and not premium.is_on_top:
        found[kind, premium.percent] += minutes - over
        found[kind, premium.beyond or premium.percent] += over
        return 0
    if premium is not None:
        found[kind, premium.percent] += minutes
    if daily is not None:
        _add_steps(OvertimeKind.DAILY, over, daily.steps, found)
    return minutes - over


def _premium_of(day: DayDue, rules: OvertimeRules) -> tuple[OvertimeKind, Premium | None]:
    if rules.holiday is not None and (day.is_holiday or day.day.weekday() in rules.weekdays):
        return OvertimeKind.HOLIDAY, rules.holiday
    return OvertimeKind.REST_DAY, rules.rest_day if day.is_rest else None


def _of_week(
    plain: int, due: int, rules: OvertimeRules, found: Counter[tuple[OvertimeKind, int]]
) -> None:
    weekly = rules.weekly
    most = plain if weekly is None else due if weekly.minutes is None else weekly.minutes
    over = max(0, plain - most)
    if weekly is not None:
        _add_steps(OvertimeKind.WEEKLY, over, weekly.steps, found)
    if rules.additional:
        found[OvertimeKind.ADDITIONAL, rules.additional] += max(0, plain - over - due)


def _add_steps(
    kind: OvertimeKind,
    minutes: int,
    steps: Sequence[Step],
    found: Counter[tuple[OvertimeKind, int]],
) -> None:
    ends = [*(step.after for step in steps[1:]), max(minutes, 0)]
    for step, end in zip(steps, ends, strict=True):
        found[kind, step.percent] += max(0, min(minutes, end) - step.after)


def _found(rule: OvertimeRule) -> Iterator[Problem]:
    rules = rule.rules
    if not rules.name:
        yield RULE_WITHOUT_NAME.at("rules.name")
    if rule.valid_from is None:
        yield RULE_WITHOUT_DAY.at("valid_from")
    for name, limit, most in (("daily", rules.daily, DAY), ("weekly", rules.weekly, _WEEK)):
        if limit is not None:
            yield from _limit(f"rules.{name}", limit, most)
    for name, premium in (("rest_day", rules.rest_day), ("holiday", rules.holiday)):
        for percent in (premium.percent, premium.beyond) if premium else ():
            yield from _percent(f"rules.{name}", percent)
    yield from _percent("rules.additional", rules.additional)


def _limit(field: str, limit: Limit, most: int) -> Iterator[Problem]:
    if limit.minutes is not None and not 0 <= limit.minutes <= most:
        yield LIMIT_OUT_OF_RANGE.at(field, hours=limit.minutes // HOUR)
    after = [step.after for step in limit.steps]
    if not after or after[0] != 0 or after != sorted(set(after)):
        yield STEPS_OUT_OF_ORDER.at(field)
    for step in limit.steps:
        yield from _percent(field, step.percent)


def _percent(field: str, percent: int) -> Iterator[Problem]:
    if not 0 <= percent <= MOST_PERCENT:
        yield PERCENT_OUT_OF_RANGE.at(field, percent=percent)
