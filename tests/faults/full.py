"""A disk that is full already, or nearly: nothing is half, the office is read, room mends it."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from app.domain.shared.paging import View
from app.domain.shared.refusals import OfficeError
from app.services import contacts
from app.storage.faults import DiskFull
from tests.faults.table import Row
from tests.faults.work import ACKS, Work, closing, opened
from tests.faults.worker import FAULT as FAULTY
from tests.faults.worker import REFUSED, Job
from tests.faults.workers import NoDisk, Site, Worker, hired, last_words, told
from tests.faults.works import SHORT

FAULT = "full disk"
SIZE = "size=96m"
PAGE = 4096
HELD = "!\n"
"""What is told lies in a page that is there already, as on a disk of its own."""
ROUND = 1 << 16


def full(where: Site, amounts: int, only: str = "") -> Iterator[Row]:
    """Do each work on a disk with no byte left, then with a page, two, four, and so on."""
    with hired() as worker:
        for work in SHORT.values():
            if only in work.name:
                yield filled(where, worker, work, amounts)


def filled(where: Site, worker: Worker, work: Work, amounts: int) -> Row:
    """Do a work on a disk with little left; raises NoDisk where none can be made."""
    began, row, refused = time.monotonic(), Row(FAULT, work.name), 0
    for at in range(amounts):
        left = PAGE << (at - 1) if at else 0
        with small_disk(where, where.template(work)) as place:
            (place / ACKS).write_text(HELD)
            rest = fill(place, left)
            ended = worker.do(Job(work.name, str(place), str(where.template(work))))
            words = last_words(place)
            refused += ended != 0
            untyped = "" if _is_told(ended, left) else f"{left}: {ended} {words}"
            fill(place, 0)
            untyped = untyped or _is_read(place, work)
            rest.unlink()
            verdict = work.prove(place, told(place))
            why = f"{left}: {verdict.why}" if verdict.why else ""
            row = row.with_run(replace(verdict, why=why), untyped)
    note = row.note or f"{refused} refused"
    return replace(row, seconds=time.monotonic() - began, note=note)


def _is_told(ended: int, left: int) -> bool:
    """Say whether a work ended as it may: with no byte left it is refused."""
    return ended in (FAULTY, REFUSED) or (ended == 0 and left > 0)


def _is_read(place: Path, work: Work) -> str:
    """Read an office on a disk that is full though the office has let go of what it held.

    It is refused where changes wait to be merged, and where it is older, and says why.
    """
    try:
        with closing(opened(place)) as office:
            office.ask(contacts.spine, View())
    except OfficeError as refused:
        is_clear = work.name.startswith(("migrate", "keys")) or (
            isinstance(refused, DiskFull) and any(place.rglob("*.db-wal"))
        )
        return "" if is_clear else f"not read: {refused!r}"
    return ""


@contextmanager
def small_disk(where: Site, source: Path) -> Iterator[Path]:
    """Give a copy of a place on a small disk of its own; raises NoDisk."""
    path = where.root / "place"
    path.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", str(path)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        path.rmdir()
        raise NoDisk
    try:
        shutil.copytree(source, path, dirs_exist_ok=True)
        yield path
    finally:
        subprocess.run(["umount", "-l", str(path)], check=True)  # noqa: S607  what was mounted
        path.rmdir()


def fill(disk: Path, left: int) -> Path:
    """Fill a disk but for so many bytes, and return what fills it."""
    rest = disk / "rest"
    with rest.open("ab", buffering=0) as file:
        try:
            while file.write(bytes(ROUND)):
                pass
        except OSError:
            pass
        file.truncate(file.tell() - left)
    return rest
