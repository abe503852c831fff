"""What passes through the machine lies where nobody else reads, and no start leaves it to the next.

Killed is a process of its own, that had put down what it was about to print.
"""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.services.passing import NoRoom, Passing, place, wipe
from tests.house.tree import calls, python_files

KILLED = """
import os, signal
from app.services.passing import Passing
mine = Passing()
(mine.path / "letters.pdf").write_text("NIGHTJAR")
print(mine.path, flush=True)
os.kill(os.getpid(), signal.SIGTERM)
"""
NEAR_ITS_OWN = {
    "app/storage/backing_up.py",
    "app/storage/copying.py",
    "app/storage/practising.py",
    "app/services/passing.py",
    "app/tour/self_test.py",
}
"""Whoever makes a folder for a moment: what is encrypted, beside it; all else in the own place."""


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))
    return tmp_path / "config"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder to the user")
def test_nobody_else_reads_what_passes() -> None:
    place().mkdir(parents=True, mode=0o755)
    held = Passing()

    assert stat.S_IMODE(place().stat().st_mode) == 0o700
    assert stat.S_IMODE(held.path.stat().st_mode) == 0o700
    assert held.path.parent == place()


def test_it_is_gone_when_it_is_removed_or_forgotten() -> None:
    one, other = Passing(), Passing()
    paths = [one.path, other.path]

    one.remove()
    del other

    assert [path.exists() for path in paths] == [False, False]


def test_a_start_wipes_what_was_left_and_leaves_what_is_held() -> None:
    held = Passing()
    (held.path / "letters.pdf").write_text("mine")
    (place() / "old.pdf").write_text("left")
    (place() / "older").mkdir()
    (place() / "older" / "letters.pdf").write_text("left")

    wipe()

    assert list(place().iterdir()) == [held.path]
    assert (held.path / "letters.pdf").read_text() == "mine"


def test_what_a_killed_start_left_is_wiped_by_the_next() -> None:
    call = (sys.executable, "-c", KILLED)
    killed = subprocess.run(call, capture_output=True, text=True, check=False)
    left = Path(killed.stdout.strip())
    was_there = (left / "letters.pdf").exists()

    wipe()

    assert killed.returncode != 0
    assert (was_there, left.exists()) == (True, False)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_that_was_put_there_leads_nobody_astray(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept.txt").write_text("kept")
    Passing().remove()
    (place() / "link").symlink_to(elsewhere)

    wipe()

    assert list(place().iterdir()) == []
    assert (elsewhere / "kept.txt").exists()


def test_a_place_that_cannot_be_made_refuses_and_a_start_goes_on(own_folder: Path) -> None:
    own_folder.write_text("a file")

    wipe()
    with pytest.raises(NoRoom):
        Passing()


def test_no_file_of_a_moment_lies_elsewhere() -> None:
    ways = (
        *("TemporaryDirectory", "mkdtemp", "mkstemp", "NamedTemporaryFile", "QTemporaryFile"),
        *("QTemporaryDir", "TemporaryFile", "gettempdir", "SpooledTemporaryFile"),
        "folder_for_a_moment",
    )
    found = {
        name
        for name in python_files("app")
        for called, _node in calls(name)
        if called.split(".")[-1] in ways
    }

    assert found == NEAR_ITS_OWN
