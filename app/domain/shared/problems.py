"""Problems of a form: which field, which rule; collected, never raised while typing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field.

    ``field`` is a dotted path (``lines.2.quantity``; lines count from 0), ``code`` names the
    sentence, ``facts`` fill it. ``is_warning`` marks what a clerk may accept.
    """

    field: str
    code: str
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    is_warning: bool = False


class Rule:
    """A rule of a form: its code, the facts its sentence needs, whether it only warns.

    Facts are plain texts: numbers with a point, days as ISO 8601.
    """

    def __init__(self, code: str, *facts: str, is_warning: bool = False) -> None:
        self.code = code
        self.facts = frozenset(facts)
        self.is_warning = is_warning
        _rules[code] = self

    def at(self, field: str, **facts: object) -> Problem:
        """Return the problem of a field that breaks this rule, with all the facts it needs."""
        if facts.keys() != self.facts:
            raise TypeError(self.code, sorted(self.facts), sorted(facts))
        return Problem(field, self.code, plain_facts(facts), self.is_warning)


def plain_facts(facts: Mapping[str, object]) -> dict[str, str]:
    """Return facts as the plain texts that sentences read again, wherever they were kept.

    A day and a moment are as ISO 8601 writes them, a number has a point, an amount its currency
    behind it; what is not known is empty.
    """
    return {name: _plain(fact) for name, fact in facts.items()}


def _plain(fact: object) -> str:
    match fact:
        case None:
            return ""
        case Enum():
            return str(fact.value)
        case datetime():
            return fact.isoformat()
        case tuple() | list():
            return ", ".join(map(_plain, fact))
    return str(fact)


_rules: dict[str, Rule] = {}


def known_rules() -> Iterator[Rule]:
    """Yield every rule of the modules that are loaded, by code."""
    for code in sorted(_rules):
        yield _rules[code]


def within(field: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems of a part as problems of the whole: ``iban`` in ``accounts.0``."""
    return tuple(
        dataclasses.replace(problem, field=f"{field}.{problem.field}" if problem.field else field)
        for problem in problems
    )
