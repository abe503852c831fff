"""What the queries of lists answer alike: how many stand where, and which one bears a number."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from app.domain.shared.refusals import NotFound

State = TypeVar("State", bound=Enum)
Known = TypeVar("Known")


def in_each(states: type[State], found: Mapping[State, int]) -> Mapping[str, int]:
    """Return how many stand in each state, nought where there are none."""
    return {state.value: found.get(state, 0) for state in states}


def bearing(number: str, record: str, found: Known | None) -> Known:
    """Return what was found by its number; raises NotFound where nothing was."""
    if found is None:
        raise NotFound(record=record, number=number)
    return found
