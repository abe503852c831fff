"""Limits: up to which amount somebody may use a right alone; above it another person does it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.admin.approvals import Need, hashed, is_asked
from app.domain.admin.users import SecondPair
from app.domain.shared.codec import plain
from app.domain.shared.money import Money
from app.domain.shared.refusals import Refusal
from app.services.office import Desk
from app.services.permissions import Permission
from app.services.second_looks import SecondLooks


class AboveLimit(Refusal):
    """The amount is above what this user may decide alone."""

    code = "permissions.above-limit"


@dataclass(frozen=True, slots=True)
class About:
    """What an amount is of: a record, what people call it, and how it stands while it is asked."""

    record: str
    name: str = ""
    seen: object = None


class Limits:
    """The limits of who asks; where several are of one right, the lowest counts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._who = desk.who

    def require(self, permission: Permission, amount: Money, about: About) -> None:
        """Raise AboveLimit where an amount is above the limit, or in a currency without one.

        Where the owner asks a second pair for amounts, it waits for one instead; who is the second
        needs a limit that is high enough.
        """
        desk, looks = self._desk, SecondLooks(self._desk)
        over = next((one for one in self._of(permission) if _is_above(amount, one)), None)
        has_rule = any(one.what is SecondPair.AMOUNT for one in looks.rules)
        if over is None and not has_rule and not desk.is_approving:
            return
        need = Need(
            SecondPair.AMOUNT,
            about.record,
            about.name,
            hashed(plain(about.seen)),
            amount=amount,
            is_above=over is not None,
        )
        waits = not desk.is_approving and is_asked(looks.rules, need)
        if over is not None and not waits:
            raise AboveLimit(name=self._who.name, most=over, amount=amount)
        looks.look(need)

    def _of(self, permission: Permission) -> list[Money]:
        return [one.most for one in self._who.limits if one.permission == permission.value]


def _is_above(amount: Money, most: Money) -> bool:
    return amount.currency != most.currency or abs(amount.minor) > most.minor
