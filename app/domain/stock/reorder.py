"""Reordering: what runs low, how much of it to order, and why so much."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Refusal
from app.domain.stock.item import Reorder

NOTHING = Quantity(Decimal(0))

LOW = Rule("reorder.low", "on_hand", "incoming", "reserved", "free", "least")
FILLS = Rule("reorder.fills", "most", "need")
PACKS = Rule("reorder.packs", "need", "pack", "packs", "quantity")
BLOCKED = Rule("reorder.blocked", "blocked")
ARRIVES = Rule("reorder.arrives", "days", "arrives_on")
LATE = Rule("reorder.late", "quantity", "expected_on", is_warning=True)
OVERDUE = Rule("reorder.overdue", "quantity", "expected_on", is_warning=True)
UNCOVERED = Rule("reorder.uncovered", "missing", is_warning=True)
WITHOUT_SUPPLIER = Rule("reorder.without-supplier", is_warning=True)
NOT_ABOVE_ZERO = Rule("reorder.not-above-zero", "value")


class NothingChosen(Refusal):
    """None of the proposals was ticked."""

    code = "reorder.nothing-chosen"


@dataclass(frozen=True, slots=True)
class Coming:
    """So much is expected on a day, by the paper of this reference."""

    quantity: Quantity
    expected_on: date | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Supply:
    """How a product stands in a warehouse, in its own unit.

    ``blocked`` lies there but may not go out; ``promised`` is what orders want in all, of which
    ``reserved`` is already set aside.
    """

    on_hand: Quantity
    blocked: Quantity = NOTHING
    reserved: Quantity = NOTHING
    promised: Quantity = NOTHING
    incoming: tuple[Coming, ...] = ()

    @property
    def wanted(self) -> Quantity:
        """What orders take: all they were promised, set aside or not."""
        return max(self.promised, self.reserved)

    @property
    def awaited(self) -> Quantity:
        """What is expected in all."""
        return Quantity(sum((one.quantity for one in self.incoming), Decimal(0)))

    @property
    def free(self) -> Quantity:
        """What will be there for new orders once everything that is known has happened."""
        return Quantity(self.on_hand - self.blocked + self.awaited - self.wanted)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Order so much, so that it is here on a day; each reason is a sentence."""

    quantity: Quantity
    need: Quantity
    arrives_on: date
    reasons: tuple[Problem, ...] = dataclasses.field(default=())


def proposed(reorder: Reorder, supply: Supply, today: date) -> Proposal | None:
    """Return what to order of a product; nothing while enough of it is there or on its way.

    Below the least it is filled up to the most (at least up to the least), in whole packs.
    """
    if not (reorder.least or reorder.most) or supply.free >= reorder.least:
        return None
    target = max(reorder.most, reorder.least)
    need = Quantity(target - supply.free)
    pack = reorder.pack if reorder.pack > 0 else Quantity(Decimal(1))
    packs = need // pack + bool(need % pack)
    wanted = Quantity(packs * pack)
    arrives = today + timedelta(days=reorder.lead_days)
    reasons = (
        _low(reorder, supply),
        *((BLOCKED.at("", blocked=supply.blocked),) if supply.blocked else ()),
        FILLS.at("", most=target, need=need),
        *((PACKS.at("", need=need, pack=pack, packs=packs, quantity=wanted),) if pack != 1 else ()),
        *(
            (ARRIVES.at("", days=reorder.lead_days, arrives_on=arrives),)
            if reorder.lead_days
            else ()
        ),
        *_late(supply.incoming, today, arrives),
        *_uncovered(supply),
        *(() if reorder.supplier_id else (WITHOUT_SUPPLIER.at(""),)),
    )
    return Proposal(wanted, need, arrives, reasons)


def _low(reorder: Reorder, supply: Supply) -> Problem:
    return LOW.at(
        "",
        on_hand=supply.on_hand - supply.blocked,
        incoming=supply.awaited,
        reserved=supply.wanted,
        free=supply.free,
        least=reorder.least,
    )


def _late(incoming: Sequence[Coming], today: date, arrives: date) -> tuple[Problem, ...]:
    """Return what should be here already, and what comes later than what is ordered today."""
    found = []
    for one in incoming:
        if one.expected_on is None:
            continue
        rule = OVERDUE if one.expected_on < today else LATE if one.expected_on > arrives else None
        if rule:
            found.append(rule.at("", quantity=one.quantity, expected_on=one.expected_on))
    return tuple(found)


def _uncovered(supply: Supply) -> tuple[Problem, ...]:
    """Return what orders want that does not lie here: customers wait for it."""
    missing = supply.wanted - (supply.on_hand - supply.blocked)
    return (UNCOVERED.at("", missing=missing),) if missing > 0 else ()
