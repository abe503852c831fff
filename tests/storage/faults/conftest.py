"""An office full of drafts, clerks in other processes, and a disk that remembers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import create_office
from tests.builders import TODAY
from tests.storage.faults.clerks import Clerk
from tests.trade import drafted, opened_books

DRAFTS = 60
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def full_folder(tmp_path_factory: pytest.TempPathFactory, small_ballast: None) -> Path:
    """Return the folder of a closed office with drafts to issue; to be copied."""
    path = tmp_path_factory.mktemp("drafts") / "Full.backdesk"
    office = Office(create_office(path), FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    for _ in range(DRAFTS):
        drafted(office)
    office.close()
    return path


@pytest.fixture
def drafts(tmp_path: Path, full_folder: Path) -> Path:
    """Return the folder of an office with drafts to issue, of the test's own."""
    copied = tmp_path / "Lumo.backdesk"
    shutil.copytree(full_folder, copied)
    return copied


@pytest.fixture(scope="session")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the library that records and fails writes; skip where it cannot be made."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("The recording disk needs Linux and a C compiler.")
    library = tmp_path_factory.mktemp("disk") / "disk.so"
    source = Path(__file__).with_name("disk.c")
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"]
    subprocess.run(command, check=True)
    return library


@pytest.fixture(scope="session")
def clerk(small_ballast: None) -> Iterator[Clerk]:
    """Return a clerk on an ordinary disk."""
    yield from _clerk({})


@pytest.fixture(scope="session")
def recorded_clerk(disk: Path) -> Iterator[Clerk]:
    """Return a clerk whose disk remembers and fails."""
    yield from _clerk({"LD_PRELOAD": str(disk)})


def _clerk(more: dict[str, str]) -> Iterator[Clerk]:
    if not hasattr(os, "fork"):
        pytest.skip("A clerk that can be killed needs fork.")
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.faults.clerk"],
        cwd=ROOT,
        env=os.environ | more,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield Clerk(process)
        assert process.stdin is not None
        process.stdin.close()
