"""Which faults there are, and how often each is tried at full scale."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.faults.calls import calls
from tests.faults.cuts import cuts
from tests.faults.flips import flips
from tests.faults.kills import kills
from tests.faults.malformed import malformed
from tests.faults.mutants import mutants
from tests.faults.paced import paced
from tests.faults.table import Row
from tests.faults.workers import Site


class Fault(NamedTuple):
    """A fault by its name; ``run`` tries it so often, over the works whose name holds a word."""

    name: str
    full: int
    run: Callable[[Site, int, str], Iterator[Row]]

    def tries(self, scale: float) -> int:
        """Return how often it is tried at a scale; once at least."""
        return max(1, round(self.full * scale))


FAULTS = (
    Fault("kills", 80, kills),
    Fault("cuts", 1500, cuts),
    Fault("calls", 400, calls),
    Fault("flips", 1000, flips),
    Fault("malformed", 10_000, malformed),
    Fault("paced", 60, paced),
    Fault("mutants", 1, mutants),
)
