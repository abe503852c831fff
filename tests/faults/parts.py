"""Parts of a run of faults, tried by several processes at once, each in a place of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import NamedTuple

from tests.faults.runs import FAULTS
from tests.faults.table import Row
from tests.faults.worker import make_cheap
from tests.faults.workers import site


class Part(NamedTuple):
    """A fault over the works whose name holds a word, tried so often."""

    fault: str
    tries: int
    only: str


def found(tasks: Sequence[Part], jobs: int) -> Iterator[Row]:
    """Yield the rows of all parts as they come, from so many processes."""
    if jobs == 1:
        for task in tasks:
            yield from tried(task)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), max_tasks_per_child=1) as processes:
        for done in as_completed([processes.submit(tried, task) for task in tasks]):
            yield from done.result()


def tried(part: Part) -> list[Row]:
    """Try a part in a place of its own."""
    make_cheap()
    (fault,) = (one for one in FAULTS if one.name == part.fault)
    with site() as where:
        return list(fault.run(where, part.tries, part.only))
