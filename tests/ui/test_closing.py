"""Closing, logging off or quitting during work finishes it or takes it back, and never aborts."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.services import welcome
from app.services.welcome import NewOffice
from tests.ui.ways import CLOCK, WHO

WAYS = ("close", "quit", "log off")
PATIENCE = 120


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Lumo.backdesk"
    welcome.create(made, NewOffice("Lumo & Suoni Oy", "FI", "fi"), CLOCK, WHO).close()
    return made


def ended(path: Path, work: str, way: str) -> list[int]:
    """Let a window end in its own process; returns which drafts are in the office then."""
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "BACKDESK_CONFIG": str(path.parent / "config"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.closing_window", str(path), work, way],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    office = welcome.open_office(path, CLOCK, WHO)
    with closing(office), office.database.read() as unit:
        assert not office.database.place.was_unclean
        return sorted(one.entity for one in unit.drafts.all())


@pytest.mark.parametrize("way", WAYS)
def test_a_command_that_was_begun_is_finished_whole(path: Path, way: str) -> None:
    assert ended(path, "command", way) == [1, 2]


@pytest.mark.parametrize("way", WAYS)
def test_an_errand_stops_between_two_steps_and_keeps_those_that_were_done(
    path: Path, way: str
) -> None:
    kept = ended(path, "errand", way)

    assert kept == list(range(10, 10 + len(kept)))
    assert kept
