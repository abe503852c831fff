"""Handing out the archive beside a plain copy of the same folder."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from app.outside.clock import FixedClock
from app.services import archive, handing_out
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import create_office, open_office
from tests.builders import TODAY
from tests.speed.bench import Figure, Site, bench
from tests.trade import opened_books

DOCUMENTS = 400
SIZE = 60_000
ROUNDS = 5


@bench("export of the archive", row=12, sized=False)
def export(site: Site) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        office = filled(Path(folder))
        try:
            pairs = [in_turn(office, Path(folder), turn) for turn in range(ROUNDS)]
        finally:
            office.close()
    ours, limit = (median(side) for side in zip(*pairs, strict=True))
    against = "plain copy of the folder"
    for what, count in (("a document", DOCUMENTS), ("a MiB", DOCUMENTS * SIZE >> 20)):
        yield Figure(what, ours * 1000 / count, limit * 1000 / count, against, ratio=3)


def in_turn(office: Office, folder: Path, turn: int) -> tuple[float, float]:
    """Export once and copy what was exported, and return how long each took."""
    begun = time.perf_counter()
    out = office.ask(handing_out.hand_out, folder / f"out {turn}")
    ours = time.perf_counter() - begun
    begun = time.perf_counter()
    shutil.copytree(out.target, folder / f"copy {turn}")
    return ours, time.perf_counter() - begun


def filled(folder: Path) -> Office:
    """Return an open office that has filed documents of random bytes."""
    create_office(folder / "A.backdesk").close()
    office = Office(open_office(folder / "A.backdesk"), FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    for number in range(DOCUMENTS):
        office.do(archive.file, f"bill {number}.pdf", "application/pdf", os.urandom(SIZE))
    return office
