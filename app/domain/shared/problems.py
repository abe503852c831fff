"""Problems of a form: which field, which rule; collected, never raised while typing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


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
        written = {name: str(fact) for name, fact in facts.items()}
        return Problem(field, self.code, written, self.is_warning)


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
