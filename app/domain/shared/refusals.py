"""What can go wrong and is known: each cause is a class with a code and facts.

OfficeError
├── Refusal       a rule said no; nothing was changed
├── NotFound      there is no such record
├── Conflict      somebody else changed the record first
└── Unavailable   the machine said no: disk full, locked, newer file, network
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from app.domain.shared.problems import Problem, plain_facts


class OfficeError(Exception):
    """A known cause; ``code`` names the sentence, ``facts`` fill it.

    ``wrote`` names the tables in which something is kept of what was asked for in vain.
    """

    code: ClassVar[str] = "office.error"
    wrote: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code, facts)
        self.facts: dict[str, object] = facts

    @property
    def plain_facts(self) -> dict[str, str]:
        """Return the facts as they are kept with what was refused, its problems apart."""
        return plain_facts({name: one for name, one in self.facts.items() if name != "problems"})


class Refusal(OfficeError):
    """A rule of the office said no."""

    code = "office.refused"


class NotFound(OfficeError):
    """There is no such record."""

    code = "office.not-found"


class Conflict(OfficeError):
    """The record was changed by somebody else since it was read."""

    code = "office.conflict"


class Unavailable(OfficeError):
    """The machine cannot do it now: disk, lock, version or network."""

    code = "office.unavailable"


class IllegalTransition(Refusal):
    """The thing cannot go from the state it is in to the one asked for."""

    code = "office.illegal-transition"


class Invalid(Refusal):
    """A form has problems; each names its field."""

    code = "office.invalid"

    def __init__(self, problems: tuple[Problem, ...], **facts: object) -> None:
        super().__init__(problems=problems, **facts)
        self.problems = problems


def as_problem(field: str, refusal: OfficeError) -> Problem:
    """Return a refusal as the problem of a field."""
    return Problem(field, refusal.code, refusal.plain_facts)


def refused_at(field: str, attempt: Callable[[], object]) -> tuple[Problem, ...]:
    """Return what an attempt was refused for as the problem of a field, or nothing."""
    try:
        attempt()
    except Refusal as refusal:
        return (as_problem(field, refusal),)
    return ()


def known_errors(root: type[OfficeError] = OfficeError) -> Iterator[type[OfficeError]]:
    """Yield every error class that has been defined, once each."""
    yield root
    for child in root.__subclasses__():
        yield from known_errors(child)
