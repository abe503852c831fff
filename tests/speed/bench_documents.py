"""Paper: how fast it is made beside a tuned canvas that only draws what it is told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tests.speed import documents
from tests.speed.bench import Figure, Site, bench


@bench("documents", row=7)
def papers(site: Site) -> Iterator[Figure]:
    """Measure paper once, whatever the size of the office."""
    for one in _figures():
        beside = one.against.removeprefix(one.unit).strip(" ,")
        yield Figure(one.name, one.ours, one.limit, beside, one.unit, ratio=one.goal)


@cache
def _figures() -> tuple[documents.Figure, ...]:
    return tuple(documents.figures())
