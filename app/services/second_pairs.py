"""What the owner asks a second pair of eyes for, and from which amount on."""

from __future__ import annotations

from app.domain.admin.approvals import RULES_RECORD, Need, PairRule, hashed, rule_problems
from app.domain.admin.users import SecondPair
from app.domain.shared.codec import plain
from app.domain.shared.refusals import Conflict, Refusal
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.second_looks import SecondLooks


class NoSecond(Refusal):
    """There is only one user who could look: nobody could approve anything."""

    code = "approvals.no-second"


@query(Permission.COMPANY_READ)
def rules(desk: Desk) -> tuple[PairRule, ...]:
    """Return what a second pair is asked for, in the order of the list."""
    return SecondLooks(desk).written


@command(Permission.USERS_CHANGE)
def write(
    desk: Desk, before: tuple[PairRule, ...], wanted: tuple[PairRule, ...]
) -> tuple[PairRule, ...]:
    """Ask for a second pair from now on; ``before`` are the rules as they were read.

    Where any is asked for, another owner has to look at this too, if there is one. Raises Invalid,
    Conflict, NoSecond where nobody else could approve anything.
    """
    require_right(rule_problems(wanted))
    found = rules(desk)
    if found != before:
        raise Conflict(record=RULES_RECORD)
    others = SecondLooks(desk).approvers(Permission.USERS_CHANGE)
    if wanted and not others:
        raise NoSecond(name=desk.who.name)
    if found and others:
        need = Need(SecondPair.ROLES, RULES_RECORD, seen=hashed(plain(found)))
        SecondLooks(desk).look(need)
    desk.store.second_pairs.put(
        {one.what: one.least.minor if one.least is not None else None for one in wanted}
    )
    return rules(desk)
