"""Proof: verifying and destroying an encrypted archive, beside sha256sum over the same files."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app.outside.clock import FixedClock
from app.services import proving
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import create_office
from app.storage.verifying import slice_after
from tests.builders import TODAY
from tests.speed.bench import Figure, Site, bench
from tests.trade import opened_books

SMALL, LARGE = 40_000, 1 << 20
SIZES = {"2 000 files of 40 kB": (2000, SMALL), "120 files of 1 MB": (120, LARGE)}
MOST_OF_A_PEER = 7.0
"""restic needs 1.6 to 1.8 s for what sha256sum reads in 0.26 s (row 12): that is the peer."""


@bench("proof", row=12, sized=False)
def verify(site: Site) -> Iterator[Figure]:
    """Yield how long a verification takes beside sha256sum; both read what the system caches."""
    for what, (count, size) in SIZES.items():
        with tempfile.TemporaryDirectory(prefix="backdesk-proof-") as place:
            folder = Path(place)
            office = _filled(folder, count, size)
            ours, limit = site.interleaved(
                partial(_verified, office), partial(_summed, folder / "plain"), rounds=5
            )
            yield Figure(
                f"verify {what}", ours, limit, "sha256sum, not encrypted", ratio=MOST_OF_A_PEER
            )
            whole = site.alone(partial(proving.prove_some, office, 600), rounds=3)
            yield Figure(f"prove and keep {what}", whole[1], limit, "sha256sum, not encrypted")
            office.close()


def _filled(folder: Path, count: int, size: int) -> Office:
    """Make an office and a plain folder with the same random files."""
    office = Office(create_office(folder / "Proof.backdesk"), FixedClock(TODAY), Actor("Bench"))
    opened_books(office)
    plain = folder / "plain"
    plain.mkdir()
    contents = []
    for number in range(count):
        content = os.urandom(size)
        (plain / f"{number:05d}.bin").write_bytes(content)
        contents.append((content,))
    office.database.contents.put_many(contents)
    return office


def _verified(office: Office) -> int:
    after, read = 0, 0
    with office.database.read() as unit:
        while part := slice_after(unit.contents, after):
            after, read = part.last, read + part.count
            assert part.wrong == ()
    return read


def _summed(folder: Path) -> int:
    tool = shutil.which("sha256sum") or "sha256sum"
    names = sorted(str(one) for one in folder.iterdir())
    told = subprocess.run([tool, *names], capture_output=True, check=True)
    return len(told.stdout.splitlines())
