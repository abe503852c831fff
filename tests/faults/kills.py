"""Kills at any instant of any work: what was told is there, nothing is half."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from tests.faults.table import Row
from tests.faults.work import Work
from tests.faults.worker import Job
from tests.faults.workers import Site, Worker, hired, last_words, told
from tests.faults.works import WORKS

FAULT = "kill"
SEED = 686_56
A_LITTLE_LONGER = 1.05


def kills(where: Site, rounds: int, only: str = "") -> Iterator[Row]:
    """Kill a worker so often in each work."""
    with hired() as worker:
        for work in WORKS.values():
            if only in work.name:
                yield killed(where, worker, work, rounds)


def killed(where: Site, worker: Worker, work: Work, rounds: int) -> Row:
    """Kill a worker at instants between the beginning of a work and its end."""
    chance, began = random.Random(f"{SEED} {work.name}"), time.monotonic()  # noqa: S311  the same instants every time
    row, longest, stopped = Row(FAULT, work.name), _longest(where, worker, work), 0
    template = where.template(work)
    for _ in range(rounds):
        with where.copy(template) as place:
            process = worker.begin(Job(work.name, str(place), str(template)))
            time.sleep(chance.uniform(0.0, longest))
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            ended = worker.ended()
            stopped += ended == -signal.SIGKILL
            is_typed = ended in (0, -signal.SIGKILL)
            row = row.with_run(
                work.prove(place, told(place)), "" if is_typed else last_words(place)
            )
    note = row.note or f"{stopped} at work"
    return replace(row, seconds=time.monotonic() - began, note=note)


def _longest(where: Site, worker: Worker, work: Work) -> float:
    """Return how long a work takes that nobody stops; the first time a worker practises it."""
    template = where.template(work)
    for _ in range(2):
        with where.copy(template) as place:
            worker_began = time.monotonic()
            assert worker.do(Job(work.name, str(place), str(template))) == 0, last_words(place)
            took = time.monotonic() - worker_began
    return took * A_LITTLE_LONGER
