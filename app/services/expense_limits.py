"""Limits of expenses: how much the office pays before somebody has to say why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.accounting.chart import Account, AccountKind
from app.domain.expenses.policy import ExpenseLimit, check, tidied
from app.domain.shared.ids import ExpenseRuleId, new_id
from app.domain.shared.problems import Problem
from app.services.issuing import require_right
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@query(Permission.EXPENSES_READ)
def limits(desk: Desk) -> tuple[ExpenseLimit, ...]:
    """Return the limits by their names; those put away too."""
    return tuple(sorted(desk.store.expense_limits.all(), key=lambda one: one.name.casefold()))


@dataclass(frozen=True, slots=True)
class LimitsSeen:
    """The limits, and what the form of one offers."""

    limits: tuple[ExpenseLimit, ...]
    accounts: tuple[Account, ...]
    currency: str
    language: str


@query(Permission.EXPENSES_READ)
def seen(desk: Desk) -> LimitsSeen:
    """Return the limits with the accounts of which one may be."""
    home = desk.store.company.get()
    kept = tuple(one for one in desk.store.ledger.accounts() if one.kind is AccountKind.EXPENSE)
    return LimitsSeen(limits(desk), kept, home.currency, home.language)


@query(Permission.EXPENSES_READ)
def problems(desk: Desk, limit: ExpenseLimit) -> tuple[Problem, ...]:
    """Return what is wrong with a limit as it is written."""
    del desk
    return check(tidied(limit))


@command(Permission.EXPENSES_APPROVE)
def write(desk: Desk, new: ExpenseLimit) -> ExpenseLimit:
    """Write a limit under its own id; raises Invalid, Conflict for a taken id."""
    kept = tidied(replace(new, id=new.id or ExpenseRuleId(new_id()), version=1))
    _require(desk, kept)
    desk.store.expense_limits.add(kept)
    return kept


@command(Permission.EXPENSES_APPROVE)
def change(desk: Desk, changed: ExpenseLimit) -> ExpenseLimit:
    """Change a limit or put it away; claims that were handed in stay as they are.

    Raises Invalid, NotFound, Conflict.
    """
    before = desk.store.expense_limits.current(changed.id, changed.version)
    after = tidied(replace(changed, version=before.version + 1))
    _require(desk, after)
    desk.store.expense_limits.save(before, after)
    return after


def _require(desk: Desk, limit: ExpenseLimit) -> None:
    require_right(check(limit))
    if limit.account_id is not None:
        desk.store.ledger.account(limit.account_id)
