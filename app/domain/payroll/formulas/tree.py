"""The tree of a formula: what was read, and where in the text it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.domain.shared.refusals import Refusal

TEXT_FUNCTIONS = frozenset({"rate", "band", "step"})
"""Functions whose first part is the code of a rate."""

PARTS_OF = {
    "min": (2, 10),
    "max": (2, 10),
    "if": (3, 3),
    "round_half_up": (1, 2),
    "rate": (1, 1),
    "band": (2, 2),
    "step": (2, 2),
}
"""Every function, with the fewest and the most parts that it takes."""


class FormulaWrong(Refusal):
    """A formula cannot be read or reckoned; ``why`` says what, ``at`` from which letter on."""

    code = "payroll.formula-wrong"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as it was written."""

    at: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """What the payroll, a component or an earlier step is called."""

    at: int
    name: str


@dataclass(frozen=True, slots=True)
class Negated:
    """The opposite of a number."""

    at: int
    part: Node


@dataclass(frozen=True, slots=True)
class Operation:
    """Two numbers and the sign between them."""

    at: int
    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A function of its parts; ``code`` is that of the rate it reads."""

    at: int
    function: str
    code: str
    parts: tuple[Node, ...]


Node = Number | Name | Negated | Operation | Call


@dataclass(frozen=True, slots=True)
class Step:
    """A figure on the way, with its name."""

    at: int
    name: str
    node: Node


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read; ``names`` and ``rates`` are what it needs from outside."""

    text: str
    steps: tuple[Step, ...]
    result: Node
    names: frozenset[str]
    rates: frozenset[str]


def wrong(why: str, at: int, text: str, **facts: Any) -> FormulaWrong:
    """Return the refusal of a formula: what is wrong, from which letter on (counted from 1)."""
    return FormulaWrong(why=why, at=at + 1, text=text[at : at + 20], **facts)
