"""The board: in which lane of the day's work an order stands, and how it gets to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.shared.refusals import Refusal


class Stage(Enum):
    """The lanes, as work goes from left to right; an order stands in one of them or is over.

    Held waits by a clerk's word. Of the others a delivery that is being picked or packed counts
    before what is ready to be picked, that before goods that are missing, and last comes what
    only has to be invoiced.
    """

    DRAFT = "draft"
    HELD = "held"
    WAITING = "waiting"
    READY = "ready"
    PICKING = "picking"
    BILLABLE = "billable"


class Step(Enum):
    """What takes an order from one lane to another."""

    CONFIRM = "confirm"
    HOLD = "hold"
    RELEASE = "release"
    PLAN = "plan"


class NoSuchWay(Refusal):
    """No step leads from one lane to the other: goods that are missing are not picked by a wish."""

    code = "orders.no-such-way"


@dataclass(frozen=True, slots=True)
class DayOrders:
    """What is promised for a day: how many orders, the first customers, and whether it is late."""

    count: int
    names: tuple[str, ...]
    is_late: bool


_OPEN = (Stage.WAITING, Stage.READY, Stage.PICKING, Stage.BILLABLE)
_STEPS: dict[tuple[Stage, Stage], Step] = {
    **{(Stage.DRAFT, to): Step.CONFIRM for to in (Stage.WAITING, Stage.READY)},
    **{(stage, Stage.HELD): Step.HOLD for stage in _OPEN},
    **{(Stage.HELD, to): Step.RELEASE for to in _OPEN},
    (Stage.READY, Stage.PICKING): Step.PLAN,
}


def step_between(stage: Stage, wanted: Stage) -> Step:
    """Return what takes an order from its lane to another; raises NoSuchWay.

    Where it then stands is worked out anew: a released order may still wait for goods.
    """
    found = _STEPS.get((stage, wanted))
    if found is None:
        raise NoSuchWay(stage=stage.value, wanted=wanted.value)
    return found
