"""Restoring: an office out of a backup, whole and proved, before anything is put in its place.

What was there is never overwritten: the folder is moved aside and can be put back.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import count
from pathlib import Path

from app.domain.shared.refusals import Refusal
from app.storage import backup_plans, place, platform
from app.storage.backup_lists import LIST, write_archive
from app.storage.backup_manifests import (
    ChangedBackup,
    FilePart,
    Manifest,
    proved_manifest,
    require_part,
)
from app.storage.backup_packs import PACKS
from app.storage.files import File, Use
from app.storage.place import CONTENTS, KEYS, PAGES, ROWS, Exists
from app.storage.presence import OPEN, Wants, enter

Progress = Callable[[int, int], None]
RESTORING = ".restoring"
STEPS = 4


class NothingToUndo(Refusal):
    """The office as it was before the restore does not lie there any more."""

    code = "backup.nothing-to-undo"


def restore(backup: Path, target: Path, keys: Path, key: bytes, progress: Progress) -> Manifest:
    """Make a new office folder of a backup; ``keys`` is the file with which it opens.

    Raises NotABackup, ChangedBackup, Damaged, Exists, UnsafePlace or what the disk refuses; then
    there is no folder.
    """
    told = proved_manifest(backup, key)
    progress(0, STEPS)
    for part in told.files:
        require_part(backup, part)
    progress(1, STEPS)
    packs = _packs_for(backup, told)
    progress(2, STEPS)
    place.require_safe(target)
    place.new_folder(target)
    try:
        _fill(backup, target, keys)
        contents = File(target / CONTENTS, key, Use.READ, PAGES[CONTENTS])
        write_archive(backup / LIST, packs, contents)
        progress(3, STEPS)
        place.finish(target)
    except OSError as refused:
        place.throw_away(target)
        raise place.fault_of_os(refused, target) from refused
    except BaseException:
        place.throw_away(target)
        raise
    progress(STEPS, STEPS)
    return told


def restoring_of(office: Path) -> Path:
    """Return where an office is restored to before it takes the place of the one there."""
    return office.with_name(f"{office.stem}{RESTORING}")


def before_of(office: Path, at: datetime) -> Path:
    """Return where an office is kept that a restore takes the place of; nothing lies there."""
    stem = f"{office.stem} (before {at:%Y-%m-%d %H%M%S}"
    names = (f"{stem}{'' if number == 1 else f' {number}'}){office.suffix}" for number in count(1))
    return next(path for name in names if not (path := office.with_name(name)).exists())


def change_places(office: Path, fresh: Path, before: Path) -> None:
    """Put a closed office aside and another in its place; on a failure the first is put back.

    Raises InUse while another program has it open, which would write on into what was put aside;
    Exists, NothingToUndo or what the disk refuses.
    """
    if (office / OPEN).exists():
        enter(office, Wants.WINDOW).leave()
    if before.exists():
        raise Exists(place=str(before))
    if not fresh.is_dir():
        raise NothingToUndo(place=str(fresh))
    try:
        office.rename(before)
        try:
            fresh.rename(office)
        except OSError:
            before.rename(office)
            raise
        platform.sync_folder(office.parent)
    except OSError as refused:
        raise place.fault_of_os(refused, office) from refused


def finish_interrupted(office: Path) -> bool:
    """Put a restored office in its place that a power cut kept from it; say whether it was so.

    It was so when nothing lies in that place and the other office was put aside already.
    """
    fresh = restoring_of(office)
    if office.exists() or not fresh.is_dir():
        return False
    last = next(iter(backup_plans.read_plan(fresh).restored), None)
    if last is None or not Path(last.before).is_dir():
        return False
    place.require_office(fresh)
    fresh.rename(office)
    platform.sync_folder(office.parent)
    return True


def broken_packs(backup: Path, told: Manifest) -> tuple[str, ...]:
    """Return the packs that a backup names and that are missing or not as they were written."""
    return tuple(part.name for part in told.packs if not _is_whole(backup.parent / PACKS, part))


def set_aside(backup: Path, packs: Iterable[str]) -> None:
    """Take broken packs out of use, so that the next backup writes their documents anew."""
    for name in packs:
        path = backup.parent / PACKS / name
        if path.exists():
            path.rename(path.with_name(f"{name}.damaged"))


def _packs_for(backup: Path, told: Manifest) -> list[Path]:
    """Return the packs that a backup names; for one that broke, the others of the place too.

    What a broken pack held may have been written anew, and each document proves itself.
    """
    folder = backup.parent / PACKS
    broken = broken_packs(backup, told)
    named = [part.name for part in told.packs if part.name not in broken]
    others = sorted(path.name for path in folder.glob("*.db")) if broken else []
    rest = [name for name in others if name not in named and name not in broken]
    return [folder / name for name in (*named, *rest)]


def _is_whole(folder: Path, part: FilePart) -> bool:
    try:
        require_part(folder, part)
    except ChangedBackup:
        return False
    return True


def _fill(backup: Path, target: Path, keys: Path) -> None:
    shutil.copyfile(backup / ROWS, target / ROWS)
    shutil.copyfile(keys, target / KEYS)
    for name in (ROWS, KEYS):
        (target / name).chmod(0o600)
        platform.sync_file(target / name)
