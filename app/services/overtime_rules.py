"""Rules of overtime: those of the country, and those that the office agreed on beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.hours.overtime import OvertimeRule, OvertimeRules, check, tidied
from app.domain.hours.refused import SAME_RULE
from app.domain.shared.ids import OvertimeRuleId, new_id
from app.domain.shared.problems import Problem
from app.formats.hour_laws import hour_law
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@dataclass(frozen=True, slots=True)
class Held:
    """What holds here: the law of the country, and the rules of the office, the latest first."""

    law: OvertimeRules
    own: tuple[OvertimeRule, ...]


@query(Permission.HOURS_READ)
def held(desk: Desk) -> Held:
    """Return the rules of overtime; those put away too."""
    law = hour_law(desk.store.company.get().country).overtime
    own = sorted(desk.store.overtime_rules.all(), key=lambda one: str(one.valid_from), reverse=True)
    return Held(law, tuple(own))


@query(Permission.HOURS_READ)
def problems(desk: Desk, rule: OvertimeRule) -> tuple[Problem, ...]:
    """Return what is wrong with a rule as it is written."""
    ready = tidied(rule)
    same = any(
        one.id != ready.id
        and not one.is_closed
        and (one.valid_from, one.agreement.casefold())
        == (ready.valid_from, ready.agreement.casefold())
        for one in desk.store.overtime_rules.all()
    )
    found = (SAME_RULE.at("valid_from", day=ready.valid_from),) if same else ()
    return (*check(ready), *found)


@command(Permission.HOURS_APPROVE)
def write(desk: Desk, new: OvertimeRule) -> OvertimeRule:
    """Write what was agreed on; weeks that were approved stay as they are; raises Invalid."""
    kept = tidied(replace(new, id=new.id or OvertimeRuleId(new_id()), version=1))
    require_right(problems(desk, kept))
    desk.store.overtime_rules.add(kept)
    return kept


@command(Permission.HOURS_APPROVE)
def change(desk: Desk, changed: OvertimeRule) -> OvertimeRule:
    """Change a rule or put it away; ``changed.version`` is the one read.

    Weeks that were approved stay as they are. Raises Invalid, NotFound, Conflict.
    """
    before = desk.store.overtime_rules.current(changed.id, changed.version)
    after = tidied(replace(changed, version=before.version + 1))
    require_right(problems(desk, after))
    desk.store.overtime_rules.save(before, after)
    return after
