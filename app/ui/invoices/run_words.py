"""Words of runs: what is made for many at once, over how much, and why some is skipped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.domain.shared.money import Money
from app.domain.shared.problems import Problem
from app.ui.kit.messages import problem_text
from app.ui.kit.texts import formats, many


def gross_text(gross: Money | None) -> str:
    """Return an amount, or nothing where it cannot be said."""
    return formats().money(gross.minor, gross.currency) if gross else ""


def why_text(problems: Sequence[Problem]) -> str:
    """Return why nothing is made, or what looks unusual about it."""
    wrong = [one for one in problems if not one.is_warning] or list(problems)
    return problem_text(wrong[0]) if wrong else ""


def counts_text(made: str, amounts: Iterable[Money | None], skipped: int) -> str:
    """Return how many are made, what they come to together, and how many are skipped."""
    sums: dict[str, int] = defaultdict(int)
    for gross in amounts:
        if gross is not None:
            sums[gross.currency] += gross.minor
    amount = " + ".join(formats().money(minor, currency) for currency, minor in sums.items())
    left = many("{n} skipped", "{n} skipped", skipped) if skipped else ""
    return " · ".join(part for part in (made, amount, left) if part)
