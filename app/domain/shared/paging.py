"""How a list is asked for: words to find, states to keep, a column to sort by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from app.domain.shared.refusals import Refusal

S = TypeVar("S", bound=Enum)

MOST_WORDS = 64
"""How many words narrow a list; further ones that somebody pasted are not looked for."""

Spine = Sequence[int]
"""The ids of a list in its order; storage fills an ``array('q')``."""


@dataclass(frozen=True, slots=True)
class View:
    """What a list shows: ``sort`` is a column name of the feature, ``only`` are state names."""

    words: str = ""
    only: tuple[str, ...] = ()
    sort: str = ""
    is_descending: bool = False


class UnknownSort(Refusal):
    """The list cannot be sorted by this; ``known`` says by what it can."""

    code = "view.unknown-sort"


class UnknownState(Refusal):
    """The list has no such state to keep; ``known`` says which it has."""

    code = "view.unknown-state"


def looked_for(words: str) -> tuple[str, ...]:
    """Return the words that narrow a list, of whatever was written or pasted."""
    return tuple(words.split()[:MOST_WORDS])


def states_of(kind: type[S], names: Sequence[str]) -> tuple[S, ...]:
    """Return the states of these names; raises UnknownState."""
    found = {str(one.value): one for one in kind}
    for name in names:
        if name not in found:
            raise UnknownState(state=name, known=", ".join(found))
    return tuple(found[name] for name in names)


def sort_of(kind: type[S], name: str, default: S) -> S:
    """Return the sort of a name, or the default for none; raises UnknownSort."""
    found = {str(one.value): one for one in kind} | {"": default}
    if name not in found:
        raise UnknownSort(sort=name, known=", ".join(str(one.value) for one in kind))
    return found[name]
