"""The policy of the office: how much an expense may be before somebody has to say why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from app.domain.expenses.expense import ExpenseKind, ExpenseLine
from app.domain.expenses.refused import (
    LIMIT_WITHOUT_AMOUNT,
    LIMIT_WITHOUT_DAY,
    LIMIT_WITHOUT_NAME,
)
from app.domain.shared.ids import AccountId, ExpenseRuleId
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem


class Per(Enum):
    """What a limit is on: one expense, those of a day, or those of a claim."""

    LINE = "line"
    DAY = "day"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class ExpenseLimit:
    """A limit from a day on: of a kind of expense, of one account, or of all of them."""

    id: ExpenseRuleId
    version: int
    name: str
    valid_from: date | None
    most: Money
    per: Per = Per.LINE
    kind: ExpenseKind | None = None
    account_id: AccountId | None = None
    is_closed: bool = False

    def is_on(self, line: ExpenseLine) -> bool:
        """Say whether an expense is one that this limits."""
        return (
            not self.is_closed
            and self.valid_from is not None
            and self.valid_from <= line.day
            and self.kind in {None, line.kind}
            and self.account_id in {None, line.account_id}
        )


def tidied(limit: ExpenseLimit) -> ExpenseLimit:
    """Return a limit as it is kept."""
    return replace(limit, name=one_line(limit.name))


def check(limit: ExpenseLimit) -> tuple[Problem, ...]:
    """Return what is wrong with a limit."""
    return tuple(_found(limit))


def measured(
    lines: Sequence[ExpenseLine], limits: Iterable[ExpenseLimit]
) -> tuple[ExpenseLine, ...]:
    """Return expenses, each with the names of the limits that it is over.

    Of what is added up, a day or a claim, the expense that goes over the limit bears it, and those
    after it.
    """
    found: dict[int, list[str]] = defaultdict(list)
    for limit in limits:
        sums: dict[object, int] = defaultdict(int)
        for at, line in enumerate(lines):
            if not limit.is_on(line):
                continue
            key = {Per.LINE: at, Per.DAY: line.day, Per.CLAIM: None}[limit.per]
            sums[key] += line.gross.minor
            if sums[key] > limit.most.minor:
                found[at].append(limit.name)
    return tuple(
        replace(line, over_limit=", ".join(found.get(at, ()))) for at, line in enumerate(lines)
    )


def _found(limit: ExpenseLimit) -> Iterator[Problem]:
    if not limit.name:
        yield LIMIT_WITHOUT_NAME.at("name")
    if limit.valid_from is None:
        yield LIMIT_WITHOUT_DAY.at("valid_from")
    if limit.most.minor <= 0:
        yield LIMIT_WITHOUT_AMOUNT.at("most")
