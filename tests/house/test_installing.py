"""The installer of Linux: it puts the program in, updates it whole or not at all, takes it away.

``cat`` stands in for the program: it tells its version, and stays open until nothing more comes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import product
from tests.house.tree import ROOT

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the installer of Linux, by its shell"
)

LINUX = ROOT / "build" / "linux"
PROGRAM = Path("data", "backdesk-program", "backdesk")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the home of somebody who unpacked the archive beside it."""
    stand_in = shutil.which("cat")
    if stand_in is None:
        pytest.skip("there is no program to stand in")
    unpacked = tmp_path / "unpacked"
    (unpacked / "backdesk" / "_internal").mkdir(parents=True)
    (unpacked / "icons").mkdir()
    shutil.copy(stand_in, unpacked / "backdesk" / "backdesk")
    (unpacked / "backdesk" / "_internal" / "version").write_text("1")
    (unpacked / "icons" / "backdesk-16.png").write_bytes(b"picture")
    for name in (
        "install.sh",
        f"{product.IDENTIFIER}.desktop",
        f"{product.IDENTIFIER}.metainfo.xml",
    ):
        shutil.copy(LINUX / name, unpacked / name)
    home = tmp_path / "home"
    home.mkdir()
    return home


def install(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    command = ("sh", str(home.parent / "unpacked" / "install.sh"), *arguments)
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def version(home: Path) -> str:
    return (home / PROGRAM).with_name("_internal").joinpath("version").read_text()


def newer(home: Path) -> Path:
    """Put a newer version where the archive was unpacked; return its folder."""
    folder = home.parent / "unpacked" / "backdesk"
    (folder / "_internal" / "version").write_text("2")
    return folder


def left_beside(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "data").glob("backdesk-program*"))


def test_what_is_installed_starts_by_its_command_and_stands_in_the_menu(home: Path) -> None:
    done = install(home)

    command = home / ".local" / "bin" / "backdesk"
    entry = home / "data" / "applications" / f"{product.IDENTIFIER}.desktop"
    assert (done.returncode, version(home)) == (0, "1")
    assert command.resolve() == (home / PROGRAM).resolve()
    assert f'Exec="{home / PROGRAM}"' in entry.read_text()
    assert list((home / "data" / "icons").rglob(f"{product.IDENTIFIER}.png"))


def test_an_update_takes_the_place_of_the_older_one(home: Path) -> None:
    install(home)
    (home / PROGRAM).with_name("_internal").joinpath("gone").write_text("of the older one")
    newer(home)

    done = install(home)

    assert (done.returncode, version(home)) == (0, "2")
    assert not (home / PROGRAM).with_name("_internal").joinpath("gone").exists()
    assert left_beside(home) == ["backdesk-program"]


def test_a_program_that_does_not_start_leaves_the_older_one(home: Path) -> None:
    install(home)
    (newer(home) / "backdesk").write_text("#!/bin/sh\nexit 1\n")

    done = install(home)

    assert done.returncode == 1
    assert "does not start" in done.stderr
    assert (version(home), left_beside(home)) == ("1", ["backdesk-program"])
    assert (home / ".local" / "bin" / "backdesk").exists()


def test_a_copy_that_breaks_off_leaves_the_older_one(home: Path) -> None:
    install(home)
    shutil.rmtree(newer(home))

    done = install(home)

    assert done.returncode == 1
    assert "could not be copied" in done.stderr
    assert (version(home), left_beside(home)) == ("1", ["backdesk-program"])


def test_an_update_that_was_broken_off_between_two_places_is_mended(home: Path) -> None:
    install(home)
    (home / "data" / "backdesk-program").rename(home / "data" / "backdesk-program.old")
    shutil.rmtree(newer(home))

    done = install(home)

    assert done.returncode == 1
    assert (version(home), left_beside(home)) == ("1", ["backdesk-program"])


@pytest.mark.parametrize("arguments", [(), ("--remove",)])
def test_a_program_that_is_open_is_left_alone(home: Path, arguments: tuple[str, ...]) -> None:
    install(home)
    newer(home)

    with subprocess.Popen([home / PROGRAM], stdin=subprocess.PIPE) as is_open:
        done = install(home, *arguments)
        assert is_open.stdin is not None
        is_open.stdin.close()

    assert done.returncode == 1
    assert "Close it" in done.stderr
    assert version(home) == "1"


def test_what_is_taken_away_leaves_nothing_but_the_offices(home: Path) -> None:
    office = home / "data" / "Lumo.backdesk"
    install(home)
    office.mkdir()

    done = install(home, "--remove")

    files = [path for path in home.rglob("*") if path.is_file() or path.is_symlink()]
    assert (done.returncode, files, office.is_dir()) == (0, [], True)
