"""Every flipped bit of an office's files is found, and nothing wrong is shown as right."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

from app.domain.shared.refusals import OfficeError
from app.storage.checks import check
from app.storage.offices import open_office
from tests.storage.faults.clerk import Job
from tests.storage.faults.clerks import Clerk

FLIPS = int(os.environ.get("BACKDESK_FLIPS", "50"))


def test_each_flipped_bit_is_found(clerk: Clerk, drafts: Path, tmp_path: Path) -> None:
    clerk.do(Job(str(drafts), str(tmp_path / "acks"), most=5))
    chance = random.Random(686_56)  # noqa: S311  the same bits every time
    missed = [
        (name, at)
        for name, at in (drawn(drafts, chance) for _ in range(FLIPS))
        if not is_found(drafts, name, at)
    ]

    assert missed == []


def drawn(folder: Path, chance: random.Random) -> tuple[str, int]:
    """Return a file and the place of a bit in it."""
    name = chance.choice(("office.db", "archive.db"))
    return name, chance.randrange((folder / name).stat().st_size * 8)


def is_found(folder: Path, name: str, at: int) -> bool:
    """Flip a bit in a copy and say whether opening or checking it finds that."""
    copied = folder.with_name("Flipped.backdesk")
    shutil.copytree(folder, copied)
    content = bytearray((copied / name).read_bytes())
    content[at // 8] ^= 1 << at % 8
    (copied / name).write_bytes(content)
    try:
        return is_ill(copied)
    finally:
        shutil.rmtree(copied)


def is_ill(folder: Path) -> bool:
    """Say whether an office is refused, or opens and is found ill."""
    try:
        office = open_office(folder)
    except OfficeError:
        return True
    try:
        return check(office) != ()
    except OfficeError:
        return True
    finally:
        office.close()
