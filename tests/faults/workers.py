"""What a run of faults does with a worker in another process, and with the places it works in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from tests.faults.work import ACKS, Work
from tests.faults.worker import Job, asked

ROOT = Path(__file__).parents[2]
DISK = ROOT / "tests/storage/faults/disk.c"


class NoDisk(Exception):
    """The disk that records and fails needs Linux and a C compiler."""


@dataclass(slots=True)
class Worker:
    """A process that forks for each job."""

    process: subprocess.Popen[str]

    def begin(self, job: Job) -> int:
        """Begin a job and return the process that does it."""
        self._to.write(asked(job))
        self._to.flush()
        return int(self._from.readline())

    def ended(self) -> int:
        """Wait for the job's end and return its exit code, negative for a signal."""
        return int(self._from.readline())

    def do(self, job: Job) -> int:
        """Do a job to its end."""
        self.begin(job)
        return self.ended()

    @property
    def _to(self) -> IO[str]:
        assert self.process.stdin is not None
        return self.process.stdin

    @property
    def _from(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout


@contextmanager
def hired(disk: Path | None = None) -> Iterator[Worker]:
    """Give a worker, on a disk that records and fails if there is one."""
    more = {"LD_PRELOAD": str(disk)} if disk else {}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.worker"],
        cwd=ROOT,
        env=os.environ | more,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Worker(process)
        assert process.stdin is not None
        process.stdin.close()


def disk_in(folder: Path) -> Path:
    """Make the library that records and fails; raises NoDisk."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        raise NoDisk
    library = folder / "disk.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(DISK), "-ldl"]
    subprocess.run(command, check=True)
    return library


@dataclass
class Site:
    """Where runs of faults happen: templates of places, and copies that are worked in."""

    root: Path

    @cached_property
    def disk(self) -> Path:
        """The library that records and fails; raises NoDisk."""
        return disk_in(self.root)

    def template(self, work: Work) -> Path:
        """Return the place that a work begins in; to be copied."""
        path = self.root / f"template-{work.name}"
        if not path.exists():
            path.mkdir()
            work.prepare(path)
        return path

    @contextmanager
    def copy(self, source: Path) -> Iterator[Path]:
        """Give a copy of a place, gone afterwards.

        It always has one name: what a place wrote down of itself is true of its copy too.
        """
        path = self.root / "place"
        shutil.copytree(source, path)
        try:
            yield path
        finally:
            shutil.rmtree(path)


MEMORY = Path("/dev/shm")  # noqa: S108  a folder of one's own is made in it
ROOM = 1 << 30


def quick() -> Path | None:
    """Return where files lie in memory, if there is room: what is synced is told by the record."""
    is_there = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if is_there else None


@contextmanager
def site(under: Path | None = None) -> Iterator[Site]:
    """Give a site that is gone afterwards; in memory, if no other place is named."""
    under = under or quick()
    with TemporaryDirectory(prefix="backdesk-faults-", dir=under) as folder:
        yield Site(Path(folder))


def told(place: Path) -> list[str]:
    """Return what a worker has told as done: whole lines only."""
    acks = place / ACKS
    lines = acks.read_text().split("\n")[:-1] if acks.exists() else []
    return [line for line in lines if line[0] not in "!?"]


def last_words(place: Path) -> str:
    """Return what a worker told of why it ended."""
    acks = place / ACKS
    lines = acks.read_text().split("\n")[:-1] if acks.exists() else []
    return next((line for line in reversed(lines) if line[0] in "!?"), "")
