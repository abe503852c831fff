"""Paper: invoices and letters beside a bare canvas; what is measured is in ``documents``."""

from __future__ import annotations

from collections.abc import Iterator

from tests.speed import documents
from tests.speed.bench import Figure, Site, bench


@bench("documents", row=7, sized=False)
def paper(site: Site) -> Iterator[Figure]:
    for one in documents.figures():
        unit, against = one.unit.strip(), one.against.partition(" ")[2].strip()
        yield Figure(one.name, one.ours, one.limit, against, unit, ratio=one.goal)
