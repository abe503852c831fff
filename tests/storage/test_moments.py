"""What a killed program left beside an office is swept, and nothing that anybody uses or made."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.storage import moments
from app.storage.moments import HELD, PACKING, PRACTICE, UNFINISHED, folder_for_a_moment, sweep
from app.storage.offices import open_office

KILLED = """
import os, signal, sys
from pathlib import Path
from app.storage.moments import PRACTICE, folder_for_a_moment
with folder_for_a_moment(PRACTICE, Path(sys.argv[1])) as folder:
    (folder / "office.db").write_text("NIGHTJAR")
    print(folder, flush=True)
    os.kill(os.getpid(), signal.SIGTERM)
"""
DAYS = 86_400.0


def aged(path: Path, seconds: float) -> Path:
    then = time.time() - seconds
    inside = path.iterdir() if path.is_dir() else ()
    for one in (path, *inside):
        os.utime(one, (then, then))
    return path


def left(near: Path, name: str, *, is_held: bool, seconds: float) -> Path:
    folder = near / name
    folder.mkdir()
    (folder / "office.db").write_text("left")
    if is_held:
        (folder / HELD).touch()
    return aged(folder, seconds)


@pytest.mark.parametrize("prefix", [PACKING, PRACTICE, UNFINISHED])
def test_a_folder_is_ours_alone_and_gone_afterwards(prefix: str, tmp_path: Path) -> None:
    with folder_for_a_moment(prefix, tmp_path) as folder:
        (folder / "office.db").write_text("mine")
        mode = stat.S_IMODE(folder.stat().st_mode)
        name = folder.name

    assert name.startswith(prefix)
    assert sys.platform == "win32" or mode == 0o700
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_is_swept(tmp_path: Path) -> None:
    call = (sys.executable, "-c", KILLED, str(tmp_path))
    killed = subprocess.run(call, capture_output=True, text=True, check=False)
    folder = Path(killed.stdout.strip())
    was_there = (folder / "office.db").exists()
    aged(folder, moments.YOUNG_SECONDS + 1)

    sweep(tmp_path)

    assert killed.returncode != 0
    assert (was_there, folder.exists()) == (True, False)


def test_what_is_held_stays_however_old_it_is(tmp_path: Path) -> None:
    with folder_for_a_moment(PRACTICE, tmp_path) as folder:
        aged(folder, 9 * DAYS)

        sweep(tmp_path)

        assert (folder / HELD).exists()


def test_what_is_just_being_made_stays(tmp_path: Path) -> None:
    fresh = left(tmp_path, ".backdesk-abcdefgh", is_held=True, seconds=0)

    sweep(tmp_path)

    assert fresh.exists()


def test_what_nobody_could_hold_goes_by_its_age(tmp_path: Path) -> None:
    old = left(tmp_path, ".practice-abcdefgh", is_held=False, seconds=2 * DAYS)
    younger = left(tmp_path, ".practice-zyxwvuts", is_held=False, seconds=DAYS / 2)
    used = left(tmp_path, ".practice-klmnopqr", is_held=False, seconds=2 * DAYS)
    (used / "office.db").write_text("written just now")

    sweep(tmp_path)

    assert [one.exists() for one in (old, younger, used)] == [False, True, True]


@pytest.mark.parametrize("name", [".backdesk-notes", "practice-abcdefgh", ".practice-ABCDEFGH"])
def test_what_a_person_named_stays(name: str, tmp_path: Path) -> None:
    own = left(tmp_path, name, is_held=False, seconds=9 * DAYS)

    sweep(tmp_path)

    assert (own / "office.db").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_leads_nobody_astray(tmp_path: Path) -> None:
    elsewhere = left(tmp_path, "elsewhere", is_held=True, seconds=9 * DAYS)
    (tmp_path / ".practice-abcdefgh").symlink_to(elsewhere)

    sweep(tmp_path)

    assert (elsewhere / "office.db").exists()


def test_what_another_user_made_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = left(tmp_path, ".practice-abcdefgh", is_held=True, seconds=9 * DAYS)
    monkeypatch.setattr(moments, "is_mine", nobody)

    sweep(tmp_path)

    assert theirs.exists()


def nobody(path: Path) -> bool:
    return False


def test_a_place_that_cannot_be_read_refuses_nothing(tmp_path: Path) -> None:
    sweep(tmp_path / "nowhere")


def test_where_no_lock_is_known_the_folder_is_given_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moments, "lock", refusing)

    with folder_for_a_moment(PACKING, tmp_path) as folder:
        sweep(tmp_path)
        inside = list(folder.iterdir())

    assert inside == []
    assert list(tmp_path.iterdir()) == []


def refusing(descriptor: int) -> bool:
    raise OSError(37, "No locks available")


@pytest.mark.parametrize("way", ["opened", "prepared"])
def test_whoever_opens_an_office_or_prepares_beside_it_sweeps(way: str, folder: Path) -> None:
    rest = left(folder.parent, ".practice-abcdefgh", is_held=True, seconds=DAYS)
    ways: dict[str, Callable[[], None]] = {
        "opened": lambda: open_office(folder).close(),
        "prepared": lambda: prepared(folder.parent),
    }

    ways[way]()

    assert not rest.exists()


def prepared(near: Path) -> None:
    with folder_for_a_moment(PACKING, near):
        """Nothing is put there."""
