"""Flipped bits in the files of an office and of a backup: all found, nothing shown as good."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.domain.shared.refusals import OfficeError
from app.storage import restoring
from app.storage.backing_up import home_of
from app.storage.backup_manifests import MANIFEST, manifests_in
from app.storage.checks import check
from app.storage.keys import Keys, read_keys
from app.storage.offices import open_office
from app.storage.place import CONTENTS, KEYS, ROWS
from tests.faults.table import Row
from tests.faults.work import GOOD, OFFICE, Verdict
from tests.faults.workers import Site
from tests.faults.works import WORKS

FAULT = "flipped bit"
SEED = 686_56
OF_BACKUPS = 0.3
PARTS = {"office": ROWS, "archive": CONTENTS, "keys": KEYS}


def flips(where: Site, many: int, only: str = "") -> Iterator[Row]:
    """Flip so many bits in each file of an office, and a third as many in its backups."""
    source = where.template(WORKS["backup"])
    for what, name in PARTS.items():
        if only in what:
            yield flipped(where, source / OFFICE / name, what, many)
    if only in "backups":
        yield flipped_backups(where, source, max(1, int(many * OF_BACKUPS)))


def flipped(where: Site, file: Path, what: str, many: int) -> Row:
    """Flip bits of one file of an office, one at a time."""
    chance, began = random.Random(f"{SEED} {what}"), time.monotonic()  # noqa: S311  the same bits every time
    row = Row(FAULT, what)
    with where.copy(file.parent) as folder:
        office = folder.with_suffix(".backdesk")
        folder.rename(office)
        told = read_keys(office / KEYS, "")
        for _ in range(many):
            at = chance.randrange(file.stat().st_size * 8)
            flip(office / file.name, at)
            row = row.with_run(_verdict(office, told, file.name, at))
            restore(office, file.parent)
        office.rename(folder)
    return replace(row, seconds=time.monotonic() - began)


def flipped_backups(where: Site, source: Path, many: int) -> Row:
    """Flip bits of everything that lies in the place of the backups."""
    chance, began = random.Random(f"{SEED} backups"), time.monotonic()  # noqa: S311  the same bits every time
    row = Row(FAULT, "backups")
    with where.copy(source) as place:
        home = home_of(place, place / OFFICE)
        assert _restored(place, home) == 1
        files = sorted(path for path in home.rglob("*") if path.is_file())
        for _ in range(many):
            file = chance.choice(files)
            at = chance.randrange(file.stat().st_size * 8)
            flip(file, at)
            row = row.with_run(_backup_verdict(place, home, f"{file.name} {at}"))
            flip(file, at)
    return replace(row, seconds=time.monotonic() - began)


def flip(file: Path, at: int) -> None:
    """Flip one bit of a file."""
    with file.open("rb+") as opened:
        opened.seek(at // 8)
        (byte,) = opened.read(1)
        opened.seek(at // 8)
        opened.write(bytes([byte ^ 1 << at % 8]))


def restore(office: Path, source: Path) -> None:
    """Make the files of an office again what they were."""
    shutil.rmtree(office)
    shutil.copytree(source, office)


def _verdict(office: Path, told: Keys, what: str, at: int) -> Verdict:
    """Find the bit; or, in the file of keys, that nothing hangs on it: the same keys are read."""
    try:
        is_same = read_keys(office / KEYS, "") == told
        database = open_office(office)
    except OfficeError:
        return GOOD
    try:
        is_found = check(database) != ()
    except OfficeError:
        return GOOD
    finally:
        database.close()
    is_harmless = is_same and what == KEYS
    return GOOD if is_found or is_harmless else Verdict(half=1, why=f"bit {at}")


def _backup_verdict(place: Path, home: Path, what: str) -> Verdict:
    """Find the bit when the backup is restored; a manifest may be written in another way."""
    try:
        told = _restored(place, home)
    except OfficeError:
        return GOOD
    is_found = not told or what.startswith(MANIFEST)
    return GOOD if is_found else Verdict(half=1, why=what)


def _restored(place: Path, home: Path) -> int:
    """Restore every backup that is told, and return how many there are."""
    trial, office = place / "Trial.backdesk", place / OFFICE
    told = [folder for folder, _manifest in manifests_in(home)]
    for folder in told:
        try:
            key = read_keys(office / KEYS, "").files
            restoring.restore(folder, trial, office / KEYS, key, _no)
        finally:
            shutil.rmtree(trial, ignore_errors=True)
    return len(told)


def _no(done: int, of: int) -> None:
    """Tell nobody."""
