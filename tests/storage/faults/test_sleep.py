"""A machine that sleeps while it writes goes on where it was, whoever looked in meanwhile."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from threading import Event

import pytest

from app.storage import presence
from app.storage.offices import open_office
from app.storage.presence import InUse
from tests.storage.faults.clerk import Job
from tests.storage.faults.clerks import Clerk, numbers, prove

SLEEPS, ISSUED = 6, 20
LONGEST_WAIT = 120.0


def wait_for(acks: Path, count: int) -> None:
    ends = time.monotonic() + LONGEST_WAIT
    while len(numbers(acks)) < count:
        assert time.monotonic() < ends
        Event().wait(0.001)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="A process is put to sleep by a signal.")
def test_who_slept_while_writing_finishes_and_nobody_wrote_in_between(
    clerk: Clerk, drafts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "PATIENCE", 0.0)
    acks = tmp_path / "acks"
    child = clerk.begin(Job(str(drafts), str(acks), most=ISSUED))
    for turn in range(SLEEPS):
        wait_for(acks, 1 + 2 * turn)
        Event().wait(turn * 0.004)
        os.kill(child, signal.SIGSTOP)
        try:
            look_in(drafts, numbers(acks))
        finally:
            os.kill(child, signal.SIGCONT)

    assert clerk.ended() == 0
    assert len(numbers(acks)) == ISSUED
    assert prove(drafts, numbers(acks)) == numbers(acks)


def look_in(folder: Path, acked: list[str]) -> None:
    """Read beside who sleeps, what is there; a script is refused, as it would write."""
    with pytest.raises(InUse):
        open_office(folder, wants="script")
    reader = open_office(folder)
    assert reader.is_read_only
    with reader.read() as unit:
        assert list(unit.audit.broken()) == []
        found = set(unit.connection.exec_driver_sql("SELECT number FROM invoice").scalars())
    reader.close()
    assert set(acked) <= found
