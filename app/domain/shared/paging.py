"""How a list is asked for: words to find, states to keep, a column to sort by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Spine = Sequence[int]
"""The ids of a list in its order; storage fills an ``array('q')``."""


@dataclass(frozen=True, slots=True)
class View:
    """What a list shows: ``sort`` is a column name of the feature, ``only`` are state names."""

    words: str = ""
    only: tuple[str, ...] = ()
    sort: str = ""
    is_descending: bool = False
