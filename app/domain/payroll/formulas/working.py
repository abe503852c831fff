"""Working a formula out: by the figures given, half up, with every step written down."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from typing import Protocol

from app.domain.payroll.component import RateTable
from app.domain.payroll.formulas.tree import (
    Call,
    Formula,
    Name,
    Negated,
    Node,
    Number,
    Operation,
    wrong,
)
from app.domain.payroll.payroll import Why

LARGEST = Decimal(10) ** 15
MOST_PLACES = 6
HUNDRED = Decimal(100)
_CONTEXT = Context(prec=34, rounding=ROUND_HALF_UP)
_SIGNS: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
_COMPARISONS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}


class Given(Protocol):
    """What the payroll knows while a formula is worked out."""

    def figure(self, name: str) -> Decimal | None: ...

    def rate(self, code: str) -> RateTable: ...

    def told(self, name: str) -> tuple[Why, ...]: ...


def work_out(formula: Formula, given: Given) -> tuple[Decimal, tuple[Why, ...]]:
    """Return the result and how it came about; raises FormulaWrong and what rates raise."""
    with localcontext(_CONTEXT):
        return _Working(formula, given).done()


class _Working:
    """One formula with the figures of one payslip."""

    def __init__(self, formula: Formula, given: Given) -> None:
        self._formula, self._given = formula, given
        self._own: dict[str, Decimal] = {}
        self._why: dict[str, Why] = {}

    def done(self) -> tuple[Decimal, tuple[Why, ...]]:
        """Work out step by step."""
        for step in self._formula.steps:
            value = self._value(step.node)
            self._own[step.name] = value
            self._note("own", step.name, value)
        result = self._value(self._formula.result)
        self._why["formula"] = Why("formula", self._formula.text)
        return result, tuple(self._why.values())

    def _note(self, kind: str, name: str, value: Decimal, source: str = "") -> None:
        self._why.setdefault(f"{kind}:{name}", Why(f"{kind}:{name}", written(value), source))

    def _value(self, node: Node) -> Decimal:
        match node:
            case Number():
                value = node.value
            case Name():
                value = self._named(node)
            case Negated():
                value = -self._value(node.part)
            case Operation():
                value = self._operated(node)
            case Call():
                value = self._called(node)
        if abs(value) >= LARGEST:
            raise wrong("too-large", node.at, self._formula.text)
        return value

    def _named(self, node: Name) -> Decimal:
        if node.name in self._own:
            return self._own[node.name]
        value = self._given.figure(node.name)
        if value is None:
            raise wrong("unknown-name", node.at, self._formula.text, name=node.name)
        for why in self._given.told(node.name):
            self._why.setdefault(why.name, why)
        self._note("figure", node.name, value)
        return value

    def _operated(self, node: Operation) -> Decimal:
        left, right = self._value(node.left), self._value(node.right)
        if node.sign != "/":
            return _SIGNS[node.sign](left, right)
        if not right:
            raise wrong("divided-by-zero", node.at, self._formula.text)
        return left / right

    def _called(self, node: Call) -> Decimal:
        if node.code:
            return self._of_rate(node)
        if node.function == "if":
            return self._value(node.parts[1 if self._holds(node.parts[0]) else 2])
        parts = [self._value(part) for part in node.parts]
        if node.function == "round_half_up":
            return self._rounded(node, parts)
        return min(parts) if node.function == "min" else max(parts)

    def _holds(self, node: Node) -> bool:
        if not isinstance(node, Operation):
            raise wrong("number-not-truth", node.at, self._formula.text)
        return _COMPARISONS[node.sign](self._value(node.left), self._value(node.right))

    def _rounded(self, node: Call, parts: list[Decimal]) -> Decimal:
        places = parts[1] if len(parts) > 1 else Decimal(0)
        if places != int(places) or not 0 <= places <= MOST_PLACES:
            raise wrong("places", node.at, self._formula.text, most=MOST_PLACES)
        return parts[0].quantize(Decimal(1).scaleb(-int(places)), rounding=ROUND_HALF_UP)

    def _of_rate(self, node: Call) -> Decimal:
        table = self._given.rate(node.code)
        if (node.function == "rate") == (table.value is None):
            raise wrong("other-kind-of-rate", node.at, self._formula.text, rate=node.code)
        if table.value is not None:
            self._note("rate", node.code, table.value, table.source)
            return table.value
        at = self._value(node.parts[0])
        value = banded(table, at) if node.function == "band" else stepped(table, at)
        self._note(node.function, node.code, value, table.source)
        return value


def banded(table: RateTable, value: Decimal) -> Decimal:
    """Return what a scale adds up to: of every band that is reached its percentage."""
    ends = [band.above for band in table.bands[1:]]
    parts = (
        (min(value, end) if end is not None else value, band)
        for band, end in zip(table.bands, [*ends, None], strict=True)
    )
    due = (max(Decimal(0), top - band.above) * band.percent for top, band in parts)
    return sum(due, Decimal(0)) / HUNDRED


def stepped(table: RateTable, value: Decimal) -> Decimal:
    """Return the percentage that holds at a figure: that of the highest band it reaches."""
    reached = [band.percent for band in table.bands if band.above <= value]
    return reached[-1] if reached else Decimal(0)


def written(value: Decimal) -> str:
    """Return a number with a point and no needless noughts."""
    text = f"{value.quantize(Decimal('0.000001'), rounding=ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
