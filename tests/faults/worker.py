"""A worker in a process of its own, who can be killed: forks for each job it is given.

Reads jobs as JSON lines, answers each with the id of the process that does it, and with how that
ended. What a worker tells is written to a file at once, line by line.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.domain.shared.refusals import OfficeError, Unavailable
from app.services import table_sources
from app.storage import keys, place
from tests.faults import works
from tests.faults.work import ACKS

FAULT, REFUSED, BROKEN = 3, 4, 1
CALLS = "calls"
EVERY = 1_000_000
"""More calls than a work makes: none fails, and they are counted."""
SMALL_BALLAST = 64 << 10
CHEAP_KIB = 64


@dataclass(frozen=True, slots=True)
class Job:
    """A work in a place; the disk may record, or fail at the n-th change from then on.

    ``most_in_a_row`` counts so many writes at most of those that follow each other in one file.
    """

    work: str
    place: str
    template: str
    record: str = ""
    fail_at: int = 0
    errno: int = 28
    is_for_ever: bool = False
    most_in_a_row: int = 0


def main() -> None:
    """Do the jobs that come, each in a fork."""
    make_cheap()
    for line in sys.stdin:
        job = Job(**json.loads(line))
        practise(job.work, job.template)
        child = os.fork()
        if child == 0:
            os._exit(work(job))
        _say(child)
        _, status = os.waitpid(child, 0)
        _say(os.waitstatus_to_exitcode(status))


def make_cheap() -> None:
    """Hold back little of the disk, stretch passwords little, and start no process to read."""
    vars(table_sources)["apart"] = _here
    vars(place)["BALLAST_BYTES"] = SMALL_BALLAST
    vars(keys)["MEMORY_KIB"] = CHEAP_KIB
    vars(keys)["TIME"] = 1


@cache
def practise(name: str, template: str) -> None:
    """Do a work in a place that is gone then: each fork finds loaded what that takes."""
    with TemporaryDirectory(prefix="backdesk-practice-") as folder:
        copied = Path(shutil.copytree(template, Path(folder) / "place"))
        works.EVERY[name].run(copied, lambda _line: None)


def _here(function: Callable[..., Any], *args: Any, bound: object = None) -> Any:
    """Read a table in this process: that a reader may break down is tested by itself."""
    return function(*args)


def work(job: Job) -> int:
    """Do a job and return how it ended, as a code."""
    where = Path(job.place)
    if not job.fail_at:
        _watch(job)
    acks = os.open(where / ACKS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    if job.fail_at:
        _watch(job)
    try:
        works.EVERY[job.work].run(where, lambda line: _tell(acks, line))
        if job.fail_at == EVERY:
            (where / CALLS).write_text(str(ctypes.CDLL(None).disk_counted()))
    except Unavailable as fault:
        _tell(acks, f"! {fault.code} {fault.facts}")
        return FAULT
    except OfficeError as refusal:
        _tell(acks, f"! {refusal.code} {refusal.facts}")
        return REFUSED
    except BaseException as error:  # noqa: BLE001  a fork must not return into its parent's work
        _tell(acks, f"? {error!r}")
        return BROKEN
    return 0


def _tell(acks: int, line: str) -> None:
    one_line = line.replace("\n", " ")
    os.write(acks, f"{one_line}\n".encode())


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _watch(job: Job) -> None:
    if job.record or job.fail_at:
        disk = ctypes.CDLL(None)
        disk.disk_watch(job.place.encode(), job.record.encode())
        disk.disk_count_few(job.most_in_a_row)
        disk.disk_fail(job.fail_at, job.errno, int(job.is_for_ever))


def asked(job: Job) -> str:
    """Return a job as the line that a worker reads."""
    return json.dumps(asdict(job)) + "\n"


if __name__ == "__main__":
    main()
