"""The order of components: each is reckoned after all that its formula stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from app.domain.payroll.component import ComponentKind, PayComponent
from app.domain.payroll.formulas.parsing import read
from app.domain.payroll.formulas.tree import Formula
from app.domain.shared.refusals import Refusal

GROSS, LEFT = "gross", "left"
IN_GROSS = frozenset({ComponentKind.EARNING, ComponentKind.BENEFIT})
OF_ITEM = frozenset({"amount", "quantity", "percent", "rest"})
"""Names of what a person gets: a component that uses one is reckoned for each such item."""


class Circle(Refusal):
    """Components stand on each other in a circle; ``text`` names them in order."""

    code = "payroll.circle"


class ComponentTwice(Refusal):
    """Two components of one code hold on the same day."""

    code = "payroll.component-twice"


@dataclass(frozen=True, slots=True)
class Ready:
    """A component whose formula was read; ``is_of_item`` says that it needs an item."""

    component: PayComponent
    formula: Formula
    is_of_item: bool


def ordered(components: Iterable[PayComponent]) -> tuple[Ready, ...]:
    """Return components in the order in which they are reckoned.

    Raises FormulaWrong, Circle and ComponentTwice.
    """
    ready: dict[str, Ready] = {}
    for component in components:
        if component.code in ready:
            raise ComponentTwice(component=component.code)
        formula = read(component.formula)
        ready[component.code] = Ready(component, formula, bool(formula.names & OF_ITEM))
    sorter = TopologicalSorter({code: _needs(one, ready) for code, one in ready.items()})
    try:
        sorter.prepare()
    except CycleError as circle:
        raise Circle(text=" → ".join(reversed(circle.args[1]))) from None
    found: list[Ready] = []
    while sorter.is_active():
        codes = sorted(sorter.get_ready(), key=lambda code: (ready[code].component.rank, code))
        found += [ready[code] for code in codes]
        sorter.done(*codes)
    return tuple(found)


def _needs(one: Ready, ready: Mapping[str, Ready]) -> set[str]:
    """Return the codes that a formula stands on: by name, through a base, or as what is left."""
    names = one.formula.names
    found = set(names & ready.keys())
    found |= {code for code, other in ready.items() if _counts(one, other.component)}
    return found


def _counts(one: Ready, other: PayComponent) -> bool:
    """Say whether a component counts into a sum that a formula names."""
    names = one.formula.names
    in_gross = GROSS in names and other.kind in IN_GROSS
    before = LEFT in names and counts_before(other, one.component)
    return bool(names & other.bases) or in_gross or before


def counts_before(other: PayComponent, one: PayComponent) -> bool:
    """Say whether a component counts into what is left when another is reckoned."""
    if other.kind is ComponentKind.EARNING:
        return True
    is_deduction = other.kind is ComponentKind.DEDUCTION
    return is_deduction and (other.rank, other.code) < (one.rank, one.code)
