"""Whoever is killed while stacks are split leaves each whole or split, never half, never twice."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from app.domain.admin.company import Company
from app.domain.archive.document import DocumentState
from app.domain.archive.pages import SplitAt
from app.domain.archive.receiving import Afterwards, FolderForm, FolderKind
from app.domain.shared.ids import DocumentId
from app.formats.reading.refusals import BrokeDown
from app.outside.clock import FixedClock
from app.services import receiving, stacks
from app.services.office import Office
from app.services.permissions import Actor
from app.services.rounds import Rounds
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.formats.stacks import a_pdf
from tests.services.incoming import all_rows
from tests.storage.faults.clerk import Job
from tests.storage.faults.clerks import Clerk

ROUNDS = int(os.environ.get("BACKDESK_SPLIT_KILLS", "3"))
STACKS, PARTS = 2, 3
LONGEST_WORK = 2.0


def test_kills_while_stacks_are_split_leave_none_half_and_split_none_twice(
    clerk: Clerk, folder: Path, tmp_path: Path
) -> None:
    chance = random.Random(1_871)  # noqa: S311  the same instants every time
    scans = tmp_path / "scans"
    take_in(folder, scans)
    job = Job(str(folder), str(tmp_path / "acks"), most=0, splits=True)
    for _ in range(ROUNDS):
        kill(clerk, job, chance)
        assert set(parts_of(folder).values()) <= {PARTS}

    assert clerk.do(job) == 0
    try_again(folder)
    assert clerk.do(job) == 0

    assert parts_of(folder) == {f"{number}.pdf": PARTS for number in range(STACKS)}


def take_in(folder: Path, scans: Path) -> None:
    """Let a scanner put stacks into its folder, and the office take them in."""
    scans.mkdir()
    for number in range(STACKS):
        pages = (f"letter {number}", "|PATCHT", f"bill {number}", "|PATCHT", f"note {number}")
        (scans / f"{number}.pdf").write_bytes(a_pdf(*pages))
    office = Office(open_office(folder), FixedClock(TODAY), Actor("Maija"))
    with office.database.write() as unit:
        unit.company.add(Company("Lumo & Suoni Oy", "FI", "EUR", "fi"))
    where = frozenset({SplitAt.SEPARATORS})
    form = FolderForm(str(scans), FolderKind.SCANNER, Afterwards.LEAVE, split_at=where)
    office.do(receiving.add_folder, form)
    rounds = Rounds(office)
    rounds.look()
    assert len(rounds.look().received) == STACKS
    office.close()


def try_again(folder: Path) -> None:
    """Do what a clerk does who sees that a stack broke the splitting down again and again."""
    office = Office(open_office(folder), FixedClock(TODAY), Actor("Maija"))
    for one in office.ask(stacks.failed):
        assert one.code == BrokeDown.code
        office.do(stacks.retry, one.document_id)
    office.close()


def kill(clerk: Clerk, job: Job, chance: random.Random) -> None:
    """Let a clerk work for a moment, then kill it."""
    process = clerk.begin(job)
    time.sleep(chance.uniform(0.0, LONGEST_WORK))
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    assert clerk.ended() in (0, -signal.SIGKILL)


def parts_of(folder: Path) -> dict[str, int]:
    """Return how many documents each stack became that is filed; every other one waits whole."""
    office = Office(open_office(folder), FixedClock(TODAY), Actor("Maija"))
    rows = {row.id: row for row in all_rows(office)}
    with office.database.read() as unit:
        links = [link for one in rows for link in unit.document_links.of(one)]
    office.close()
    found = Counter(rows[DocumentId(link.record_id)].title for link in links)
    filed = {row.title for row in rows.values() if row.state is DocumentState.FILED}
    assert set(found) == filed
    assert len(rows) == STACKS + sum(found.values())
    return dict(found)
