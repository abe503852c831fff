"""Managing: who leads whom goes up to somebody, and never round in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=int)


def above(one: Key, parents: Mapping[Key, Key | None]) -> Iterator[Key]:
    """Yield who stands above one, the nearest first; a circle is walked once."""
    seen = {one}
    step = parents.get(one)
    while step is not None and step not in seen:
        yield step
        seen.add(step)
        step = parents.get(step)


def is_circle(one: Key, parent: Key, parents: Mapping[Key, Key | None]) -> bool:
    """Say whether one would stand above itself if this parent led it."""
    return one == parent or one in above(parent, parents)
