"""What countries say of working time: their zone, and what of the hours is overtime."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from app import RESOURCES
from app.domain.hours.overtime import (
    NO_RULES,
    Limit,
    OvertimeRule,
    OvertimeRules,
    Premium,
    Step,
    check,
)
from app.domain.shared.ids import OvertimeRuleId
from app.formats.packs import COUNTRIES
from app.formats.reader import BrokenPack, Reader

_ALWAYS = date.min


@dataclass(frozen=True, slots=True)
class HourLaw:
    """The time zone of a country, empty where it has many, and its rules of overtime."""

    zone: str
    overtime: OvertimeRules


@cache
def hour_law(country: str) -> HourLaw:
    """Return what a country says of working time; one without a pack says nothing."""
    if country not in COUNTRIES:
        return HourLaw("", NO_RULES)
    return read(RESOURCES / "hours" / f"{country.lower()}.toml")


def read(file: Path) -> HourLaw:
    """Return what a file says; raises BrokenPack with the file and the entry."""
    found = Reader(file)
    part = found.part("overtime")
    law = HourLaw(found.text("zone"), _rules(part))
    rule = OvertimeRule(OvertimeRuleId(0), 1, _ALWAYS, law.overtime)
    for problem in check(rule):
        raise BrokenPack(file=file.name, where=problem.field, why=problem.code)
    return law


def _rules(found: Reader) -> OvertimeRules:
    return OvertimeRules(
        name=found.text("name"),
        daily=_limit(found.part("daily")) if found.has("daily") else None,
        weekly=_limit(found.part("weekly")) if found.has("weekly") else None,
        rest_day=_premium(found.part("rest_day")) if found.has("rest_day") else None,
        holiday=_premium(found.part("holiday")) if found.has("holiday") else None,
        weekdays=found.numbers("weekdays"),
        source=found.text("source"),
        checked_on=found.day("checked") if found.has("checked") else None,
    )


def _limit(found: Reader) -> Limit:
    steps = (Step(one.number("after"), one.number("percent")) for one in found.rows("steps"))
    return Limit(found.number("minutes"), tuple(steps))


def _premium(found: Reader) -> Premium:
    beyond = found.number("beyond") if found.has("beyond") else 0
    return Premium(found.number("percent"), beyond, is_on_top=found.flag("is_on_top"))
