"""What the index is asked: tokens that stand together, and how such answers are combined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

FACT = "\ue002"
"""What begins a token that no text can hold: a fact of a document, not a word in it."""


class Part(Enum):
    """A part of what is indexed of a document."""

    TITLE = "title"
    SENDER = "sender"
    CARD = "card"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens that follow each other in a part, or in any; if open, the last may go on."""

    tokens: tuple[str, ...]
    part: Part | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Answered by what answers any of these; by nothing if there are none."""

    parts: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Answered by what answers all of these, and none of ``without``."""

    parts: tuple[Match, ...]
    without: tuple[Match, ...] = ()


Match: TypeAlias = Run | AnyOf | AllOf


def any_of(parts: Iterable[Match]) -> Match:
    """Return what any of these answers, as simply as it can be said."""
    said = tuple(dict.fromkeys(parts))
    return said[0] if len(said) == 1 else AnyOf(said)
