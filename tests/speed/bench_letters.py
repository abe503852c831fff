"""Letters: beside plain platypus, a bare canvas, the same in English, and LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator

from tests.speed import letters
from tests.speed.bench import Figure, Site, bench


@bench("letters", row=8, sized=False)
def paper(site: Site) -> Iterator[Figure]:
    for one in letters.figures():
        unit, against = one.unit.strip(), one.against.partition(" ")[2].strip()
        yield Figure(one.name, one.ours, one.limit, against, unit, ratio=one.goal)
    ours, office = letters.batch()
    against = "LibreOffice" if office else "LibreOffice: not installed"
    yield Figure(f"Letter in a batch of {letters.BATCH}", ours, office, against, ratio=1)
