"""Benches: what is measured, beside the limit it is held against, in the same run.

    @bench("trial balance", row=10)
    def trial_balance(site: Site) -> Iterator[Figure]:
        ours, limit = site.interleaved(ask, ask_raw)
        yield Figure("to a month's end", ours, limit, "full sum over a covering index", at_most=10)

A file ``bench_<feature>.py`` beside this one is found by itself; ``row`` is that of PERFORMANCE.
What needs no office is marked ``sized=False`` and runs once, whatever sizes are asked for.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import NamedTuple

from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.speed.offices import kept_office

ROUNDS = 15


class Figure(NamedTuple):
    """One line of the table: what we need and what the limit needs, in the same unit.

    ``ratio`` is the most that ours may be of the limit, ``at_most`` the most that it may be at
    all; a figure without either is only shown.
    """

    what: str
    ours: float
    limit: float | None
    against: str = ""
    unit: str = "ms"
    ratio: float | None = None
    at_most: float | None = None

    @property
    def is_reached(self) -> bool:
        """Say whether the goal is reached; what has none always is."""
        times = self.ours / self.limit if self.limit else 0.0
        within = self.ratio is None or times <= self.ratio
        return within and (self.at_most is None or self.ours <= self.at_most)


@dataclass
class Site:
    """Where a bench works: an office of a size, kept for reading or copied for writing."""

    size: int
    told: Callable[[str], None] = print
    rounds: int = ROUNDS
    _open: list[Office] = field(default_factory=list)

    @cached_property
    def folder(self) -> Path:
        """Return the folder of the kept office; nothing may be written there."""
        return kept_office(self.size, self.told)

    @cached_property
    def office(self) -> Office:
        """Return the kept office, open for reading only."""
        return self._opened(self.folder, "reader")

    @contextmanager
    def copied(self) -> Iterator[Office]:
        """Open a copy of the office that may be written to."""
        with tempfile.TemporaryDirectory(dir=self.folder.parent, prefix="copy-") as place:
            folder = Path(place) / "Speed.backdesk"
            shutil.copytree(self.folder, folder)
            office = self._opened(folder, "window")
            try:
                yield office
            finally:
                self._open.remove(office)
                office.close()

    def interleaved(
        self, ours: Callable[[], object], limit: Callable[[], object], *, rounds: int = 0
    ) -> tuple[float, float]:
        """Return the median milliseconds of both, run in turns; their answers must be equal."""
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(rounds or self.rounds):
            answers = [_timed(one, kept) for one, kept in zip((ours, limit), times, strict=True)]
            if answers[0] != answers[1]:
                raise AssertionError(answers)
        return median(times[0]), median(times[1])

    def alone(self, ours: Callable[[], object], *, rounds: int = 0) -> list[float]:
        """Return the milliseconds of every round, the fastest first."""
        kept: list[float] = []
        for _ in range(rounds or self.rounds):
            _timed(ours, kept)
        return sorted(kept)

    def close(self) -> None:
        """Close what is open."""
        for office in self._open:
            office.close()

    def _opened(self, folder: Path, wants: str) -> Office:
        office = Office(open_office(folder, wants=wants), FixedClock(TODAY), Actor("Bench"))
        self._open.append(office)
        return office


Measure = Callable[[Site], Iterator[Figure]]


class Bench(NamedTuple):
    """One measurement by its name, with its row in PERFORMANCE."""

    name: str
    row: int
    measure: Measure
    is_sized: bool = True


_known: list[Bench] = []


def bench(name: str, *, row: int, sized: bool = True) -> Callable[[Measure], Measure]:
    """Register a measurement under a name."""

    def note(measure: Measure) -> Measure:
        _known.append(Bench(name, row, measure, sized))
        return measure

    return note


def benches(wanted: str = "") -> tuple[Bench, ...]:
    """Return every bench whose name holds a word, in the order of the rows."""
    for found in pkgutil.iter_modules([str(Path(__file__).parent)], "tests.speed."):
        if found.name.rpartition(".")[2].startswith("bench_"):
            importlib.import_module(found.name)
    chosen = (one for one in _known if wanted in one.name)
    return tuple(sorted(chosen, key=lambda one: (one.row, one.name)))


def _timed(run: Callable[[], object], kept: list[float]) -> object:
    gc.collect()
    gc.disable()
    try:
        began = time.perf_counter()
        answer = run()
        kept.append((time.perf_counter() - began) * 1000)
    finally:
        gc.enable()
    return answer
