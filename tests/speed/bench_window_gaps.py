"""What a clerk does first, in the whole window: the longest time for which it stood still."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from tempfile import TemporaryDirectory

from tests.speed.bench import Figure, Site, bench
from tests.speed.bench_window import copied, told
from tests.speed.window_gaps import LINES, TABS

ROUNDS = 5
GOAL = 50
STEPS = {
    "enter": "enter the office",
    "load": "while what prints is loaded",
    "editor": "open the editor",
    "paste": f"paste {LINES:,} lines",
    **{f"tab {name}": f"show the tab {name} first" for name in TABS},
    "back": "go back to a tab",
}


@bench("window gaps", row=4)
def window_gaps(site: Site) -> Iterator[Figure]:
    """Walk through the window in processes of their own; the first round only warms up."""
    seen = []
    with TemporaryDirectory() as place:
        for _ in range(ROUNDS + 1):
            with copied(site.folder) as office:
                seen.append(told(place, "tests.speed.window_gaps", str(office)))
    for name, what in STEPS.items():
        gap = median(one[name] for one in seen[1:])
        yield Figure(f"longest gap: {what}", gap, None, at_most=GOAL)
    memory = median(one["memory"] for one in seen[1:])
    yield Figure("most memory, all tabs and papers loaded", memory, None, unit="MB", at_most=130)
