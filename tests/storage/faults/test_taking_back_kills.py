"""Whoever is killed while an archive is taken back keeps what came; once more brings the rest."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from app.domain.archive.row import Wanted
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import archive, documents, handing_out
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.storage.faults.clerk import REFUSED, Job
from tests.storage.faults.clerks import Clerk, told
from tests.trade import opened_books

ROUNDS = 6
DOCUMENTS = 60
LONGEST = 0.5


def test_a_kill_in_the_middle_leaves_whole_documents_and_once_more_brings_the_rest(
    clerk: Clerk, folder: Path, tmp_path: Path
) -> None:
    chance = random.Random(40_817)  # noqa: S311  the same instants every time
    wanted = exported(folder, tmp_path)
    before = filed(folder)
    job = Job(str(folder), str(tmp_path / "acks"), most=0, export=str(tmp_path / "out"))

    for _ in range(ROUNDS):
        ended = killed(clerk, job, chance.uniform(0.0, LONGEST))
        there = Counter(filed(folder))
        assert Counter(before) <= there <= Counter(before + wanted)
        if not ended or there == Counter(before + wanted):
            break
    else:
        assert clerk.do(job) == 0

    assert filed(folder) == sorted(before + wanted)


def test_what_all_came_before_the_kill_is_refused_once_more_and_not_doubled(
    clerk: Clerk, folder: Path, tmp_path: Path
) -> None:
    wanted = exported(folder, tmp_path)
    before = filed(folder)
    job = Job(str(folder), str(tmp_path / "acks"), most=0, export=str(tmp_path / "out"))

    ends = [clerk.do(job) for _ in range(2)]

    assert ends == [0, REFUSED]
    assert told(tmp_path / "acks") == ["! handing-out.taken"]
    assert filed(folder) == sorted(before + wanted)


def exported(folder: Path, place: Path) -> list[bytes]:
    """Export an archive of another company of the same country, and return what it holds."""
    office = opened(folder)
    opened_books(office)
    office.close()
    shutil.copytree(folder, place / "Other.backdesk")
    other = opened(place / "Other.backdesk")
    contents = [os.urandom(20_000) for _ in range(DOCUMENTS)]
    for number, content in enumerate(contents):
        other.do(archive.file, f"{number}.pdf", "application/pdf", content)
    other.ask(handing_out.hand_out, place / "out")
    other.close()
    return contents


def killed(clerk: Clerk, job: Job, after: float) -> int:
    """Let a clerk work for so long, kill it, and return how it ended."""
    process = clerk.begin(job)
    time.sleep(after)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    ended = clerk.ended()
    assert ended in (0, -signal.SIGKILL), Path(job.acks).read_text()
    return ended


def filed(folder: Path) -> list[bytes]:
    """Return the bytes of every document of an office."""
    office = opened(folder)
    rows = office.ask(documents.first, View(), 1000, Wanted(states=()))
    found = sorted(office.ask(documents.content, row.id) for row in rows)
    office.close()
    return found


def opened(folder: Path) -> Office:
    return Office(open_office(folder), FixedClock(TODAY), Actor("Maija"))
