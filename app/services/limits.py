"""Limits: up to which amount somebody may use a right alone; above it another person does it."""

from __future__ import annotations

from app.domain.shared.money import Money
from app.domain.shared.refusals import Refusal
from app.services.permissions import Actor, Permission


class AboveLimit(Refusal):
    """The amount is above what this user may decide alone."""

    code = "permissions.above-limit"


class Limits:
    """The limits of who asks; where several are of one right, the lowest counts."""

    def __init__(self, who: Actor) -> None:
        self._who = who

    def require(self, permission: Permission, amount: Money) -> None:
        """Raise AboveLimit where an amount is above the limit, or in a currency without one."""
        mine = [one.most for one in self._who.limits if one.permission == permission.value]
        for most in mine:
            if amount.currency != most.currency or abs(amount.minor) > most.minor:
                raise AboveLimit(name=self._who.name, most=most, amount=amount)
