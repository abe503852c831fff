"""Checks: what is wrong with a component before anybody is paid by it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from app.domain.payroll.component import PayComponent
from app.domain.payroll.formulas.parsing import read
from app.domain.payroll.formulas.tree import PARTS_OF, Formula, Name, Node, wrong
from app.domain.payroll.ordering import GROSS, LEFT, ordered
from app.domain.payroll.payee import FIGURES
from app.domain.payroll.rates import Rates
from app.domain.payroll.reckoning import BASES, BEFORE
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal, as_problem, refused_at

COMPONENT_CODE_WRONG = Rule("payroll.component-code-wrong", "text")
COMPONENT_NAME_MISSING = Rule("payroll.component-name-missing")
COMPONENT_ENDS_BEFORE = Rule("payroll.component-ends-before", "first", "last")
BASE_UNKNOWN = Rule("payroll.base-unknown", "base")
_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
GIVEN = frozenset({*FIGURES, *BASES, GROSS, LEFT, *(f"{BEFORE}{base}" for base in (*BASES, GROSS))})
"""The names that stand for a figure in every formula."""

RESERVED = GIVEN | PARTS_OF.keys()


def check_components(components: Iterable[PayComponent], rates: Rates) -> tuple[Problem, ...]:
    """Return what is wrong with components that hold together; the field is a component's code."""
    found: list[Problem] = []
    held = tuple(components)
    codes = frozenset(one.code for one in held)
    for component in held:
        problems = check_component(component, codes, rates)
        found += (replace(one, field=f"{component.code}.{one.field}") for one in problems)
    return tuple(found) or refused_at("components", lambda: ordered(held))


def check_component(
    component: PayComponent, codes: frozenset[str], rates: Rates
) -> tuple[Problem, ...]:
    """Return what is wrong with one component beside others of these codes."""
    found: list[Problem] = []
    if not _CODE.fullmatch(component.code) or component.code in RESERVED:
        found.append(COMPONENT_CODE_WRONG.at("code", text=component.code))
    if not any(name.strip() for name in component.names.values()):
        found.append(COMPONENT_NAME_MISSING.at("names"))
    if component.valid_until is not None and component.valid_until < component.valid_from:
        first, last = component.valid_from, component.valid_until
        found.append(COMPONENT_ENDS_BEFORE.at("valid_until", first=first, last=last))
    found += (BASE_UNKNOWN.at("bases", base=one) for one in sorted(component.bases - BASES))
    return (*found, *check_formula(component.formula, codes | {component.code}, rates))


def check_formula(text: str, codes: frozenset[str], rates: Rates) -> tuple[Problem, ...]:
    """Return what is wrong with a formula, with its place: how it is written, names and rates."""
    try:
        formula = read(text)
    except Refusal as refusal:
        return (as_problem("formula", refusal),)
    found = [
        as_problem("formula", wrong("unknown-name", _place(formula, name), text, name=name))
        for name in sorted(formula.names - codes - GIVEN)
    ]
    found += (
        as_problem("formula", wrong("unknown-rate", text.find(f'"{code}"'), text, rate=code))
        for code in sorted(formula.rates)
        if not rates.knows(code)
    )
    return tuple(found)


def _place(formula: Formula, name: str) -> int:
    """Return where a formula first says a name."""
    nodes: list[Node] = [*(step.node for step in formula.steps), formula.result]
    places = [0]
    while nodes:
        node = nodes.pop()
        if isinstance(node, Name) and node.name == name:
            places.append(node.at)
        nodes += _parts(node)
    return min(places[1:], default=0)


def _parts(node: Node) -> tuple[Node, ...]:
    found = (getattr(node, part, None) for part in ("part", "left", "right"))
    return (*(one for one in found if one is not None), *getattr(node, "parts", ()))
