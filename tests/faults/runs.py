"""Which faults there are, and how often each is tried at full scale."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.faults.calls import calls
from tests.faults.cuts import cuts
from tests.faults.flips import PARTS, flips
from tests.faults.full import full
from tests.faults.kills import kills
from tests.faults.malformed import FAMILIES, malformed
from tests.faults.mutants import MUTANTS, mutants
from tests.faults.paced import AT_A_SERVER, SCENES, paced
from tests.faults.served import dying, served
from tests.faults.swaps import swaps
from tests.faults.table import Row
from tests.faults.together import LOADED, together
from tests.faults.together import SCENES as CROWDS
from tests.faults.workers import Site
from tests.faults.works import SHORT, WORKS
from tests.storage.faults.server_works import WORKS as ISSUED


class Fault(NamedTuple):
    """A fault by its name; ``run`` tries it so often, over the works whose name holds a word.

    ``over`` names what may be tried by another process each.
    """

    name: str
    full: int
    run: Callable[[Site, int, str], Iterator[Row]]
    over: tuple[str, ...] = ("",)

    def tries(self, scale: float) -> int:
        """Return how often it is tried at a scale; once at least."""
        return max(1, round(self.full * scale))


FAULTS = (
    Fault("kills", 80, kills, tuple(WORKS)),
    Fault("cuts", 1500, cuts, tuple(WORKS)),
    Fault("calls", 1000, calls, tuple(SHORT)),
    Fault("full", 12, full, tuple(SHORT)),
    Fault("flips", 1000, flips, (*PARTS, "backups")),
    Fault("swaps", 1, swaps),
    Fault("together", 50, together, (*CROWDS, LOADED)),
    Fault("malformed", 10_000, malformed, tuple(FAMILIES)),
    Fault("paced", 60, paced, (*SCENES, AT_A_SERVER)),
    Fault("server", 1000, served, tuple(ISSUED)),
    Fault("crashes", 25, dying),
    Fault("mutants", 1, mutants, tuple(one.name for one in MUTANTS)),
)
