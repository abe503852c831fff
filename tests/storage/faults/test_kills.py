"""A killed clerk loses nothing that was acknowledged and leaves nothing half."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.storage.faults.clerk import Job
from tests.storage.faults.clerks import Clerk, numbers, prove, told

ROUNDS = int(os.environ.get("BACKDESK_KILLS", "20"))
ROUNDS_IN_ONE_OFFICE = 10
MOST_ISSUED = 6
ONE_ISSUE = 0.03
LONGEST_WAIT = 60.0


def test_kills_while_issuing_lose_and_double_no_number(
    clerk: Clerk, full_folder: Path, tmp_path: Path
) -> None:
    chance = random.Random(686_56)  # noqa: S311  the same instants every time
    issued_in_all = 0
    for office in range(ROUNDS // ROUNDS_IN_ONE_OFFICE):
        folder, acks = tmp_path / f"{office}.backdesk", tmp_path / f"{office}.acks"
        shutil.copytree(full_folder, folder)
        issued: list[str] = []
        for _ in range(ROUNDS_IN_ONE_OFFICE):
            more = chance.randint(0, MOST_ISSUED)
            kill(clerk, Job(str(folder), str(acks)), more, chance.uniform(0.0, ONE_ISSUE))
            acked = numbers(acks)
            now = prove(folder, acked)
            assert len(now) - len(acked) <= ROUNDS_IN_ONE_OFFICE
            assert now[: len(issued)] == issued
            issued = now
        issued_in_all += len(issued)

    assert issued_in_all > ROUNDS


def kill(clerk: Clerk, job: Job, after: int, later: float) -> None:
    """Let a clerk acknowledge some invoices and work a moment longer, then kill it."""
    acks = Path(job.acks)
    wanted = len(numbers(acks)) + after
    process = clerk.begin(job)
    give_up = time.monotonic() + LONGEST_WAIT
    while len(numbers(acks)) < wanted and time.monotonic() < give_up:
        time.sleep(0.001)
    time.sleep(later)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    assert clerk.ended() in (0, -signal.SIGKILL)


def test_a_clerk_who_is_not_killed_issues_every_draft(
    clerk: Clerk, drafts: Path, tmp_path: Path
) -> None:
    acks = tmp_path / "acks"

    assert clerk.do(Job(str(drafts), str(acks), most=5)) == 0

    assert told(acks) == [f"2026000{number}" for number in range(1, 6)]
    assert prove(drafts, numbers(acks)) == told(acks)


@pytest.mark.parametrize("wants", ["window", "script"])
def test_who_was_killed_no_longer_has_the_office(
    clerk: Clerk, drafts: Path, tmp_path: Path, wants: str
) -> None:
    kill(clerk, Job(str(drafts), str(tmp_path / "acks"), wants=wants), 1, 0.0)

    assert clerk.do(Job(str(drafts), str(tmp_path / "more"), most=1)) == 0
