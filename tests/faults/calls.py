"""Every k-th call of the system that fails, once and from then on: nothing half, told truly."""

from __future__ import annotations

import errno
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from tests.faults.table import Row
from tests.faults.work import Work
from tests.faults.worker import CALLS, EVERY, FAULT, REFUSED, Job
from tests.faults.workers import Site, Worker, hired, last_words, told
from tests.faults.works import SHORT


class Failure(NamedTuple):
    """How a call fails: with which error, and whether every later one does too."""

    name: str
    errno: int
    is_for_ever: bool


FAILURES = (
    Failure("no space once", errno.ENOSPC, is_for_ever=False),
    Failure("no space from then on", errno.ENOSPC, is_for_ever=True),
    Failure("disk error once", errno.EIO, is_for_ever=False),
    Failure("disk error from then on", errno.EIO, is_for_ever=True),
)


FEW = 3
"""Of the writes that follow each other in one file so many are counted: the rest is the same."""


def calls(where: Site, most: int, only: str = "") -> Iterator[Row]:
    """Let calls fail in each work, each error once and from then on; ``most`` of the calls."""
    with hired(where.disk) as worker:
        for work in SHORT.values():
            if only in work.name:
                for fails in FAILURES:
                    yield failed(where, worker, work, fails, most)


def failed(where: Site, worker: Worker, work: Work, fails: Failure, most: int) -> Row:
    """Let one call after the other fail, as many as a work makes."""
    began, template, row = time.monotonic(), where.template(work), Row(fails.name, work.name)
    of = counted(where, worker, work)
    for at in range(1, of + 1, max(1, -(-of // most))):
        with where.copy(template) as place:
            job = Job(
                work.name, str(place), str(template), "", at, fails.errno, fails.is_for_ever, FEW
            )
            ended = worker.do(job)
            untyped = "" if ended in (0, FAULT, REFUSED) else f"{at}: {last_words(place)}"
            verdict = work.prove(place, told(place))
            why = f"{at}: {verdict.why}" if verdict.why else ""
            row = row.with_run(replace(verdict, why=why), untyped)
    note = f"of {of} calls" if row.is_good else row.note
    return replace(row, seconds=time.monotonic() - began, note=note)


def counted(where: Site, worker: Worker, work: Work) -> int:
    """Return how many calls a work makes that could fail."""
    template = where.template(work)
    with where.copy(template) as place:
        job = Job(work.name, str(place), str(template), fail_at=EVERY, most_in_a_row=FEW)
        assert worker.do(job) == 0, last_words(place)
        return int((place / CALLS).read_text())
