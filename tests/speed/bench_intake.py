"""Intake: files taken into an encrypted archive, beside a plain copy that is as safe and hashed."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.services.taking import Taking
from app.storage.offices import create_office
from tests.builders import TODAY
from tests.speed.bench import Figure, Site, bench
from tests.trade import opened_books

SIZES = {"300 files of 100 kB": (300, 100_000), "60 files of 1 MB": (60, 1 << 20)}
ROUNDS = 3
MOST_OF_A_PEER = 1.25
"""0.8 of the rate of cp + sync + sha256sum, the peer of row 12, is 1.25 of its time."""


@bench("intake", row=12, sized=False)
def intake(site: Site) -> Iterator[Figure]:
    """Yield how long filing takes beside copying, syncing and hashing each file."""
    for what, (files, size) in SIZES.items():
        with tempfile.TemporaryDirectory(prefix="backdesk-intake-") as place:
            folder = Path(place)
            office = new_office(folder)
            new = [_fresh(folder, number, files, size) for number in range(2 * ROUNDS)]
            ours, limit = site.interleaved(
                partial(_taken_next, office, new), partial(_copied_next, folder, new), rounds=ROUNDS
            )
            yield Figure(f"file {what}", ours, limit, "cp + fsync + sha256", ratio=MOST_OF_A_PEER)
            office.close()


def new_office(folder: Path) -> Office:
    office = Office(create_office(folder / "Intake.backdesk"), FixedClock(TODAY), Actor("Bench"))
    opened_books(office)
    return office


def _fresh(folder: Path, number: int, files: int, size: int) -> list[Path]:
    """Write files that nobody has seen, for either side."""
    place = folder / f"in-{number}"
    place.mkdir()
    paths = [place / f"{one:05d}.bin" for one in range(files)]
    for path in paths:
        path.write_bytes(os.urandom(size))
    return paths


def taken(office: Office, paths: list[Path]) -> int:
    outcome = Taking(office).files(paths)
    assert len(outcome.received) == len(paths)
    return len(paths)


def _taken_next(office: Office, new: list[list[Path]]) -> int:
    return taken(office, new.pop())


def _copied_next(folder: Path, new: list[list[Path]]) -> int:
    return _copied(folder, new.pop())


def _copied(folder: Path, paths: list[Path]) -> int:
    """Copy each file, make it safe and hash it, as a careful script would."""
    target = folder / f"copy-{paths[0].parent.name}"
    target.mkdir()
    for path in paths:
        copy = target / path.name
        shutil.copyfile(path, copy)
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
        hashed(copy)
    shutil.rmtree(target)
    return len(paths)


def hashed(path: Path) -> int:
    with path.open("rb") as file:
        hashlib.file_digest(file, "sha256")
    return 1
