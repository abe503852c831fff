"""Using components: which others stand on one, by its name or through a base it counts into."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.payroll.component import PayComponent
from app.domain.payroll.formulas.parsing import read
from app.domain.shared.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Standing:
    """The components that stand on one: ``named`` by its code, ``counted`` through its bases."""

    named: tuple[PayComponent, ...]
    counted: tuple[PayComponent, ...]


def standing_on(one: PayComponent, others: Iterable[PayComponent]) -> Standing:
    """Return the components whose formulas need another."""
    held = [other for other in others if other.code != one.code]
    named = tuple(other for other in held if one.code in _names(other))
    counted = tuple(other for other in held if other not in named and _names(other) & one.bases)
    return Standing(named, counted)


def reading(code: str, components: Iterable[PayComponent]) -> tuple[PayComponent, ...]:
    """Return the components whose formulas read a rate."""
    return tuple(one for one in components if code in _rates(one))


def _names(component: PayComponent) -> frozenset[str]:
    try:
        return read(component.formula).names
    except Refusal:
        return frozenset()


def _rates(component: PayComponent) -> frozenset[str]:
    try:
        return read(component.formula).rates
    except Refusal:
        return frozenset()
