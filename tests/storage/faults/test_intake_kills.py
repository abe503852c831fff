"""Whoever is killed while files come in loses none, and files none twice."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.archive.receiving import TAKEN, Afterwards, FolderForm
from app.domain.archive.row import Wanted
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import documents, receiving
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.storage.faults.clerk import FAULT, Job
from tests.storage.faults.clerks import Clerk

ROUNDS = int(os.environ.get("BACKDESK_INTAKE_KILLS", "12"))
FILES = 40
LONGEST_WAIT = 60.0
LONGEST_WORK = 0.35
MOST_MOVED = 5
TIMED = 0.5


def test_kills_while_files_come_in_lose_none_and_file_none_twice(
    clerk: Clerk, folder: Path, tmp_path: Path
) -> None:
    chance = random.Random(40_817)  # noqa: S311  the same instants every time
    scans, acks = tmp_path / "scans", tmp_path / "acks"
    written = {f"{number}.pdf": os.urandom(20_000) for number in range(FILES)}
    put(scans, written)
    left = set()
    watch(folder, scans)
    job = Job(str(folder), str(acks), most=0, scans=str(scans))
    for _ in range(ROUNDS):
        kill(clerk, job, scans, chance)
        left.add(count(scans))

    assert len(left) > 1
    assert clerk.do(job) == 0

    assert filed(folder) == sorted(written.values())
    taken = scans / TAKEN
    assert {path.name: path.read_bytes() for path in taken.iterdir()} == written
    assert count(scans) == 0


@pytest.mark.parametrize("fail_at", [3, 9, 27, 81])
@pytest.mark.parametrize("is_for_ever", [False, True])
def test_a_disk_that_is_full_while_files_come_in_loses_none_and_doubles_none(
    recorded_clerk: Clerk, folder: Path, tmp_path: Path, fail_at: int, *, is_for_ever: bool
) -> None:
    scans, acks = tmp_path / "scans", tmp_path / "acks"
    written = {f"{number}.pdf": os.urandom(20_000) for number in range(8)}
    put(scans, written)
    watch(folder, scans)
    job = Job(str(folder), str(acks), most=0, scans=str(scans))

    ended = recorded_clerk.do(replace(job, fail_at=fail_at, is_for_ever=is_for_ever))
    assert ended in (0, FAULT)
    assert recorded_clerk.do(job) == 0

    assert filed(folder) == sorted(written.values())
    assert {path.name: path.read_bytes() for path in (scans / TAKEN).iterdir()} == written


def put(scans: Path, written: dict[str, bytes]) -> None:
    scans.mkdir()
    for name, content in written.items():
        (scans / name).write_bytes(content)


def watch(folder: Path, scans: Path) -> None:
    office = Office(open_office(folder), FixedClock(TODAY), Actor("Maija"))
    form = FolderForm(str(scans), afterwards=Afterwards.MOVE)
    office.do(receiving.add_folder, form)
    office.close()


def kill(clerk: Clerk, job: Job, scans: Path, chance: random.Random) -> None:
    """Let a clerk work until a few files were moved, or only so long, then kill it."""
    process = clerk.begin(job)
    wanted = count(scans) - chance.randint(1, MOST_MOVED)
    is_timed = chance.random() < TIMED
    until = time.monotonic() + (chance.uniform(0.0, LONGEST_WORK) if is_timed else LONGEST_WAIT)
    while time.monotonic() < until and (is_timed or count(scans) > max(0, wanted)):
        time.sleep(0.001)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    assert clerk.ended() in (0, -signal.SIGKILL)


def count(scans: Path) -> int:
    """Return how many files wait in the folder."""
    return sum(path.is_file() for path in scans.iterdir())


def filed(folder: Path) -> list[bytes]:
    """Return the bytes of every document, each as often as it is filed."""
    office = Office(open_office(folder), FixedClock(TODAY), Actor("Maija"))
    rows = office.ask(documents.first, View(), 1000, Wanted(states=()))
    found = sorted(office.ask(documents.content, row.id) for row in rows)
    office.close()
    shutil.rmtree(folder)
    return found
