"""Restoring: the office as a backup has it, after a safety backup, and back again if it was wrong.

What is there now is put aside as a whole folder and never overwritten.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.domain.admin.backup import Backup, Reason, Restored, Run
from app.domain.shared.refusals import Unavailable
from app.services.backing_up import Backer, Shelf
from app.services.office import Desk, Errand, no_progress
from app.services.permissions import Permission, command, errand
from app.storage import backup_plans, restoring
from app.storage.backup_manifests import read_manifest
from app.storage.keys import read_keys
from app.storage.place import KEYS
from app.storage.restoring import NothingToUndo, before_of, change_places, restoring_of

Progress = Callable[[int, int], None]


class NotSafe(Unavailable):
    """The office as it is now could not be backed up, so nothing was restored over it."""

    code = "backup.not-safe"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A restored office that lies ready to take the place of the open one, once that is closed."""

    office: str
    restored: Restored
    safety: Run


@errand(Permission.BACKUPS_RESTORE)
def prepare(work: Errand, backup: Backup) -> Prepared:
    """Back up the office as it is, and restore a backup beside it; nothing is replaced yet.

    Raises NotSafe, ChangedBackup, Damaged, or what the disk refuses.
    """
    shelf, backer = Shelf(work.office), Backer(work)
    safety = _safety(shelf, backer)
    backer.note("restoring.prepare", backup.name)
    fresh = restoring_of(shelf.folder)
    shutil.rmtree(fresh, ignore_errors=True)
    keys = shelf.folder / KEYS
    restoring.restore(shelf.path_of(backup), fresh, keys, shelf.key, work.progress)
    before = before_of(shelf.folder, work.now)
    restored = Restored(work.now, backup.name, str(before))
    plan = shelf.plan
    backup_plans.write_plan(fresh, replace(plan, restored=(restored, *plan.restored)))
    return Prepared(str(shelf.folder), restored, safety)


def complete(prepared: Prepared) -> None:
    """Put the restored office in the place of the other, which has to be closed.

    Raises Exists, NothingToUndo, or what the disk refuses; then the other is where it was.
    """
    office = Path(prepared.office)
    change_places(office, restoring_of(office), Path(prepared.restored.before))


@command(Permission.BACKUPS_RESTORE)
def restored(desk: Desk, done: Restored) -> None:
    """Note in the restored office from which backup it came, and where the other was put."""


def undo(office: Path, at: datetime) -> Restored:
    """Put the office back that the last restore put aside; the restored one is put aside.

    Both have to be closed. Raises NothingToUndo, or what the disk refuses.
    """
    plan = backup_plans.read_plan(office)
    last = next((one for one in plan.restored if not one.is_undone), None)
    if last is None or not Path(last.before).is_dir():
        raise NothingToUndo(place=str(office))
    told = tuple(replace(one, is_undone=True) if one == last else one for one in plan.restored)
    backup_plans.write_plan(Path(last.before), replace(plan, restored=told))
    change_places(office, Path(last.before), before_of(office, at))
    return last


def restore_beside(
    backup: Path, target: Path, given: tuple[str, str] = ("", ""), progress: Progress = no_progress
) -> Path:
    """Make an office of its own of a backup, on this machine or a new one.

    ``given`` are a password, and the name of a user where the office had users then. Raises
    NotABackup, ChangedBackup, WrongPassword, WrongLogIn, Exists, UnsafePlace or what the disk
    refuses.
    """
    read_manifest(backup)
    keys = read_keys(backup / KEYS, *given)
    restoring.restore(backup, target, backup / KEYS, keys.files, progress)
    return target


def _safety(shelf: Shelf, backer: Backer) -> Run:
    runs = backer.run(shelf.places, Reason.BEFORE_RESTORE)
    good = next((one for one in runs if one.is_good), None)
    if good is None:
        facts = dict(runs[0].facts) if runs else {}
        raise NotSafe(cause=runs[0].code if runs else "", **facts)
    return good
