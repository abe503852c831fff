"""The words of overtime rules: what a rule says, line by line, and where it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.hours.overtime import Limit, OvertimeRules, Premium, Step
from app.ui.employees.hours_words import minutes_text
from app.ui.kit.texts import _, formats


def law_lines(rules: OvertimeRules) -> list[str]:
    """Return what a rule says; one line where it names no overtime at all."""
    found = list(_lines(rules))
    return found or [_("The law names no surcharge: agreements do.")]


def source_line(rules: OvertimeRules) -> str:
    """Return where a rule is written, and when somebody held it against its source."""
    if rules.checked_on is None:
        told = _("Nobody held this against its source yet: check it before you pay by it.")
    else:
        told = _("checked {day}", day=formats().day(rules.checked_on))
    return " · ".join(filter(None, (rules.name, rules.source, told)))


def _lines(rules: OvertimeRules) -> Iterator[str]:
    if rules.daily is not None:
        yield from _of_limit(_("A day"), rules.daily)
    if rules.weekly is not None:
        yield from _of_limit(_("A week"), rules.weekly)
    if rules.additional:
        yield _("Additional hours: {percent} %", percent=rules.additional)
    for name, premium in (
        (_("A rest day"), rules.rest_day),
        (_("A holiday"), rules.holiday),
    ):
        if premium is not None:
            yield _of_premium(name, premium)


def _of_limit(name: str, limit: Limit) -> Iterator[str]:
    above = _("what is due") if limit.minutes is None else minutes_text(limit.minutes)
    yield _("{what} above {limit}: {steps}", what=name, limit=above, steps=_steps(limit.steps))


def _steps(steps: Sequence[Step]) -> str:
    told = []
    for step in steps:
        if step.after:
            hours = minutes_text(step.after)
            told.append(_("after {hours} {percent} %", hours=hours, percent=step.percent))
        else:
            told.append(f"{step.percent} %")
    return ", ".join(told)


def _of_premium(name: str, premium: Premium) -> str:
    told = _("{what}: {percent} %", what=name, percent=premium.percent)
    if premium.beyond:
        told = f"{told}, " + _("beyond a whole day {percent} %", percent=premium.beyond)
    return f"{told}, " + _("beside other overtime") if premium.is_on_top else told
